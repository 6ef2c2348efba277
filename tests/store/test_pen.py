"""What is kept with the rows holds on over our own changes, and over nobody else's."""

import sqlite3
import threading
from contextlib import closing

import numpy as np
import pytest

from explorer.store.library import Library
from tests.store.test_library import add_note, notes

LAYOUT = 3
SOME = {"a": np.arange(5)}


def quietly(_share):
    pass


def holds(path):
    library = Library.open(path)
    try:
        return library.arrays(LAYOUT, quietly) is not None
    finally:
        library.close()


@pytest.fixture
def path(story_path):
    """A library with arrays, at rest."""
    library = Library.open(story_path)
    library.keep(LAYOUT, SOME)
    library.close()
    return story_path


def note_beside(library, number):
    with library.writing(keeps_arrays=True) as connection:
        connection.exec_driver_sql(
            "INSERT INTO note VALUES (?, ?, 'event', 1, 'x', '', '')", (number, f"note {number}")
        )


def test_what_is_kept_is_there_at_the_next_opening(path):
    assert holds(path)
    assert [each.name for each in path.parent.glob("story*")] == ["story.tlx"]
    assert path.read_bytes()[18] == 1


def test_opening_and_reading_change_no_byte(path):
    before = path.read_bytes()
    assert holds(path)
    assert path.read_bytes() == before


def test_changes_beside_the_events_leave_the_arrays(path):
    library = Library.open(path)
    for number in range(1, 4):
        note_beside(library, number)
    library.close()
    assert holds(path)


def test_other_changes_outdate_them(path):
    library = Library.open(path)
    add_note(library, "an event was changed", 1)
    assert library.arrays(LAYOUT, quietly) is None
    note_beside(library, 2)
    library.close()
    assert not holds(path)


def test_a_change_that_fails_outdates_nothing(path):
    library = Library.open(path)
    with pytest.raises(RuntimeError), library.writing():
        raise RuntimeError
    library.close()
    assert holds(path)


def test_a_change_by_another_program_meanwhile_is_noticed(path):
    library = Library.open(path)
    note_beside(library, 1)
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE event SET importance = 1 WHERE id = 1")
        other.commit()
    note_beside(library, 2)
    library.close()
    assert not holds(path)


def test_a_change_by_another_program_between_opening_and_writing_is_noticed(path):
    library = Library.open(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE event SET importance = 1 WHERE id = 1")
        other.commit()
    library.keep(LAYOUT, SOME)
    library.close()
    assert not holds(path)


def test_of_two_windows_each_takes_the_other_for_a_stranger(path):
    first, second = Library.open(path), Library.open(path)
    note_beside(first, 1)
    note_beside(second, 2)
    first.close()
    assert notes(second) == ["x", "x"]
    second.close()
    assert not holds(path)
    library = Library.open(path)
    library.keep(LAYOUT, SOME)
    library.close()
    assert holds(path)


def test_closing_waits_for_no_write_and_the_write_makes_one_file(path):
    library = Library.open(path)
    begun, closed = threading.Event(), threading.Event()

    def write():
        with library.writing(keeps_arrays=True) as connection:
            begun.set()
            assert closed.wait(20)
            connection.exec_driver_sql("INSERT INTO note VALUES (1, 'u', 'event', 1, 'x', '', '')")

    writer = threading.Thread(target=write)
    writer.start()
    assert begun.wait(20)
    library.close()
    closed.set()
    writer.join()
    assert [each.name for each in path.parent.glob("story*")] == ["story.tlx"]
    assert path.read_bytes()[18] == 1
    assert holds(path)
    library = Library.open(path)
    assert notes(library) == ["x"]
    library.close()


def test_arrays_that_could_not_be_written_are_not_taken_for_sound(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE event SET importance = 1 WHERE id = 1")
        other.commit()
    library = Library.open(path)
    with pytest.raises(AttributeError):
        library.keep(LAYOUT, SOME | {"b": None})  # type: ignore[dict-item]
    note_beside(library, 1)
    library.close()
    assert not holds(path)
