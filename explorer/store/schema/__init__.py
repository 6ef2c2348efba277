"""The tables of a library file, version 1.

Every table is STRICT, so that a column holds only the type it says. Closed sets and ranges are CHECK
constraints: SQLite's quick check tests them too, so a file that passes it can be read without doubting each
value. Lists that no query looks into (aliases, caveats ...) are JSON arrays in one column.

Version 1 is the first; there is nothing older to migrate from, so Alembic does not come in before version 2.
"""

from sqlalchemy import Connection

from explorer.store.schema.arrays import kept_array, kept_part, kept_state
from explorer.store.schema.changes import change_log, content
from explorer.store.schema.columns import metadata
from explorer.store.schema.events import entity, era, event, event_tag, participation, relation, theme
from explorer.store.schema.figures import (
    claim,
    claim_passage,
    claim_series,
    observation,
    series,
    series_break,
)
from explorer.store.schema.library import library, note, saved_view, step, step_lane, tour
from explorer.store.schema.search import (
    SEARCH_NAMES,
    SEARCH_TABLES,
    search_common,
    search_entity,
    search_event,
    search_event_word,
    search_passage,
    search_source,
)
from explorer.store.schema.sources import (
    anchor,
    concordance,
    concordance_event,
    concordance_line,
    concordance_passage,
    document,
    event_source,
    evidence,
    mention,
    passage,
    quantity,
    rejected_date,
    source,
)

APPLICATION_ID = 0x544C4558
"""Marks a SQLite file as ours: "TLEX"."""

VERSION = 1
"""The version of these tables, kept in the file as ``user_version``."""

__all__ = [
    "APPLICATION_ID",
    "SEARCH_NAMES",
    "VERSION",
    "anchor",
    "change_log",
    "claim",
    "claim_passage",
    "claim_series",
    "concordance",
    "concordance_event",
    "concordance_line",
    "concordance_passage",
    "content",
    "create",
    "document",
    "entity",
    "era",
    "event",
    "event_source",
    "event_tag",
    "evidence",
    "kept_array",
    "kept_part",
    "kept_state",
    "library",
    "mention",
    "metadata",
    "note",
    "observation",
    "participation",
    "passage",
    "quantity",
    "rejected_date",
    "relation",
    "saved_view",
    "search_common",
    "search_entity",
    "search_event",
    "search_event_word",
    "search_passage",
    "search_source",
    "series",
    "series_break",
    "source",
    "step",
    "step_lane",
    "theme",
    "tour",
]


def create(connection: Connection) -> None:
    """Make all tables in an empty file and mark it as a library of this version."""
    metadata.create_all(connection, checkfirst=False)
    for statement in SEARCH_TABLES:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("PRAGMA application_id = 1414284632")
    connection.exec_driver_sql("PRAGMA user_version = 1")
