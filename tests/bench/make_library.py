"""``python tests/bench/make_library.py N OUT.tlx``: writes a library of N made-up events, N to 10,000,000.

Lanes, eras, figures, people, places and records are those of the shipped story (``drawn_events`` tells how
the events are drawn); the file is as the app itself would write it, its search index included.
"""

import argparse
import sqlite3
import sys
import time
from dataclasses import fields, replace
from pathlib import Path
from uuid import UUID

import numpy as np
from sqlalchemy import Connection

if not __package__:
    # Run as a file, Python looks for modules beside it only.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from explorer.domain.contents import Web
from explorer.domain.entity import EntityKind
from explorer.domain.event import Layer, Status, Theme
from explorer.domain.ids import record_uuid
from explorer.domain.relation import Relation, RelationKind
from explorer.domain.whole import WholeLibrary
from explorer.services.loading import keep_in_new
from explorer.services.story import read_story
from explorer.store import filling, schema
from explorer.store.columns import TYPES, EventColumns
from explorer.store.common import list_common
from explorer.store.engine import engine, for_writing
from explorer.store.ranking import rowid
from tests.bench.drawn_events import LANE_SHARES, Chunk, drawn

STORY = Path(__file__).resolve().parents[2] / "resources" / "library"
LIBRARY = UUID("7c7b7b1e-6d2f-4d8e-9d39-0b4d6f6a9a61")
MADE = "2024-01-01T00:00:00+00:00"
MOST = 10_000_000
RELATED = 6
"""Events that the selected one is joined to by arcs."""
CACHE_KB = 256 * 1024
HASH_BYTES = 64 * 1024 * 1024
"""What FTS5 gathers before it writes a piece of its index; the default of 1 MB makes it merge for ever."""
USUAL_HASH_BYTES = 1024 * 1024


def make_library(events: int, out: Path) -> None:
    """Write the library; whatever stood there is replaced."""
    out.unlink(missing_ok=True)
    out.touch()
    made = engine(out, "draft")
    try:
        with made.connect() as connection, for_writing(connection).begin():
            schema.create(connection)
            keep_in_new(connection, _fill(connection, events))
    finally:
        made.dispose()


def _fill(connection: Connection, events: int) -> EventColumns:
    """Write the records and the search index; the columns of the events are what they would be read as."""
    frame = _frame(events)
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the store does not stand on sqlite3")
    raw.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    raw.execute("PRAGMA temp_store = FILE")
    raw.execute("PRAGMA threads = 1")
    # The frame names events that come after it.
    raw.execute("PRAGMA defer_foreign_keys = ON")
    # Sorting once costs a fraction of keeping an index in order row by row.
    later = sorted((*schema.event.indexes, *schema.participation.indexes), key=lambda index: str(index.name))
    for index in later:
        index.drop(connection)
    filling.fill(connection, frame)
    people = [one.id for one in frame.contents.entities if one.kind is not EntityKind.PLACE]
    # Half of the time to insert an event would go to the values allowed; the test of this file checks them.
    raw.execute("PRAGMA ignore_check_constraints = ON")
    columns = _Columns(events)
    for chunk in drawn(events, len(people)):
        columns.add(chunk)
        raw.executemany(EVENT, zip(*(getattr(chunk, name) for name in GIVEN), strict=True))
        raw.executemany(PART, ((event, people[whom]) for event, whom in chunk.parts))
    for index in later:
        index.create(connection)
    _index_words(raw)
    list_common(connection)
    return columns.made


class _Columns:
    """Gathers the columns of the events."""

    def __init__(self, events: int) -> None:
        self.made = EventColumns(
            **{name: np.empty(events, TYPES[name]) for name in TYPES.names},
        )
        self._count = 0

    def add(self, chunk: Chunk) -> None:
        """Add the events of a chunk. No passage speaks of any of them."""
        given = {
            "likely_start": chunk.earliest,
            "likely_end": chunk.latest,
            "layer": 1,
            "sources": 0,
            "contested": False,
        }
        rows = slice(self._count, self._count + len(chunk.id))
        for name in TYPES.names:
            getattr(self.made, name)[rows] = given[name] if name in given else getattr(chunk, name)
        self._count = rows.stop


