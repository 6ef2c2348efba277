from concurrent.futures import CancelledError

import pytest

from explorer.domain.citation import CitationStyle
from explorer.domain.passage import Anchor, AnchorState
from explorer.domain.reading import PageStart
from explorer.services.citations.citing import Citations
from explorer.services.citations.composing import place_of
from explorer.services.citations.processor import Processor
from explorer.services.libraries import open_library
from explorer.services.workers import Errand, Workers
from explorer.store import reads
from tests.services.citations.references import ARTICLE

CHICAGO, APA, MLA, HARVARD = CitationStyle


@pytest.fixture
def citations():
    workers = Workers()
    yield Citations(workers)
    workers.close()


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


def event_id(library, slug):
    with library.store.reading() as connection:
        return reads.event_id(connection, slug)


def source(library, slug):
    return next(one for one in library.contents.sources if one.slug == slug)


def test_an_event_is_cited_with_its_records(citations, library):
    cited = citations.event(library, event_id(library, "un-single-convention-1961"), CHICAGO).result()
    assert cited.text.plain.startswith(
        "Single Convention on Narcotic Drugs, 1961, March 30, 1961, 520 UNTS 151, "
    )
    assert not cited.unchecked


def test_an_event_is_cited_with_its_passages_and_what_is_not_known_is_told(citations, library):
    cited = citations.event(library, event_id(library, "woodside-summit-2023"), APA).result()
    in_text, *entries = cited.text.plain.split("\n")
    assert in_text.startswith("(")
    assert "Pfeiffer, ca. 2023, paras. " in in_text
    assert any(
        entry.startswith("Pfeiffer, C. (ca. 2023, December). [Untitled article].") for entry in entries
    )
    assert cited.text.html.startswith("<p>(")
    assert ("Pfeiffer", "title") in cited.unknown
    assert ("Pfeiffer", "issued") in cited.inferred
    note = citations.event(library, event_id(library, "woodside-summit-2023"), CHICAGO).result().text.plain
    assert "; " in note
    assert ".;" not in note
    assert note.endswith(".")


def test_an_event_without_linked_works_is_cited_as_it_was_written_down(citations, library):
    cited = citations.event(library, event_id(library, "nixon-message-1969"), MLA).result()
    assert cited.text.plain.startswith("Special Message to the Congress on Control of Narcotics")
    assert "(Public Papers of the Presidents, 1969). https://www.presidency" in cited.text.plain


def test_a_passage_is_cited_with_its_paragraph_or_page(citations, library):
    article = source(library, "seed-b")
    with library.store.reading() as connection:
        passage = reads.passages(connection, article.id)[0]
    where = passage.selector.paragraph
    said = citations.passage(library, article, passage, None, HARVARD).result().text.plain
    assert said.startswith(f"(Pfeiffer, c. 2023, para. {where})\nPfeiffer, C. (c. 2023) ")


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [(0, 9, "p. xii"), (5, 10, "p. xii"), (5, 11, "pp. xii–2"), (10, 30, "pp. 2–217"), (20, 21, "p. 217")],
)
def test_a_passage_of_a_document_with_pages_is_cited_with_them(library, start, end, page):
    with library.store.reading() as connection:
        passage = reads.passages(connection, 1)[0]
    pages = (PageStart(0, 1, "xii"), PageStart(10, 2, ""), PageStart(20, 3, "217"))
    place = place_of(passage, Anchor(1, AnchorState.MOVED, start, end), pages)
    assert Processor(APA).note(ARTICLE, place).plain == f"(Kwon, 2022, {page})"
    lost = Anchor(1, AnchorState.LOST, None, None)
    assert place_of(passage, lost, pages).label == place_of(passage, None, pages).label == "paragraph"


def test_a_source_is_cited_whole(citations, library):
    order = source(library, "eo-14059")
    assert citations.source(order, APA).result().text.plain == (
        "Exec. Order No. 14,059, 86 Fed. Reg. 71549 (2021)."
    )


def test_a_bibliography_lists_each_work_once_with_progress(citations, library):
    sources = library.contents.sources[:12]
    shares = []
    listed = citations.listed(sources, APA, Errand(), shares.append)
    lines = listed.plain.split("\n")
    assert len(lines) == len(set(lines)) == 12
    assert listed.html.count("<p>") == 12
    assert shares == sorted(shares)
    assert len(shares) == 12


def test_a_bibliography_can_be_called_off(citations, library):
    errand = Errand()

    def call_off(_share):
        errand.call_off()

    with pytest.raises(CancelledError):
        citations.listed(library.contents.sources, MLA, errand, call_off)
