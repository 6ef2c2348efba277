"""All events that match a query, by the full-text index and by the lists of common words."""

from functools import reduce

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BindParameter, ColumnElement, Connection, FromClause, Select, Table, func, select

from explorer.store import schema
from explorer.store.ranking import RECORD_BITS
from explorer.store.wanted import PREFIX, Wanted

Ids = NDArray[np.int32]
Bits = NDArray[np.uint8]
Bools = NDArray[np.bool_]

ENDINGS = 32
"""Words of the events that one unfinished word is spelled out to; of more the index makes a list."""
STRIDE = 1 << 22
"""Ids that are read in one go: SQLite's text of more of them would become too long."""


def listed_events(connection: Connection, words: str) -> Bools | None:
    """Which events match by their own words, bool by id, if that is soon told by the lists of common words.

    None if it is not; the index keeps short what has one word that is not common. The last is False: it may
    stand for ids beyond.
    """
    wanted = Wanted.of(words)
    if wanted is None:
        return None
    bits = _all_common(connection, wanted, endings_of(connection, wanted))
    return None if bits is None else np.unpackbits(bits, bitorder="little").view(np.bool_)


def event_ids(connection: Connection, words: str) -> Ids:
    """The ids of all events whose own words match, by the full-text index, in its order: int32."""
    wanted = Wanted.of(words)
    if wanted is None:
        return np.empty(0, np.int32)
    return indexed_ids(connection, wanted.as_match(endings_of(connection, wanted)))


def told_event_ids(connection: Connection, words: str) -> Ids:
    """The ids of the events that have to do with ``words`` whatever their own words are: int32, ascending.

    These are the events that a matching passage speaks of or that are our example of what it says, and those
    in which a matching person, body or place takes part.
    """
    wanted = Wanted.of(words)
    if wanted is None:
        return np.empty(0, np.int32)
    link, part = schema.evidence, schema.participation
    told = select(func.group_concat(link.c.event_id)).where(
        link.c.passage_id.in_(_records(schema.search_passage, wanted))
    )
    acting = select(func.group_concat(part.c.event_id)).where(
        part.c.entity_id.in_(_records(schema.search_entity, wanted))
    )
    return np.unique(np.concatenate([_parsed(connection.scalar(query)) for query in (told, acting)]))


def indexed_ids(connection: Connection, match: str) -> Ids:
    """The ids of the events that the full-text index has for a query in FTS5's language, in its order: int32.

    They come as text from SQLite, which gathers it without Python's lock; a row each would cost five times as
    much.
    """
    index = schema.search_event
    asked = matches(index, match)
    following = select(index.c.rowid).where(asked).order_by(index.c.rowid).limit(1)
    found = [np.empty(0, np.int32)]
    first = connection.scalar(following)
    while first is not None:
        # Ids of one weight stand together, those of the next far away.
        stop = first + STRIDE
        between = (index.c.rowid >= first, index.c.rowid < stop)
        found.append(
            _parsed(connection.scalar(select(func.group_concat(record(index))).where(asked, *between)))
        )
        first = connection.scalar(following.where(index.c.rowid >= stop))
    return np.concatenate(found)


def endings_of(connection: Connection, wanted: Wanted) -> tuple[str, ...] | None:
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


def matches(index: Table, match: str | BindParameter[str]) -> ColumnElement[bool]:
    """The condition that a row of a search table matches a query in FTS5's language."""
    return index.c[index.name].match(match)


def record(index: FromClause) -> ColumnElement[int]:
    """The id of the record that a row of a search table stands for."""
    id_: ColumnElement[int] = index.c.rowid.bitwise_and((1 << RECORD_BITS) - 1)
    return id_.label("id")


def bits_of(ids: Ids, size: int) -> Bits:
    """One bit an id, the lowest first, for ids below ``size``."""
    there = np.zeros(size, np.bool_)
    there[ids] = True
    return np.packbits(there, bitorder="little")


def _all_common(connection: Connection, wanted: Wanted, endings: tuple[str, ...] | None) -> Bits | None:
    """The events with all words, if there is a list for each of the words or for one of its endings."""
    clauses = [(word,) for word in wanted.words[:-1]] + [endings or (f"{wanted.unfinished}*",)]
    common = schema.search_common
    named = common.c.term.in_([term for clause in clauses for term in clause])
    listed = set(connection.scalars(select(common.c.term).where(named)))
    if not all(listed.intersection(clause) for clause in clauses):
        return None
    lists = {
        term: np.frombuffer(ids, np.uint8)
        for term, ids in connection.execute(select(common.c.term, common.c.ids).where(named))
    }
    parts = []
    for clause in clauses:
        part = reduce(np.bitwise_or, (lists[term] for term in clause if term in lists))
        rare = tuple(term for term in clause if term not in lists)
        if rare:
            match = " OR ".join(f'"{term}"' for term in rare)
            part = part | bits_of(indexed_ids(connection, match), 8 * part.size)
        parts.append(part)
    return reduce(np.bitwise_and, parts)


def _records(index: Table, wanted: Wanted) -> Select[int]:
    return select(record(index)).where(matches(index, wanted.as_match()))


def _parsed(numbers: str | None) -> Ids:
    return np.fromstring(numbers or "", np.int32, sep=",")
