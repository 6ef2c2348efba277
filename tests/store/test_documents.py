from hashlib import sha256

import pytest
from sqlalchemy import func, select

from explorer.domain.passage import Anchor, AnchorState, Selector
from explorer.domain.reading import Kind, PageStart
from explorer.domain.source import Document
from explorer.store import reads, schema
from explorer.store.library import Library
from tests.support.attaching import attach, detach

TEXT = "A text of our own, with ünïcode — and a second line.\nHere it is."


@pytest.fixture
def library(story_path):
    library = Library.open(story_path)
    yield library
    library.close()


def document(source_id: int, name: str = "copy.txt") -> Document:
    return Document(source_id, name, "0" * 64, "UTF-8", TEXT, "2026-01-02T03:04:05+00:00")


def anchors(passages) -> list[Anchor]:
    first, second, *others = passages
    return [
        Anchor(first.id, AnchorState.EXACT, 0, 6),
        Anchor(second.id, AnchorState.MOVED, 8, 20),
        *(Anchor(each.id, AnchorState.LOST, None, None) for each in others),
    ]


def test_an_attached_text_is_read_with_the_places_of_its_passages(library):
    with library.reading() as connection:
        passages = reads.passages(connection, 1)
    places = anchors(passages)
    with library.writing() as connection:
        attach(connection, document(1), places)
    with library.reading() as connection:
        detail = reads.source_detail(connection, 1)
        summary = reads.source_summaries(connection)[0]
        by_slug = reads.attached(connection)
    assert detail.document == document(1)
    assert [each.anchor for each in detail.passages] == places
    assert (summary.exact, summary.moved, summary.lost) == (1, 1, len(passages) - 2)
    assert summary.attached == document(1).attached
    assert by_slug == {detail.source.slug: document(1)}


def test_the_cards_of_an_event_know_the_places(library):
    with library.reading() as connection:
        passages = reads.passages(connection, 1)
    with library.writing() as connection:
        attach(connection, document(1), anchors(passages))
    with library.reading() as connection:
        event = reads.event_id(connection, "woodside-summit-2023")
        assert event is not None
        cards = reads.event_detail(connection, event).passages
    assert {card.anchor is None for card in cards if card.source.id == 1} == {False}
    assert {card.anchor is None for card in cards if card.source.id == 2} == {True}


def test_selectors_that_know_more_are_kept_even_without_the_text(library):
    with library.reading() as connection:
        (first, *_) = reads.passages(connection, 1)
    better = Selector(first.selector.exact, "before ", " after", 3, 90, 2)
    with library.writing() as connection:
        attach(connection, document(1), [], {first.id: better})
        detach(connection, 1)
    with library.reading() as connection:
        assert {each.id: each.selector for each in reads.passages(connection, 1)}[first.id] == better


def test_attaching_again_takes_the_place_of_the_first(library):
    for name in ("one.txt", "two.txt"):
        with library.writing() as connection:
            attach(connection, document(1, name), [])
    with library.reading() as connection:
        assert reads.source_detail(connection, 1).document == document(1, "two.txt")


def test_detaching_leaves_nothing_of_it_and_the_others_alone(library):
    with library.writing() as connection:
        for source in (1, 2):
            places = anchors(reads.passages(connection, source))
            attach(connection, document(source), places)
    with library.writing() as connection:
        detach(connection, 1)
        detach(connection, 1)
    with library.reading() as connection:
        assert reads.source_detail(connection, 1).document is None
        assert reads.source_detail(connection, 2).document == document(2)
        left = connection.scalar(select(func.count()).select_from(schema.anchor))
        assert left == len(reads.passages(connection, 2))


def test_a_text_keeps_every_character(library):
    odd = Document(1, "o.txt", "0", "UTF-8", "a\x00b😀\u0301", "now")
    with library.writing() as connection:
        attach(connection, odd, [])
    with library.reading() as connection:
        assert reads.source_detail(connection, 1).document == odd


def test_a_document_with_pages_and_its_file_comes_back_whole(library):
    data = b"%PDF of two pages"
    whole = Document(
        source_id=1,
        filename="a.pdf",
        sha256=sha256(data).hexdigest(),
        encoding="PDF",
        text=TEXT,
        attached="2026-01-02T03:04:05+00:00",
        kind=Kind.PDF,
        extractor="pypdfium2 5",
        pages=(PageStart(0, 1, "iv"), PageStart(53, 2, "v")),
        sketch=(1, 2**32 - 1),
        notices=("One page is empty.",),
        is_kept=True,
        path="/papers/a.pdf",
    )
    with library.writing() as connection:
        attach(connection, whole, [], files=[data])
    with library.reading() as connection:
        assert reads.document_of(connection, 1) == whole
        assert reads.original_of(connection, 1) == data
        (known,) = reads.known_documents(connection)
    assert (known.source_id, known.sha256, known.sketch) == (1, whole.sha256, whole.sketch)


def test_a_text_is_kept_once_and_goes_with_the_last_that_names_it(library, story_path):
    with library.writing() as connection:
        for source in (1, 2):
            attach(connection, document(source), [])
    with library.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.content)) == 1
