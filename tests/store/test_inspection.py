import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine

from explorer.domain.errors import ReaderError
from explorer.store import inspection, schema
from explorer.store.faults import UnfitError
from explorer.store.inspection import SHAPE, check_header, examine, read_header, shape_of


def test_the_tables_made_today_are_those_of_version_1():
    """If this fails, files of readers are refused: a changed table needs a new version, not a new hash."""
    made = create_engine("sqlite:///:memory:")
    with made.begin() as connection:
        schema.create(connection)
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all()
    made.dispose()
    assert shape_of(dict(map(tuple, found))) == SHAPE
    assert schema.VERSION == 1


def test_white_space_is_no_change():
    names = schema.metadata.tables.keys() | schema.SEARCH_NAMES
    tables = {name: f"CREATE  TABLE\n\t{name} (x)" for name in names}
    assert shape_of(tables) == shape_of({name: f"CREATE TABLE {name} (x)" for name in names})
    assert shape_of(tables) != shape_of(tables | {"event": "CREATE TABLE event (y)"})


def test_a_good_library_passes(story_path):
    header = read_header(story_path)
    check_header(header, story_path)
    assert (header.application_id, header.version, header.write_ahead) == (schema.APPLICATION_ID, 1, False)
    with closing(sqlite3.connect(story_path)) as connection:
        assert examine(connection, story_path)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE quantity", "lacks a part"),
        ("CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM event; END", "not as Timeline"),
        ("DELETE FROM library", "without a title"),
        ("UPDATE entity SET latitude = 91 WHERE id = 1", "damaged"),
        ("UPDATE era SET entity_id = 9999", "refer to records that are missing"),
    ],
)
def test_of_a_large_file_the_frame_is_examined(story_path, monkeypatch, statement, words):
    monkeypatch.setattr(inspection, "WHOLE", 0)
    with closing(sqlite3.connect(story_path)) as connection:
        assert not examine(connection, story_path)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()
    with closing(sqlite3.connect(story_path)) as connection, pytest.raises(UnfitError, match=words):
        examine(connection, story_path)


def test_tables_and_views_of_others_do_no_harm(story_path):
    with closing(sqlite3.connect(story_path)) as connection:
        connection.execute("CREATE TABLE mine (x)")
        connection.execute("CREATE VIEW all_titles AS SELECT title FROM event")
        examine(connection, story_path)


def test_a_file_that_is_not_there_may_come_back(tmp_path):
    with pytest.raises(ReaderError, match="There is no file “gone") as told:
        read_header(tmp_path / "gone.tlx")
    assert not isinstance(told.value, UnfitError)
