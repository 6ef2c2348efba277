from explorer.store import order, reads
from explorer.store.library import Library


def test_events_by_title(story_library):
    library = Library.open(story_library)
    with library.reading() as connection:
        ids = order.by_title(connection)
        titles = {each.id: each.title for each in reads.headings(connection)}
    library.close()
    assert sorted(ids.tolist()) == sorted(titles)
    listed = [titles[id_].casefold() for id_ in ids.tolist()]
    assert listed == sorted(listed)
