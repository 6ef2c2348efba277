from uuid import UUID, uuid4

from explorer.domain.ids import record_uuid


def test_the_same_record_always_has_the_same_uuid():
    library = uuid4()
    one = record_uuid(library, "event", "woodside-summit-2023")
    assert one == record_uuid(library, "event", "woodside-summit-2023")
    assert UUID(one).version == 5


def test_kinds_slugs_and_libraries_are_told_apart():
    library, other = uuid4(), uuid4()
    made = {
        record_uuid(library, "event", "a"),
        record_uuid(library, "event", "b"),
        record_uuid(library, "era", "a"),
        record_uuid(other, "event", "a"),
    }
    assert len(made) == 4
