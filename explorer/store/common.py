"""Makes the lists of common words: without them, all events with such a word take long to gather."""

import sqlite3
from collections import Counter
from collections.abc import Mapping

import numpy as np
from sqlalchemy import Connection, delete, func, insert, literal_column, select, text, update

from explorer.store import schema
from explorer.store.matching import bits_of, indexed_ids, matches
from explorer.store.wanted import PREFIX

FEWEST = 50_000
"""Events of a library that has such lists: in a smaller one the index is fast enough by itself."""
SHARE = 1 / 12
"""Share of the events that a word or a short beginning must stand in to be common."""
_ROOM = 4096
"""Bytes by which lists grow when an event's id lies beyond them: rewriting all of them is dear."""


def list_common(connection: Connection, fewest: int = FEWEST) -> None:
    """List the events of every common word and of every short beginning of words, as one bit an event id.

    To be called when the full-text index is filled; later changes are told to :func:`note_words`. A word that
    becomes common then gets no list: that costs time only.

    Args:
        connection: one from ``Library.writing``.
        fewest: events below which there are no lists.
    """
    connection.execute(delete(schema.search_common))
    event = schema.event.c.id
    events, highest = connection.execute(select(func.count(event), func.max(event))).one()
    if events < fewest:
        return
    least = events * SHARE
    for term in _candidates(connection, least):
        ids = indexed_ids(connection, _match(term))
        if ids.size >= least:
            bits = bits_of(ids, highest + 2).tobytes()
            connection.execute(insert(schema.search_common), {"term": term, "ids": bits})


def note_words(connection: Connection, rows: Mapping[int, int | None]) -> None:
    """Bring the lists in step with the index after some events were indexed anew.

    Args:
        connection: one from ``Library.writing``.
        rows: by the ids of these events, their rows in the index; None of those that are gone.
    """
    index, common = schema.search_event, schema.search_common
    terms = connection.execute(
        select(literal_column("rowid"), common.c.term, func.length(common.c.ids))
    ).all()
    if not terms or not rows:
        return
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the store does not stand on sqlite3")
    size = terms[0][2]
    # The last bit of a list is never set: it stands for ids beyond.
    if max(rows) // 8 >= size - 1:
        size = max(rows) // 8 + 1 + _ROOM
        for term in connection.scalars(select(common.c.term)).all():
            this = common.c.term == term
            bits: bytes = connection.execute(select(common.c.ids).where(this)).scalar_one()
            connection.execute(update(common).where(this).values(ids=bits.ljust(size, b"\0")))
    for number, term, _ in terms:
        there = select(index.c.rowid).where(matches(index, _match(term)))
        with raw.blobopen(common.name, "ids", number) as blob:
            for id_, row in rows.items():
                has = row is not None and connection.scalar(there.where(index.c.rowid == row)) is not None
                octet, bit = blob[id_ // 8], 1 << id_ % 8
                changed = octet | bit if has else octet & ~bit
                if changed != octet:
                    blob[id_ // 8] = changed


def out_of_step(connection: Connection) -> list[str]:
    """The terms whose lists have more or fewer events than the full-text index."""
    index, found = schema.search_event, []
    for term, ids in connection.execute(select(schema.search_common.c.term, schema.search_common.c.ids)):
        count = connection.scalar(select(func.count()).select_from(index).where(matches(index, _match(term))))
        if count != np.bitwise_count(np.frombuffer(ids, np.uint8)).sum(dtype=np.int64):
            found.append(term)
    return found


def _match(term: str) -> str:
    """A term in FTS5's language."""
    word = term.removesuffix("*")
    return f'"{word}"*' if word != term else f'"{word}"'


def _candidates(connection: Connection, least: float) -> list[str]:
    """Common words, and with a star beginnings that may be: an event counts once for each of its words."""
    connection.execute(text("CREATE VIRTUAL TABLE temp.event_word USING fts5vocab(main, search_event, row)"))
    counts: Counter[str] = Counter()
    for word, events in connection.execute(text("SELECT term, doc FROM temp.event_word")):
        # What is not ASCII the index may fold further than a query does.
        if word.isascii():
            counts[word] += events
            for length in range(1, PREFIX + 1):
                if len(word) >= length:
                    counts[f"{word[:length]}*"] += events
    connection.execute(text("DROP TABLE temp.event_word"))
    return sorted(term for term, events in counts.items() if events >= least)
