from explorer.domain.detail import DocumentPassage, EventHeading, SourceDetail
from explorer.domain.event import DateFlag, Extent, Precision, Theme
from explorer.domain.paragraphs import paragraphs
from explorer.domain.passage import Anchor, AnchorState, Passage, Selector
from explorer.domain.source import Document, Source, SourceRole
from explorer.widgets.sources.content import page_of

TEXT = "😀 First line\n\nSecond, with 😀 and words\n"
SOURCE = Source(
    1,
    "",
    "s",
    SourceRole.ARTICLE,
    "S",
    "S",
    "",
    "",
    None,
    "article",
    "",
    "en",
    "",
    (),
    (),
    "{}",
    None,
    None,
    None,
)
LANES = {2: Theme(2, "law", "Law", "#0072B2", 0, "")}
EVENT = EventHeading(
    9, "e", "An event", "An event", "1971", None, Extent(0, 0, 1, 1), Precision.YEAR, DateFlag.NONE, 2, 5
)


def item(number, quote, events=(EVENT,), *, lost=False, examples=()):
    start = TEXT.index(quote)
    passage = Passage(
        number,
        "",
        "",
        1,
        Selector(quote, "", "", start, start + len(quote), number),
        "",
        "event",
        None,
        "",
        "",
        (),
    )
    place = (None, None) if lost else (start, start + len(quote))
    return DocumentPassage(
        passage, Anchor(number, AnchorState.LOST if lost else AnchorState.EXACT, *place), events, examples
    )


def detail(items, *, attached):
    document = Document(1, "c.txt", "", "UTF-8", TEXT, "2026-01-01T00:00:00+00:00") if attached else None
    starts = paragraphs(TEXT) if attached else ()
    return SourceDetail(SOURCE, document, tuple(items), (EVENT,), starts)


def words(page, span):
    return page.text[span.start : span.end]


def test_spans_are_marked_and_paragraphs_numbered():
    items = (item(1, "First"), item(2, "words", ()), item(3, "Second", lost=True))
    page = page_of(detail(items, attached=True), items, LANES)
    assert [words(page, span) for span in page.spans.all] == ["First", "words"]
    assert [(span.title, span.colour) for span in page.spans.all] == [("An event", "#0072B2"), ("", "")]
    assert [
        (page.text[at:][:6], number) for at, number in zip(page.paragraphs, page.numbers, strict=True)
    ] == [
        ("😀 Firs", 1),
        ("Second", 2),
    ]
    assert not page.cards


def test_an_event_that_is_only_an_example_is_called_one():
    (span,) = page_of(detail((), attached=True), (item(1, "First", (), examples=(EVENT,)),), LANES).spans.all
    assert (span.title, span.colour) == ("Our example: An event", "#0072B2")


def test_without_text_the_quotations_stand_one_below_the_other():
    items = (item(1, "😀 First"), item(2, "words"))
    page = page_of(detail(items, attached=False), items, LANES)
    assert page.text == "“😀 First”\n“words”"
    assert [words(page, span) for span in page.spans.all] == ["“😀 First”", "“words”"]
    assert list(page.paragraphs) == [0, 10]
    assert list(page.numbers) == [1, 2]
    assert page.cards


def test_spans_are_found_by_place_the_shortest_first():
    items = (item(1, "Second, with 😀 and words"), item(2, "and"))
    page = page_of(detail(items, attached=True), items, LANES)
    inside = page.spans.all[1].start
    assert [span.passage_id for span in page.spans.at(inside)] == [2, 1]
    assert [span.passage_id for span in page.spans.between(inside + 4, inside + 6)] == [1]
    assert page.spans.at(0) == []
