import pytest

from explorer.services.libraries import open_library
from explorer.services.patching import patched


@pytest.fixture
def library(story_library):
    library = open_library(story_library)
    yield library
    library.store.close()


def test_nothing_touched_leaves_the_events_as_they_are(library):
    with library.store.reading() as connection:
        renewed = patched(library, connection, (), library.contents)
    assert renewed.store is library.store
    assert renewed.index.size == library.index.size
    assert renewed.labels == library.labels
