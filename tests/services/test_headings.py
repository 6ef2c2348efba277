from explorer.services.headings import Headings
from explorer.services.libraries import open_library
from explorer.services.workers import Workers


def test_headings_are_read_by_id_or_all_together(story_path):
    workers = Workers()
    library = open_library(story_path)
    try:
        headings = Headings(workers)
        every = headings.of(library).result(10)
        assert len(every) == library.index.size
        chosen = headings.of(library, (every[3].id, every[5].id, 10**8)).result(10)
        assert {one.id for one in chosen} == {every[3].id, every[5].id}
        assert {one.title for one in chosen} == {every[3].title, every[5].title}
    finally:
        library.store.close()
        workers.close()
