"""Which columns make which record, and how a row becomes one."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, ScalarSelect, func, select

from explorer.domain.detail import EventHeading
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.event import DateFlag, Era, Event, Extent, Layer, Precision, Status, Theme
from explorer.domain.passage import Anchor, AnchorState, Candidate, Passage, Quantity, Selector
from explorer.domain.source import Source, SourceRole
from explorer.store import schema
from explorer.store.faults import MalformedError

EVENT = tuple(column for column in schema.event.c if column.name != "label_em")
ENTITY = tuple(schema.entity.c)
SOURCE = tuple(schema.source.c)
PASSAGE = tuple(schema.passage.c)
ANCHOR = (
    schema.anchor.c.state,
    schema.anchor.c.start.label("anchor_start"),
    schema.anchor.c.stop.label("anchor_stop"),
    schema.anchor.c.score,
    schema.anchor.c.candidates,
    schema.anchor.c.confirmed,
)
HEADING = (
    schema.event.c.id,
    schema.event.c.slug,
    schema.event.c.title,
    schema.event.c.label,
    schema.event.c.start_edtf,
    schema.event.c.end_edtf,
    schema.event.c.earliest,
    schema.event.c.likely_start,
    schema.event.c.likely_end,
    schema.event.c.latest,
    schema.event.c.precision,
    schema.event.c.flags,
    schema.event.c.theme_id,
    schema.event.c.importance,
)

AnyRow = Row[*tuple[Any, ...]]
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def among(ids: Iterable[int]) -> ScalarSelect[int]:
    """The ids as a subquery of one bound value, however many there are."""
    given = func.json_each(json.dumps(list(ids))).table_valued("value")
    return select(given.c.value).scalar_subquery()


def grouped(rows: Iterable[AnyRow], make: Callable[[AnyRow], T]) -> defaultdict[int, list[T]]:
    """Rows by the number in their first column, in the order in which they come."""
    groups: defaultdict[int, list[T]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(make(row))
    return groups


def member(kind: type[E], value: object) -> E:
    """The member of a closed set.

    Raises:
        MalformedError: the value is none of the set.
    """
    try:
        return kind(value)
    except ValueError as error:
        raise MalformedError(str(error)) from error


def parsed(value: str) -> Any:
    """What a column of JSON holds.

    Raises:
        MalformedError: it is no JSON.
    """
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise MalformedError(str(error)) from error


def texts(value: str) -> tuple[str, ...]:
    """The texts of a JSON array.

    Raises:
        MalformedError: it is none.
    """
    listed = parsed(value)
    if not isinstance(listed, list):
        raise MalformedError(f"no list: {value[:40]}")
    return tuple(str(each) for each in listed)


def extent(row: AnyRow) -> Extent:
    """The four day numbers of a row."""
    return Extent(row.earliest, row.likely_start, row.likely_end, row.latest)


def theme(row: AnyRow) -> Theme:
    """A row of the theme table."""
    return Theme(row.id, row.slug, row.name, row.colour, row.position, row.description)


def era(row: AnyRow) -> Era:
    """A row of the era table."""
    return Era(
        id=row.id,
        slug=row.slug,
        band=row.band,
        title=row.title,
        start=row.start_edtf,
        end=row.end_edtf,
        extent=extent(row),
        flags=DateFlag(row.flags),
        entity_id=row.entity_id,
        status=member(Status, row.status),
        note=row.note,
    )


def event(row: AnyRow, tags: Iterable[str]) -> Event:
    """A row of ``EVENT``."""
    return Event(
        id=row.id,
        uuid=row.uuid,
        slug=row.slug,
        title=row.title,
        label=row.label,
        summary=row.summary,
        start=row.start_edtf,
        end=row.end_edtf,
        extent=extent(row),
        precision=member(Precision, row.precision),
        flags=DateFlag(row.flags),
        layer=member(Layer, row.layer),
        scope=row.scope,
        importance=row.importance,
        theme_id=row.theme_id,
        tags=tuple(tags),
        citation=row.citation,
        url=row.url,
        date_status=member(Status, row.date_status),
        citation_status=member(Status, row.citation_status),
        date_note=row.date_note,
        created=row.created,
        modified=row.modified,
    )


def heading(row: AnyRow) -> EventHeading:
    """A row of ``HEADING``, or one that has its columns."""
    return EventHeading(
        id=row.id,
        slug=row.slug,
        title=row.title,
        label=row.label,
        start=row.start_edtf,
        end=row.end_edtf,
        extent=extent(row),
        precision=member(Precision, row.precision),
        flags=DateFlag(row.flags),
        theme_id=row.theme_id,
        importance=row.importance,
    )


def entity(row: AnyRow) -> Entity:
    """A row of ``ENTITY``."""
    return Entity(
        id=row.id,
        uuid=row.uuid,
        slug=row.slug,
        kind=member(EntityKind, row.kind),
        name=row.name,
        aliases=texts(row.aliases),
        description=row.description,
        dates=row.dates,
        latitude=row.latitude,
        longitude=row.longitude,
        status=member(Status, row.status),
    )


def source(row: AnyRow) -> Source:
    """A row of ``SOURCE``."""
    return Source(
        id=row.id,
        uuid=row.uuid,
        slug=row.slug,
        role=member(SourceRole, row.role),
        label=row.label,
        title=row.title,
        authors=row.authors,
        publisher=row.publisher,
        date=row.date_edtf,
        kind=row.kind,
        rights=row.rights,
        language=row.language,
        note=row.note,
        unknown=texts(row.unknown),
        inferred=texts(row.inferred),
        csl=row.csl,
        sha256=row.sha256,
        characters=row.characters,
        paragraphs=row.paragraphs,
    )


def passage(row: AnyRow, quantities: Iterable[Quantity]) -> Passage:
    """A row of ``PASSAGE``, or one that has its columns."""
    return Passage(
        id=row.id,
        uuid=row.uuid,
        slug=row.slug,
        source_id=row.source_id,
        selector=Selector(row.exact, row.prefix, row.suffix, row.start, row.stop, row.paragraph),
        paraphrase=row.paraphrase,
        kind=row.kind,
        date=row.date_edtf,
        date_note=row.date_note,
        note=row.note,
        quantities=tuple(quantities),
    )


def anchor(row: AnyRow) -> Anchor | None:
    """The place of a passage in a row that has ``ANCHOR`` too; None while nothing is attached."""
    if row.state is None:
        return None
    try:
        candidates = tuple(
            Candidate(int(start), int(end), float(score)) for start, end, score in parsed(row.candidates)
        )
    except (TypeError, ValueError) as error:
        raise MalformedError(str(error)) from error
    return Anchor(
        row.id,
        member(AnchorState, row.state),
        row.anchor_start,
        row.anchor_stop,
        row.score,
        candidates,
        bool(row.confirmed),
    )


def quantities_of(connection: Connection, passages: Iterable[int]) -> defaultdict[int, list[Quantity]]:
    """The numbers that passages state, by passage."""
    table = schema.quantity
    rows = connection.execute(
        select(table.c.passage_id, table.c.value, table.c.unit, table.c.what, table.c.period)
        .where(table.c.passage_id.in_(among(passages)))
        .order_by(table.c.passage_id, table.c.position)
    )
    return grouped(rows, lambda row: Quantity(row.value, row.unit, row.what, row.period))
