from pathlib import Path

from explorer.store import reads
from explorer.store.library import Library
from explorer.store.reads.whole import whole_events


def test_events_come_whole_and_by_time_as_one_by_one(story_library: Path) -> None:
    library = Library.open(story_library)
    try:
        with library.reading() as connection:
            ids = [heading.id for heading in reads.headings(connection)]
            found = whole_events(connection, [*ids[::-7], 999_999])
            assert {whole.event.id for whole in found} == set(ids[::-7])
            assert [whole.event.extent.earliest for whole in found] == sorted(
                whole.event.extent.earliest for whole in found
            )
            for whole in found:
                one = reads.event_detail(connection, whole.event.id)
                assert whole.event == one.event
                assert set(whole.entity_ids) == {each.id for each in (*one.people, *one.bodies, *one.places)}
                assert whole.record_ids == tuple(each.id for each in one.records)
    finally:
        library.close()
