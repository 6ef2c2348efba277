"""Finds words in events, passages, sources and entities."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

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


def _search(
    connection: Connection,
    index: Table,
    columns: Sequence[ColumnElement[Any]],
    joined: Sequence[tuple[Table, ColumnElement[bool]]],
    where: Sequence[ColumnElement[bool]],
    limit: int,
) -> tuple[Sequence[AnyRow], int | None]:
    """The first rows, and how many there would be without the limit if that is known."""
    query = select(*columns).select_from(index)
    for table, on in joined:
        query = query.join(table, on)
    rows = connection.execute(query.where(*where).order_by(index.c.rowid).limit(limit + 1)).all()
    return rows[:limit], _total(len(rows), limit)


def _total(found: int, limit: int) -> int | None:
    return found if found <= limit else None


def _events(connection: Connection, wanted: Wanted, limit: int) -> HitGroup:
    """Events: first those with all words in the title, then the others."""
    index, event = schema.search_event, schema.event
    endings = endings_of(connection, wanted)
    first = select(index.c.rowid).order_by(index.c.rowid)
    titled = connection.scalars(
        first.where(matches(index, wanted.as_match(endings, column="title"))).limit(limit + 1)
    ).all()
    found = titled
    if len(titled) <= limit:
        any_column = matches(index, wanted.as_match(endings))
        others = connection.scalars(first.where(any_column).limit(limit + 1 + len(titled)))
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
    index, passage, source = schema.search_passage, schema.passage, schema.source
    rows, total = _search(
        connection,
        index,
        (
            passage.c.id,
            passage.c.source_id,
            passage.c.exact,
            passage.c.paraphrase,
            passage.c.date_edtf,
            source.c.label,
        ),
        [(passage, passage.c.id == record(index)), (source, source.c.id == passage.c.source_id)],
        [matches(index, wanted.as_match())],
        limit,
    )
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
    index, entity = schema.search_entity, schema.entity
    rows, total = _search(
        connection,
        index,
        (entity.c.id, entity.c.name, entity.c.aliases, entity.c.description),
        [(entity, entity.c.id == record(index))],
        [matches(index, wanted.as_match()), entity.c.kind == kind.value],
        limit,
    )
    hits = []
    for row in rows:
        alias = next((each for each in texts(row.aliases) if wanted.marks(each)), "")
        known_as = alias if alias and not wanted.marks(row.name) else ""
        detail = " · ".join(filter(None, (known_as, row.description)))
        hits.append(Hit(kind, row.id, row.name, detail, wanted.marks(row.name), wanted.marks(detail)))
    return HitGroup(kind, tuple(hits), total)


def _sources(connection: Connection, wanted: Wanted, limit: int) -> HitGroup:
    index, source = schema.search_source, schema.source
    columns: tuple[Column[Any], ...] = (
        source.c.id,
        source.c.title,
        source.c.label,
        source.c.authors,
        source.c.publisher,
        source.c.date_edtf,
    )
    rows, total = _search(
        connection,
        index,
        columns,
        [(source, source.c.id == record(index))],
        [matches(index, wanted.as_match())],
        limit,
    )
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
