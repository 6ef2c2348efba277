"""Reads what every event has into numpy columns, for the engine and the filters."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    case,
    distinct,
    func,
    literal,
    or_,
    select,
    union_all,
)

from explorer.domain.change import Change, ChangeSet
from explorer.domain.comparison import CONFLICT
from explorer.domain.event import Layer
from explorer.domain.passage import Stance
from explorer.domain.source import SourceRole
from explorer.store import schema
from explorer.store.arrays import Progress
from explorer.store.reads import rows as read_rows

_MOST_SOURCES = 255
_AT_ONCE = 2_000
"""Rows that become numbers in one go: numpy lets no other thread run meanwhile, for some two milliseconds."""


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """One array for each property, all of shape (n,), in the order of the ids.

    ``lane`` is the place of the theme among all themes in their order. The four dates are day numbers.
    ``layer`` is 0 for the articles, 1 for the context. ``sources`` counts the articles that speak of the
    event (no more than 255; an article of which it is only an example does not), ``contested`` tells whether
    a passage disputes or questions it, or whether the sources differ on a topic on which they were compared.
    ``label_em`` is the width of the title in em, estimated.
    """

    id: NDArray[np.int32]
    lane: NDArray[np.int16]
    earliest: NDArray[np.float64]
    likely_start: NDArray[np.float64]
    likely_end: NDArray[np.float64]
    latest: NDArray[np.float64]
    importance: NDArray[np.uint8]
    precision: NDArray[np.uint8]
    flags: NDArray[np.uint8]
    layer: NDArray[np.uint8]
    sources: NDArray[np.uint8]
    contested: NDArray[np.bool_]
    label_em: NDArray[np.float32]


TYPES = np.dtype(
    [
        ("id", np.int32),
        ("lane", np.int16),
        ("earliest", np.float64),
        ("likely_start", np.float64),
        ("likely_end", np.float64),
        ("latest", np.float64),
        ("importance", np.uint8),
        ("precision", np.uint8),
        ("flags", np.uint8),
        ("layer", np.uint8),
        ("sources", np.uint8),
        ("contested", np.bool_),
        ("label_em", np.float32),
    ]
)
"""What the columns are made of."""


_CONTESTING = (Stance.DISPUTES.value, Stance.QUESTIONS.value)
"""Stances of a passage that contest the event."""

_READ: Mapping[str, frozenset[str]] = {
    schema.event.name: frozenset(TYPES.names or ()) | {"theme_id", "label"},
    schema.theme.name: frozenset({"position"}),
    schema.evidence.name: frozenset({"stance", "example"}),
    schema.passage.name: frozenset({"source_id"}),
    schema.source.name: frozenset({"role"}),
    schema.entity.name: frozenset({"kind"}),
    schema.participation.name: frozenset(),
    schema.event_source.name: frozenset(),
    schema.concordance.name: frozenset({"relation"}),
    schema.concordance_event.name: frozenset(),
}
"""What columns, pairs and labels are read from; of these kinds a record that comes or goes counts too."""


_OF_EVENTS = {
    schema.event.name: "id",
    schema.evidence.name: "event_id",
    schema.participation.name: "event_id",
    schema.event_source.name: "event_id",
    schema.concordance_event.name: "event_id",
}
"""Records that are or name one event, and the column of their key that does."""


def concerned_by(change_set: ChangeSet) -> bool:
    """Whether any of what is read here may be different after a change set."""
    return any(map(_concerns, change_set.changes))


def touched_events(connection: Connection, change_set: ChangeSet) -> set[int]:
    """The ids of the events of which any column, pair or label may be different after a change set.

    ``connection`` sees the state after it. Changes of lanes touch all events and are not for this function.
    """
    named: dict[str, set[int]] = {
        "event_id": set(),
        "passage_id": set(),
        "source_id": set(),
        "entity_id": set(),
        "concordance_id": set(),
    }
    for change in change_set.changes:
        if not _concerns(change):
            continue
        if change.record in _OF_EVENTS:
            named["event_id"].add(int(change.key[_OF_EVENTS[change.record]]))
        elif f"{change.record}_id" in named:
            named[f"{change.record}_id"].add(int(change.key["id"]))
    link, passage, part, cited = schema.evidence, schema.passage, schema.participation, schema.event_source
    on_topic = schema.concordance_event
    of_source = select(passage.c.id).where(passage.c.source_id.in_(read_rows.among(named["source_id"])))
    passages = link.c.passage_id.in_(read_rows.among(named["passage_id"])) | link.c.passage_id.in_(of_source)
    of_entity = part.c.entity_id.in_(read_rows.among(named["entity_id"]))
    of_cited = cited.c.source_id.in_(read_rows.among(named["source_id"]))
    of_topic = on_topic.c.concordance_id.in_(read_rows.among(named["concordance_id"]))
    for given, query in (
        (named["passage_id"] | named["source_id"], select(link.c.event_id).where(passages)),
        (named["entity_id"], select(part.c.event_id).where(of_entity)),
        (named["source_id"], select(cited.c.event_id).where(of_cited)),
        (named["concordance_id"], select(on_topic.c.event_id).where(of_topic)),
    ):
        if given:
            named["event_id"].update(connection.scalars(query))
    return named["event_id"]


def _concerns(change: Change) -> bool:
    fields = _READ.get(change.record)
    if fields is None:
        return False
    return change.before is None or change.after is None or not fields.isdisjoint(change.after)


@dataclass(frozen=True, slots=True, eq=False)
class FacetPairs:
    """Who has what: int32[m, 2] of (event id, entity id) and (event id, source id).

    An event has a source if a passage of it speaks of the event, or if the event cites it.
    """

    entity: NDArray[np.int32]
    source: NDArray[np.int32]


def columns(
    connection: Connection, progress: Progress = lambda _: None, ids: Collection[int] | None = None
) -> EventColumns:
    """The columns of all events, which are read a piece at a time, or of those with some ids.

    ``progress`` is told the share that is read; what it raises ends the reading. Ids that are not there are
    left out.
    """
    total = _count(connection) if ids is None else len(ids)
    columns = {name: np.empty(total, TYPES[name]) for name in TYPES.names or ()}
    at = 0
    for rows in _pieces(connection, _events(some=ids is not None), ids):
        piece = np.array(rows, TYPES)
        for name, column in columns.items():
            column[at : at + len(piece)] = piece[name]
        at += len(piece)
        progress(at / total)
    return EventColumns(**{name: column[:at] for name, column in columns.items()})


def facet_pairs(connection: Connection, ids: Collection[int] | None = None) -> FacetPairs:
    """Which events have which entities and sources: all of them, or those with some ids."""
    entity, source = (
        np.concatenate(
            [
                np.empty((0, 2), np.int32),
                *(np.array(rows, np.int32) for rows in _pieces(connection, query, ids)),
            ]
        )
        for query in _pairs(some=ids is not None)
    )
    return FacetPairs(entity, source)


# Statements are put together once: for a few events that would take longer than to run them.


@cache
def _events(*, some: bool) -> Select[Any]:
    """The columns of all events, or of some ids that are bound."""
    event, link, passage, source = schema.event, schema.evidence, schema.passage, schema.source
    lanes = select(
        schema.theme.c.id,
        (func.row_number().over(order_by=(schema.theme.c.position, schema.theme.c.id)) - literal(1)).label(
            "lane"
        ),
    ).subquery("lanes")
    of_article = case((source.c.role == SourceRole.ARTICLE.value, source.c.id))
    told = (
        select(
            link.c.event_id,
            func.min(func.count(distinct(of_article)), _MOST_SOURCES).label("sources"),
            func.max(link.c.stance.in_(_CONTESTING)).label("contested"),
        )
        .join_from(link, passage, passage.c.id == link.c.passage_id)
        .join(source, source.c.id == passage.c.source_id)
        .where(link.c.example == 0, *_only(link.c.event_id, some=some))
        .group_by(link.c.event_id)
        .subquery("told")
    )
    topic, on_topic = schema.concordance, schema.concordance_event
    differing = (
        select(on_topic.c.event_id)
        .join_from(on_topic, topic, topic.c.id == on_topic.c.concordance_id)
        .where(topic.c.relation.startswith(CONFLICT, autoescape=True), *_only(on_topic.c.event_id, some=some))
    )
    return (
        select(
            event.c.id,
            lanes.c.lane,
            event.c.earliest,
            event.c.likely_start,
            event.c.likely_end,
            event.c.latest,
            event.c.importance,
            event.c.precision,
            event.c.flags,
            case((event.c.layer == Layer.ARTICLES.value, 0), else_=1).label("layer"),
            func.coalesce(told.c.sources, 0).label("sources"),
            or_(func.coalesce(told.c.contested, 0), event.c.id.in_(differing)).label("contested"),
            event.c.label_em,
        )
        .join(lanes, lanes.c.id == event.c.theme_id)
        .outerjoin(told, told.c.event_id == event.c.id)
        .where(*_only(event.c.id, some=some))
        .order_by(event.c.id)
    )


@cache
def _pairs(*, some: bool) -> tuple[Select[Any], Select[Any]]:
    """Who has which entities and which sources, all events or some ids that are bound."""
    part, link, passage = schema.participation, schema.evidence, schema.passage
    spoken_of = (
        select(link.c.event_id, passage.c.source_id)
        .join_from(link, passage, passage.c.id == link.c.passage_id)
        .where(link.c.example == 0, *_only(link.c.event_id, some=some))
    )
    cites = schema.event_source.c
    cited = select(cites.event_id, cites.source_id).where(*_only(cites.event_id, some=some))
    either = union_all(spoken_of, cited).subquery("either")
    return (
        select(part.c.event_id, part.c.entity_id).where(*_only(part.c.event_id, some=some)).distinct(),
        select(either.c.event_id, either.c.source_id).distinct(),
    )


def _only(column: ColumnElement[int], *, some: bool) -> tuple[ColumnElement[bool], ...]:
    """The condition that a column is one of the ids that are bound; none if all are wanted."""
    given = func.json_each(bindparam("ids")).table_valued("value")
    return (column.in_(select(given.c.value)),) if some else ()


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(schema.event)) or 0


def _pieces(
    connection: Connection, query: Select[Any], ids: Collection[int] | None
) -> Iterator[Sequence[Any]]:
    """Rows as plain tuples, not all at once: ten million would take gigabytes."""
    found = connection.execute(query, None if ids is None else {"ids": json.dumps(list(ids))})
    cursor = found.cursor
    if cursor is None:
        raise TypeError("a query without rows")
    try:
        while rows := cursor.fetchmany(_AT_ONCE):
            yield rows
    finally:
        found.close()
