"""Finds words in events, passages, sources and entities."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, func, select, union

from explorer.domain.search import Hit, HitGroup, HitKind
from explorer.domain.words import in_words
from explorer.store import schema
from explorer.store.ranking import RECORD_BITS, record_id
from explorer.store.reads.rows import AnyRow, texts
from explorer.store.wanted import PREFIX, Wanted

ENDINGS = 32
"""Words of the events that one unfinished word is spelled out to; of more the index makes a list."""
STRIDE = 1 << 17
"""Ids that are read at a time: few enough to be interrupted, and to be parsed while others wait."""

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
    count = select(func.count()).select_from(index).where(_matches(index, _match(connection, wanted, index)))
    if group.kind in _ENTITIES:
        count = count.join(entity, entity.c.id == _id(index)).where(entity.c.kind == group.kind.value)
    return replace(group, total=connection.scalar(count))


def event_ids(connection: Connection, words: str) -> Iterator[NDArray[np.int32]]:
    """The ids of all events whose own words match, the most important first: arrays of int32, some at a time.

    They come as one text from SQLite, which gathers it without Python's lock; a row each would cost ten times
    as much.
    """
    wanted = Wanted.of(words)
    if wanted is None:
        return
    index = schema.search_event
    match = _matches(index, _match(connection, wanted, index))
    last = -1
    while True:
        some = (
            select(index.c.rowid)
            .where(match, index.c.rowid > last)
            .order_by(index.c.rowid)
            .limit(STRIDE)
            .subquery("some")
        )
        text, count, last = connection.execute(
            select(func.group_concat(_id(some)), func.count(), func.max(some.c.rowid))
        ).one()
        if count:
            yield np.fromstring(text, np.int32, sep=",")
        if count < STRIDE:
            return


def told_event_ids(connection: Connection, words: str) -> NDArray[np.int32]:
    """The ids of the events that have to do with ``words`` whatever their own words are: int32, ascending.

    These are the events that a matching passage speaks of or that are our example of what it says, and those
    in which a matching person, body or place takes part.
    """
    wanted = Wanted.of(words)
    if wanted is None:
        return np.empty(0, np.int32)
    link, part = schema.evidence, schema.participation
    found = union(
        select(link.c.event_id).where(link.c.passage_id.in_(_ids(schema.search_passage, wanted))),
        select(part.c.event_id).where(part.c.entity_id.in_(_ids(schema.search_entity, wanted))),
    ).subquery("found")
    text = connection.scalar(select(func.group_concat(found.c.event_id)))
    return np.sort(np.fromstring(text or "", np.int32, sep=","))


def _id(index: FromClause) -> ColumnElement[int]:
    return index.c.rowid.bitwise_and((1 << RECORD_BITS) - 1).label("id")


def _ids(index: Table, wanted: Wanted) -> Select[int]:
    return select(_id(index)).where(_matches(index, wanted.as_match()))


def _matches(index: Table, match: str) -> ColumnElement[bool]:
    return index.c[index.name].match(match)


def _match(connection: Connection, wanted: Wanted, index: Table, column: str = "") -> str:
    return wanted.as_match(
        _endings(connection, wanted) if index is schema.search_event else None, column=column
    )


def _endings(connection: Connection, wanted: Wanted) -> tuple[str, ...] | None:
    """The words of the events that the last word of a query may stand for, at least itself; None if many.

    For the words that begin with a longer text FTS5 first gathers all that have them, to put them in order,
    before it gives the first; a few whole words it merges as it reads them. It may fold what is not ASCII
    further than we did, so such words are left to it.
    """
    beginning = wanted.unfinished
    if len(beginning) <= PREFIX or not beginning.isascii():
        return None
    term = schema.search_event_word.c.term
    found: list[str] = []
    # Asking for the next word passes over the events with this one; reading on would not.
    following = beginning
    while len(found) <= ENDINGS:
        word = connection.scalar(select(term).where(term >= following).limit(1))
        if word is None or not word.startswith(beginning):
            return tuple(found) or (beginning,)
        found.append(word)
        following = f"{word}\x01"
    return None


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
    endings = _endings(connection, wanted)
    first = select(index.c.rowid).order_by(index.c.rowid)
    titled = connection.scalars(
        first.where(_matches(index, wanted.as_match(endings, column="title"))).limit(limit + 1)
    ).all()
    found = titled
    if len(titled) <= limit:
        any_column = _matches(index, wanted.as_match(endings))
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
        [(passage, passage.c.id == _id(index)), (source, source.c.id == passage.c.source_id)],
        [_matches(index, wanted.as_match())],
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
        [(entity, entity.c.id == _id(index))],
        [_matches(index, wanted.as_match()), entity.c.kind == kind.value],
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
        [(source, source.c.id == _id(index))],
        [_matches(index, wanted.as_match())],
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