def _frame(events: int) -> WholeLibrary:
    """The shipped story without its own events and what hangs on them; eight lanes."""
    story = read_story(STORY, MADE)
    given = story.contents
    colours = [theme.colour for theme in given.themes]
    themes = tuple(
        Theme(number, f"lane-{number}", f"Lane {number}", colours[number % len(colours)], number, "")
        for number in range(1, len(LANE_SHARES) + 1)
    )
    contents = replace(
        given,
        title=f"{events:,} made-up events",
        subtitle="For measuring only",
        start_event_id=1 if events else None,
        themes=themes,
        entities=tuple(replace(one, uuid=_uuid("entity", one.slug)) for one in given.entities),
        # The steps of the shipped tours name passages and claims of the story.
        tours=(),
    )
    relations = tuple(
        Relation(
            other,
            _uuid("relation", str(other)),
            *ends,
            RelationKind.LED_TO,
            "",
            passage_id=None,
            reading=True,
        )
        for other in range(2, min(events, RELATED + 1) + 1)
        for ends in [(1, other) if other % 2 else (other, 1)]
    )
    return WholeLibrary(
        uuid=LIBRARY,
        fingerprint="",
        contents=contents,
        web=Web(relations=relations, claims=(), concordances=()),
        events=(),
        participations=(),
        passages=(),
        evidence=(),
        citations=(),
        mentions=(),
    )


def _uuid(kind: str, slug: str) -> str:
    return record_uuid(LIBRARY, kind, slug)


def _insert(table: str, values: dict[str, str]) -> str:
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})"


EVENT = _insert(
    "event",
    {
        "id": "?1",
        # In their order, as UUIDs with a time in them are: the index of random ones would be read all over.
        "uuid": "printf('00000000-0000-7000-8000-%012x', ?1)",
        "slug": "printf('event-%08d', ?1)",
        "title": "?2",
        "label": "?2",
        "summary": "?3",
        "label_em": "?4",
        "start_edtf": "?5",
        "end_edtf": "?6",
        "earliest": "?7",
        "likely_start": "?7",
        "likely_end": "?8",
        "latest": "?8",
        "precision": "?9",
        "flags": "?10",
        "importance": "?11",
        "theme_id": "?12 + 1",
        "layer": f"'{Layer.CONTEXT}'",
        "date_status": f"'{Status.UNCHECKED}'",
        "citation_status": f"'{Status.UNCHECKED}'",
        "created": f"'{MADE}'",
        "modified": f"'{MADE}'",
        **dict.fromkeys(("scope", "citation", "date_note"), "''"),
        "url": "NULL",
    },
)
PART = _insert("participation", {"event_id": "?1", "entity_id": "?2", "role": "'actor'", "position": "?1"})
GIVEN = tuple(field.name for field in fields(Chunk) if field.name != "parts")
"""Columns of a chunk in the order of the parameters of ``EVENT``."""


def _index_words(raw: sqlite3.Connection) -> None:
    """Fill the search table of the events in the order of its rows. The words are ASCII: nothing to fold."""
    configure = "INSERT INTO search_event (search_event, rank) VALUES ('hashsize', ?)"
    raw.execute(configure, (HASH_BYTES,))
    for importance in range(5, 0, -1):
        raw.execute(
            "INSERT INTO search_event (rowid, title, summary, citation)"
            " SELECT ? | id, title, summary, citation"
            " FROM event WHERE importance = ? ORDER BY id",
            (rowid(0, importance), importance),
        )
    raw.execute(configure, (USUAL_HASH_BYTES,))


def main() -> int:
    """Make a library and say how long it took."""
    parser = argparse.ArgumentParser(prog="make_library.py", description=__doc__)
    parser.add_argument("events", type=int)
    parser.add_argument("out", type=Path)
    wanted = parser.parse_args()
    if not 0 <= wanted.events <= MOST:
        parser.error(f"0 to {MOST:,} events")
    begun = time.perf_counter()
    make_library(wanted.events, wanted.out)
    taken = time.perf_counter() - begun
    size = wanted.out.stat().st_size / 1e6
    print(f"{wanted.events:,} events in {taken:.1f} s: {wanted.events / taken:,.0f} a second, {size:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
