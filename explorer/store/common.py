"""Makes the lists of common words: without them, all events with such a word take long to gather."""

from collections import Counter

import numpy as np
from sqlalchemy import Connection, delete, func, insert, select, text

from explorer.store import schema
from explorer.store.matching import bits_of, indexed_ids, matches
from explorer.store.wanted import PREFIX

FEWEST = 50_000
"""Events of a library that has such lists: in a smaller one the index is fast enough by itself."""
SHARE = 1 / 12
"""Share of the events that a word or a short beginning must stand in to be common."""


def list_common(connection: Connection, fewest: int = FEWEST) -> None:
    """List the events of every common word and of every short beginning of words, as one bit an event id.

    To be called when the full-text index is filled. Whoever changes the words of an event later must change
    the lists with them, or empty the table: a list that is not there costs time only.

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
