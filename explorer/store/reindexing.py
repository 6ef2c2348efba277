"""Keeps the full-text index in step with records that change one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, case, distinct, func, insert, literal, select

from explorer.domain.change import Change, Value
from explorer.domain.source import SourceRole
from explorer.store import schema
from explorer.store.common import note_words
from explorer.store.folding import for_index
from explorer.store.indexing import ARTICLES_FIRST
from explorer.store.ranking import rowid
from explorer.store.reads.rows import among, texts

Ids = defaultdict[str, set[int]]
"""Ids of records by their kind: those that are searched."""
Entries = dict[int, dict[str, Any]]
"""Rows of a search table by the id of the record."""

EVENT, PASSAGE, SOURCE, ENTITY = (
    each.name for each in (schema.event, schema.passage, schema.source, schema.entity)
)
SEARCHED = {
    EVENT: schema.search_event,
    PASSAGE: schema.search_passage,
    SOURCE: schema.search_source,
    ENTITY: schema.search_entity,
}


@contextmanager
def in_step(connection: Connection, changes: Sequence[Change]) -> Iterator[None]:
    """Change records within the block; afterwards the search index says of them what is so then.

    The index keeps no texts and can only forget an entry when it is told the entry's words, so what it knows
    is put together from the records once more before they change.
    """
    touched = _touched(connection, changes)
    before = {kind: entries(connection, kind, ids) for kind, ids in touched.items()}
    yield
    after = {kind: entries(connection, kind, ids) for kind, ids in touched.items()}
    for kind, ids in touched.items():
        table = SEARCHED[kind]
        differ = [id_ for id_ in sorted(ids) if before[kind].get(id_) != after[kind].get(id_)]
        gone = [before[kind][id_] for id_ in differ if id_ in before[kind]]
        new = [after[kind][id_] for id_ in differ if id_ in after[kind]]
        if gone:
            connection.execute(insert(table), [{table.name: "delete", **row} for row in gone])
        if new:
            connection.execute(insert(table), new)
        if kind == EVENT:
            note_words(connection, {id_: after[kind].get(id_, {}).get("rowid") for id_ in differ})


def entries(connection: Connection, kind: str, ids: Iterable[int]) -> Entries:
    """What the index has of records of a kind, by id, as ``indexing.index`` would put it there."""
    reading = _READINGS[kind]
    found = connection.execute(reading.query.where(reading.table.c.id.in_(among(ids))))
    return {
        row.id: {
            "rowid": rowid(row.id, row.weight),
            **{name: for_index(text) for name, text in reading.texts(row).items()},
        }
        for row in found
    }


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the entries of one kind are read: a query with ``id`` and ``weight``, and the texts in its rows."""

    table: Table
    query: Select[Any]

    def texts(self, row: Any) -> dict[str, str]:
        """The texts of an entry by column."""
        if self.table is schema.event:
            title = row.title if row.label == row.title else f"{row.title}\n{row.label}"
            return {"title": title, "summary": row.summary, "citation": row.citation}
        if self.table is schema.entity:
            return {"name": row.name, "aliases": "\n".join(texts(row.aliases))}
        names = set(SEARCHED[self.table.name].c.keys()) - {"rowid", SEARCHED[self.table.name].name}
        return {name: getattr(row, name) for name in names}


def _readings() -> dict[str, _Reading]:
    event, passage, source, entity = schema.event, schema.passage, schema.source, schema.entity
    link, cited, part = schema.evidence, schema.event_source, schema.participation
    told = (
        select(func.max(event.c.importance))
        .join_from(link, event, event.c.id == link.c.event_id)
        .where(link.c.passage_id == passage.c.id, link.c.example == 0)
        .scalar_subquery()
    )
    of_passages = link.join(passage, passage.c.id == link.c.passage_id)
    in_passages = (link.c.example == 0, passage.c.source_id == source.c.id)
    spoken_of = (
        select(func.count(distinct(link.c.event_id)))
        .select_from(of_passages)
        .where(*in_passages)
        .correlate(source)
        .scalar_subquery()
    )
    spoken_of_too = (
        select(literal(1))
        .select_from(of_passages)
        .where(link.c.event_id == cited.c.event_id, *in_passages)
        .correlate(source, cited)
        .exists()
    )
    only_cited = (
        select(func.count())
        .select_from(cited)
        .where(cited.c.source_id == source.c.id, ~spoken_of_too)
        .correlate(source)
        .scalar_subquery()
    )
    first = case((source.c.role == SourceRole.ARTICLE.value, ARTICLES_FIRST), else_=literal(0))
    taking_part = (
        select(func.count()).select_from(part).where(part.c.entity_id == entity.c.id).scalar_subquery()
    )
    weighed = (
        (event, event.c.importance),
        (passage, func.coalesce(told, 0)),
        (source, spoken_of + only_cited + first),
        (entity, taking_part),
    )
    return {
        table.name: _Reading(table, select(*table.c, weight.label("weight"))) for table, weight in weighed
    }


_READINGS = _readings()


def _touched(connection: Connection, changes: Sequence[Change]) -> Ids:
    """The searched records whose words or weights the changes may alter."""
    found: Ids = defaultdict(set)
    for change in changes:
        for side in (change.before, change.after):
            if side is not None:
                _touch(found, change.record, {**change.key, **side})
    link, passage = schema.evidence, schema.passage
    told = select(link.c.passage_id).distinct().where(link.c.event_id.in_(among(found[EVENT])))
    found[PASSAGE].update(connection.scalars(told))
    of = select(passage.c.source_id).distinct().where(passage.c.id.in_(among(found[PASSAGE])))
    found[SOURCE].update(connection.scalars(of))
    return found


def _touch(found: Ids, record: str, row: dict[str, Value]) -> None:
    """Add the records that one row is or names."""
    if record in SEARCHED:
        _add(found, record, row.get("id"))
    for kind in SEARCHED:
        _add(found, kind, row.get(f"{kind}_id"))


def _add(found: Ids, kind: str, id_: Value) -> None:
    if isinstance(id_, int):
        found[kind].add(id_)
