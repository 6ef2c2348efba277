from explorer.services.libraries import open_library
from explorer.store import order, reads


def test_titles_in_order(story_path) -> None:
    library = open_library(story_path)
    try:
        with library.store.reading() as connection:
            ids = order.by_title(connection).tolist()
            titles = {heading.id: heading.title for heading in reads.headings(connection, None)}
    finally:
        library.store.close()
    assert sorted(ids) == sorted(titles)
    listed = [titles[number].lower() for number in ids]
    assert listed == sorted(listed)
