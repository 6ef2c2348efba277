from explorer.domain.detail import DocumentPassage, EventHeading, SourceDetail
from explorer.domain.event import DateFlag, Extent, Precision, Theme
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
    return SourceDetail(SOURCE, document, tuple(items), (EVENT,))


def utf16(page, span):
    return page.text.encode("utf-16-le")[2 * span.start : 2 * span.end].decode("utf-16-le")


def test_spans_are_in_utf16_units_and_lines_are_numbered():
    items = (item(1, "First"), item(2, "words", ()), item(3, "Second", lost=True))
    page = page_of(detail(items, attached=True), items, LANES)
    assert [utf16(page, span) for span in page.spans] == ["First", "words"]
    assert [(span.title, span.colour) for span in page.spans] == [("An event", "#0072B2"), ("", "")]
    assert page.numbers == {0: 1, 2: 2}
    assert page.units == len(TEXT) + 2
    assert not page.cards


def test_an_event_that_is_only_an_example_is_called_one():
    (span,) = page_of(detail((), attached=True), (item(1, "First", (), examples=(EVENT,)),), LANES).spans
    assert (span.title, span.colour) == ("Our example: An event", "#0072B2")


def test_without_text_the_quotations_stand_one_below_the_other():
    items = (item(1, "😀 First"), item(2, "words"))
    page = page_of(detail(items, attached=False), items, LANES)
    assert page.text == "“😀 First”\n“words”"
    assert [utf16(page, span) for span in page.spans] == ["“😀 First”", "“words”"]
    assert page.numbers == {0: 1, 1: 2}
    assert page.cards


def test_spans_are_found_by_place_the_shortest_first():
    items = (item(1, "Second, with 😀 and words"), item(2, "and"))
    page = page_of(detail(items, attached=True), items, LANES)
    inside = page.spans[1].start
    assert [span.passage_id for span in page.spans_at(inside)] == [2, 1]
    assert [span.passage_id for span in page.spans_between(inside + 4, inside + 6)] == [1]
    assert page.spans_at(0) == []
