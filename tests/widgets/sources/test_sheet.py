import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.paragraphs import paragraphs
from explorer.widgets.sources.content import Page, Span, Spans
from explorer.widgets.sources.sheet import GAP, MOST_LETTERS, MOST_LINES, sheet_around

TEXTS = {
    "prose": "It was the habit of the council 😀 to answer in the spring of the year. " * 5 + "\n\n",
    "short paragraphs": "a\n\n",
    "one line": "word and more ",
    "one word": "x",
    "accents": "e\u0301\u0316",
    "blank": " \n",
}


def page_of(text: str, spans: tuple[Span, ...] = ()) -> Page:
    starts = paragraphs(text)
    return Page(text, starts, range(1, len(starts) + 1), Spans.of(spans), cards=False)


PAGES = {name: page_of(piece * (200_000 // len(piece))) for name, piece in TEXTS.items()}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.5, 0.99, 1])
def test_a_sheet_is_small_and_holds_the_place_with_text_on_both_sides(name, share):
    page = PAGES[name]
    point = round(share * (len(page.text) - 1))
    sheet = sheet_around(page, point)
    assert sheet.start <= point <= sheet.end
    assert len(sheet.text) <= MOST_LETTERS
    assert sheet.text.count("\n") <= MOST_LINES
    assert sheet.text == page.text[sheet.start : sheet.end]
    lines = page.text.count("\n", 0, sheet.start), page.text.count("\n", sheet.end)
    assert sheet.is_first or point - sheet.start > MOST_LETTERS // 2 - GAP - 1 or lines[0] > 0
    assert sheet.is_first or sheet.is_last or len(sheet.text) > MOST_LINES


def test_an_article_is_one_sheet():
    page = page_of("A paragraph of an article.\n\n" * 200)
    sheet = sheet_around(page, 3_000)
    assert sheet.is_first
    assert sheet.is_last
    assert list(sheet.numbers.values()) == list(range(1, 201))
    assert list(sheet.numbers) == list(range(0, 400, 2))


@settings(max_examples=40)
@given(st.integers(0, 199_999))
def test_numbers_stand_at_the_lines_where_their_paragraphs_begin(point):
    page = PAGES["prose"]
    sheet = sheet_around(page, point)
    lines = sheet.text.split("\n")
    for line, number in sheet.numbers.items():
        at = page.paragraphs[number - 1]
        assert page.text[at:].startswith(lines[line][:50])
        assert lines[line]


@settings(max_examples=40)
@given(st.integers(0, 190_000), st.integers(1, 9_000), st.integers(0, 199_999))
def test_spans_are_cut_to_the_sheet_and_counted_as_qt_counts(start, length, point):
    text = PAGES["prose"].text
    span = Span(1, start, min(start + length, len(text)), "An event", "")
    sheet = sheet_around(page_of(text, (span,)), point)
    encoded = sheet.text.encode("utf-16-le")
    cut = text[max(span.start, sheet.start) : min(span.end, sheet.end)]
    if span.start >= sheet.end or span.end <= sheet.start:
        assert sheet.spans.all == ()
    else:
        (found,) = sheet.spans.all
        assert encoded[2 * found.start : 2 * found.end].decode("utf-16-le") == cut
    assert sheet.point(sheet.unit(point)) == min(max(point, sheet.start), sheet.end)
