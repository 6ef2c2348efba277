"""Finds words in events, passages, sources and entities."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select

from explorer.domain.search import Hit, HitGroup, HitKind
from explorer.domain.words import in_words
from explorer.store import schema
from explorer.store.matching import endings_of, matches, record
from explorer.store.ranking import record_id
from explorer.store.reads.rows import AnyRow, texts
from explorer.store.wanted import Wanted

_ENTITIES = (HitKind.PERSON, HitKind.BODY, HitKind.PLACE)
_INDEX = {
    HitKind.EVENT: schema.search_event,
    HitKind.PASSAGE: schema.search_passage,
    HitKind.SOURCE: schema.search_source,
    **dict.fromkeys(_ENTITIES, schema.search_entity),
}
Rows = Sequence[AnyRow]


def _first(index: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """The first ``most`` rows of a search table that match ``asked``: dearer to put together than to ask."""
    found = select(*columns).select_from(index).where(matches(index, bindparam("asked")))
    return found.order_by(index.c.rowid).limit(bindparam("most"))


_EVENT_ROWS = _first(schema.search_event, schema.search_event.c.rowid)
_PASSAGES = (
    _first(
        schema.search_passage,
        schema.passage.c.id,
        schema.passage.c.source_id,
        schema.passage.c.exact,
        schema.passage.c.paraphrase,
        schema.passage.c.date_edtf,
        schema.source.c.label,
    )
    .join(schema.passage, schema.passage.c.id == record(schema.search_passage))
    .join(schema.source, schema.source.c.id == schema.passage.c.source_id)
)
_ENTITY_ROWS = (
    _first(
        schema.search_entity,
        schema.entity.c.id,
        schema.entity.c.name,
        schema.entity.c.aliases,
        schema.entity.c.description,
    )
    .join(schema.entity, schema.entity.c.id == record(schema.search_entity))
    .where(schema.entity.c.kind == bindparam("kind"))
)
_SOURCES = _first(
    schema.search_source,
    schema.source.c.id,
    schema.source.c.title,
    schema.source.c.label,
    schema.source.c.authors,
    schema.source.c.publisher,
    schema.source.c.date_edtf,
).join(schema.source, schema.source.c.id == record(schema.search_source))


def find(connection: Connection, words: str, limit: int) -> tuple[HitGroup, ...]:
    """The first records in which all of ``words`` are found, by kind, the most important first.

    Events with all words in their titles stand before the others. Case and accents do not matter; the last
    word may be the beginning of one. What it costs does not depend on how many records match.

    Args:
        connection: one from ``Library.reading``.
        words: as typed; whatever is neither letter nor digit only parts words.
        limit: how many hits to list of each kind. The total of a kind with more is None, see ``counted``.
    """
    wanted = Wanted.of(words)
    if wanted is None:
        return ()
    groups = (
        _events(connection, wanted, limit),
        _passages(connection, wanted, limit),
        *(_entities(connection, wanted, limit, kind) for kind in _ENTITIES),
        _sources(connection, wanted, limit),
    )
    return tuple(group for group in groups if group.hits)


def counted(connection: Connection, words: str, group: HitGroup) -> HitGroup:
    """A group that ``find`` gave for ``words``, with its exact total."""
    wanted = Wanted.of(words)
    if wanted is None or group.total is not None:
        return group
    index, entity = _INDEX[group.kind], schema.entity
    endings = endings_of(connection, wanted) if group.kind is HitKind.EVENT else None
    count = select(func.count()).select_from(index).where(matches(index, wanted.as_match(endings)))
    if group.kind in _ENTITIES:
        count = count.join(entity, entity.c.id == record(index)).where(entity.c.kind == group.kind.value)
    return replace(group, total=connection.scalar(count))


def _listed(connection: Connection, query: Select[Any], limit: int, **asked: str) -> tuple[Rows, int | None]:
    """The first rows, and how many there would be without the limit if that is known."""
    rows = connection.execute(query, {"most": limit + 1, **asked}).all()
    return rows[:limit], _total(len(rows), limit)


def _total(found: int, limit: int) -> int | None:
    return found if found <= limit else None


def _events(connection: Connection, wanted: Wanted, limit: int) -> HitGroup:
    """Events: first those with all words in the title, then the others."""
    event = schema.event
    endings = endings_of(connection, wanted)
    titled = connection.scalars(
        _EVENT_ROWS, {"asked": wanted.as_match(endings, column="title"), "most": limit + 1}
    ).all()
    found = titled
    if len(titled) <= limit:
        most = limit + 1 + len(titled)
        others = connection.scalars(_EVENT_ROWS, {"asked": wanted.as_match(endings), "most": most})
        found = tuple(dict.fromkeys((*titled, *others)))
    ids = [record_id(row) for row in found[:limit]]
    columns = (event.c.title, event.c.summary, event.c.citation, event.c.start_edtf, event.c.end_edtf)
    rows = {
        row.id: row for row in connection.execute(select(event.c.id, *columns).where(event.c.id.in_(ids)))
    }
    hits = []
    for row in (rows[id_] for id_ in ids if id_ in rows):
        in_citation = wanted.marks(row.citation) and not wanted.marks(row.summary)
        detail, marks = wanted.excerpt(row.citation if in_citation else row.summary)
        date = in_words(row.start_edtf, row.end_edtf)
        hits.append(Hit(HitKind.EVENT, row.id, row.title, detail, wanted.marks(row.title), marks, date))
    return HitGroup(HitKind.EVENT, tuple(hits), _total(len(found), limit))


def _passages(connection: Connection, wanted: Wanted, limit: int) -> HitGroup:
    """Passages: in the title their own words, in quotation marks; in the detail their source and ours."""
    rows, total = _listed(connection, _PASSAGES, limit, asked=wanted.as_match())
    hits = []
    for row in rows:
        quoted, _ = wanted.excerpt(row.exact)
        title = f"“{quoted}”"
        detail = f"{row.label} · {row.paraphrase}"
        date = "" if row.date_edtf is None else in_words(row.date_edtf)
        hits.append(
            Hit(
                HitKind.PASSAGE,
                row.id,
                title,
                detail,
                wanted.marks(title),
                wanted.marks(detail),
                date,
                source_id=row.source_id,
            )
        )
    return HitGroup(HitKind.PASSAGE, tuple(hits), total)


def _entities(connection: Connection, wanted: Wanted, limit: int, kind: HitKind) -> HitGroup:
    rows, total = _listed(connection, _ENTITY_ROWS, limit, asked=wanted.as_match(), kind=kind.value)
    hits = []
    for row in rows:
        alias = next((each for each in texts(row.aliases) if wanted.marks(each)), "")
        known_as = alias if alias and not wanted.marks(row.name) else ""
        detail = " · ".join(filter(None, (known_as, row.description)))
        hits.append(Hit(kind, row.id, row.name, detail, wanted.marks(row.name), wanted.marks(detail)))
    return HitGroup(kind, tuple(hits), total)


def _sources(connection: Connection, wanted: Wanted, limit: int) -> HitGroup:
    rows, total = _listed(connection, _SOURCES, limit, asked=wanted.as_match())
    hits = []
    for row in rows:
        title = row.title or row.label
        label = row.label if row.label != title else ""
        detail = " · ".join(filter(None, (row.authors, row.publisher, label)))
        date = "" if row.date_edtf is None else in_words(row.date_edtf)
        hits.append(
            Hit(HitKind.SOURCE, row.id, title, detail, wanted.marks(title), wanted.marks(detail), date)
        )
    return HitGroup(HitKind.SOURCE, tuple(hits), total)
