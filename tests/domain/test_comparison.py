"""Sources side by side."""

from dataclasses import replace

from explorer.domain.comparison import comparison_of
from explorer.services.libraries import open_library
from explorer.store import reads


def detail_of(path, slug):
    library = open_library(path)
    try:
        with library.store.reading() as connection:
            return reads.event_detail(connection, reads.event_id(connection, slug)), library.contents.sources
    finally:
        library.store.close()


def test_every_passage_stands_with_its_source_in_document_order(story_path):
    detail, sources = detail_of(story_path, "woodside-summit-2023")
    comparison = comparison_of(detail, sources)
    cards = [card for voice in comparison.voices for card in voice.cards]
    assert sorted(card.passage.id for card in cards) == sorted(card.passage.id for card in detail.passages)
    for voice in comparison.voices:
        starts = [card.passage.selector.start for card in voice.cards if not card.example]
        assert starts == sorted(starts)
        assert {card.source.id for card in voice.cards} <= {voice.source.id}


def test_a_source_that_a_topic_names_is_there_even_if_it_is_silent(story_path):
    detail, sources = detail_of(story_path, "woodside-summit-2023")
    silent = detail.passages[0].source.id
    heard = tuple(card for card in detail.passages if card.source.id != silent)
    comparison = comparison_of(replace(detail, passages=heard), sources)
    assert {voice.source.id: bool(voice.cards) for voice in comparison.voices}[silent] is False
