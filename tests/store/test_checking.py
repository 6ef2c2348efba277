from pathlib import Path

from sqlalchemy import text

from explorer.domain.event import Layer, Status
from explorer.store.checking import standings, troubles
from explorer.store.common import list_common
from explorer.store.library import Library
from explorer.store.ranking import rowid


def test_a_library_as_built_is_sound(story_library: Path) -> None:
    library = Library.open(story_library)
    try:
        with library.reading() as connection:
            assert troubles(connection) == ()
    finally:
        library.close()


def test_an_entry_left_in_the_search_index_is_told(story_path: Path) -> None:
    library = Library.open(story_path)
    try:
        with library.writing() as connection:
            row = {"rowid": rowid(999_999, 1), "name": "Nobody", "aliases": ""}
            insert = "INSERT INTO search_entity (rowid, name, aliases) VALUES (:rowid, :name, :aliases)"
            connection.execute(text(insert), row)
        with library.reading() as connection:
            (said,) = troubles(connection)
        assert said == "Entries of the search index without a record in the table entity: 1."
    finally:
        library.close()


def test_a_list_of_a_common_word_that_is_not_true_is_told(story_path: Path) -> None:
    library = Library.open(story_path)
    try:
        with library.writing() as connection:
            list_common(connection, fewest=1)
        with library.reading() as connection:
            assert troubles(connection) == ()
        with library.writing() as connection:
            connection.execute(text("UPDATE search_common SET ids = x'ff' WHERE term IN ('the', 'a*')"))
        with library.reading() as connection:
            (said,) = troubles(connection)
        assert said == "Lists of common words that the search index contradicts: 2 (“a*”)."
    finally:
        library.close()


def test_events_stand_in_order_of_time_with_what_they_rest_on(story_library: Path) -> None:
    library = Library.open(story_library)
    try:
        with library.reading() as connection:
            found = standings(connection)
    finally:
        library.close()
    assert len(found) == 188
    assert found[0].start < found[-1].start
    by_slug = {each.slug: each for each in found}
    doubted = by_slug["operation-cooperation"]
    assert (doubted.date_status, doubted.layer) == (Status.UNCHECKED, Layer.CONTEXT)
    assert by_slug["woodside-summit-2023"].records == 1
