"""What events and relations rest on, as it stands in the file."""

from explorer.store.library import Library
from explorer.store.support import events_at_rest, links_without_passage


def test_every_event_comes_once_with_the_words_that_speak_of_it(story_path):
    library = Library.open(story_path)
    with library.reading() as connection:
        events = list(events_at_rest(connection))
        links = list(links_without_passage(connection))
    library.close()
    assert len(events) == len({event.id for event in events}) == 188
    woodside = next(event for event in events if event.slug == "woodside-summit-2023")
    assert any("Xi" in words for words in woodside.passages)
    assert any(event.cited and not event.passages for event in events)
    assert links
    assert all(link.reading for link in links)
