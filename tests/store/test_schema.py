import sqlite3
from contextlib import closing

import pytest

from explorer.store import schema


@pytest.fixture
def connection(story_path):
    with closing(sqlite3.connect(story_path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_every_table_is_strict(connection):
    strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list"))
    assert [name for name in schema.metadata.tables if not strict[name]] == []


def test_the_file_is_marked_as_a_library(connection):
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert schema.APPLICATION_ID.to_bytes(4, "big") == b"TLEX"
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_every_reference_can_be_followed_back_by_an_index():
    """Deleting a record must not read whole tables to find what refers to it. Small tables may."""
    small = {"library", "era", "step", "step_lane", "claim_series", "concordance_line", "concordance_passage"}
    missing = []
    for table in schema.metadata.tables.values():
        firsts = {next(iter(index.columns)).name for index in table.indexes}
        firsts.add(next(iter(table.primary_key.columns)).name)
        for key in table.foreign_key_constraints:
            column = key.column_keys[0]
            if column not in firsts and table.name not in small:
                missing.append(f"{table.name}.{column}")
    assert missing == ["relation.passage_id"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET importance = 6",
        "UPDATE event SET earliest = latest + 1",
        "UPDATE event SET title = NULL",
        "UPDATE event SET likely_start = 'soon'",
        "UPDATE evidence SET stance = 'shrugs'",
        "UPDATE relation SET to_id = from_id",
        "UPDATE passage SET start = stop + 1",
        "UPDATE entity SET latitude = 91",
        "INSERT INTO anchor VALUES (1, 'lost', 3, 4, 1.0, '[]', 0)",
        "INSERT INTO anchor VALUES (1, 'several', 3, 4, 1.0, '[]', 0)",
        "INSERT INTO anchor VALUES (1, 'exact', NULL, NULL, 1.0, '[]', 0)",
        "INSERT INTO anchor VALUES (1, 'exact', 3, 4, 1.5, '[]', 0)",
        "INSERT INTO document VALUES (999, '', '', '', '', 'pdf', '', '', '', '', '', NULL, '')",
        "DELETE FROM theme",
        "UPDATE library SET id = 2",
    ],
)
def test_what_cannot_be_true_cannot_be_written(statement, connection):
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_what_belongs_to_a_record_goes_with_it(connection):
    connection.execute("DELETE FROM step_lane")
    connection.execute("DELETE FROM step")
    connection.execute("DELETE FROM library")
    connection.execute("DELETE FROM event")
    for table in ("event_tag", "participation", "evidence", "relation", "event_source", "concordance_event"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM passage").fetchone() != (0,)
