"""Records as rows of any kind."""

import pytest

from explorer.domain.change import Change, added
from explorer.domain.errors import ReaderError
from explorer.store import records
from explorer.store.library import Library


@pytest.fixture
def connection(story_path):
    library = Library.open(story_path)
    with library.writing() as connection:
        yield connection
    library.close()


def test_the_next_id_is_free(connection):
    id_ = records.next_id(connection, "event")
    assert records.fields_of(connection, "event", {"id": id_}) is None
    assert records.fields_of(connection, "event", {"id": id_ - 1}) is not None
    assert records.next_id(connection, "note") == 1


def test_keys_name_all_records_with_a_value(connection):
    keys = records.keys_where(connection, "participation", event_id=1)
    assert keys
    assert all(set(key) == {"event_id", "entity_id", "role"} and key["event_id"] == 1 for key in keys)


@pytest.mark.parametrize("record", ["kept_state", "content", "change_log", "search_common", "sqlite_schema"])
def test_what_follows_from_the_records_is_no_record(record):
    with pytest.raises(KeyError):
        records.table_of(record)


def test_a_key_that_is_not_whole_is_a_mistake_of_ours(connection):
    with pytest.raises(ValueError, match="not the key"):
        records.make(connection, Change("evidence", {"event_id": 1}, {}, None))


def test_a_slug_that_is_taken_is_refused(connection):
    fields = records.fields_of(connection, "entity", {"id": 1})
    new = {"id": records.next_id(connection, "entity")}
    with pytest.raises(ReaderError, match="changed elsewhere"):
        records.make(connection, added("entity", new, fields))
