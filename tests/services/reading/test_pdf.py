import pytest

from explorer.domain.reading import UnreadableError, page_at, pages_between
from explorer.services.reading import pdf
from tests.support import papers


def read(data: bytes):
    return pdf.read(data, "paper.pdf", lambda done, of: None)


def test_a_page_gives_whole_paragraphs_without_running_heads():
    reading = read(papers.pdf(papers.PARAGRAPHS * 6))
    assert reading.text.split("\n")[:-1] == list(papers.PARAGRAPHS * 6)
    assert reading.found.title == papers.BOARD
    assert reading.found.authors == ("Ada Lindqvist",)
    assert reading.extractor.startswith("pypdfium2 ")


def test_a_paragraph_over_the_end_of_a_page_is_one_with_two_pages():
    reading = read(papers.pdf(papers.PARAGRAPHS * 6))
    assert [page.number for page in reading.pages] == list(range(1, len(reading.pages) + 1))
    assert len(reading.pages) > 1
    split = [page for page in reading.pages[1:] if reading.text[page.start - 1] == " "]
    assert split, "no paragraph of this paper goes over the end of a page"
    begin = split[0].start
    assert [page.number for page in pages_between(reading.pages, begin - 5, begin + 5)] == [
        split[0].number - 1,
        split[0].number,
    ]
    assert page_at(reading.pages, begin) == split[0]


@pytest.mark.parametrize("columns", [1, 2])
def test_columns_are_read_one_after_the_other(columns):
    reading = read(papers.pdf(papers.PARAGRAPHS * 4, columns=columns))
    assert reading.text.split("\n")[:-1] == list(papers.PARAGRAPHS * 4)


def test_columns_written_across_the_page_are_put_in_order():
    left = [f"left line {number} tells of the sea" for number in range(20)]
    right = [f"right line {number} tells of the land" for number in range(20)]
    text = read(papers.across(left, right)).text.replace("\n", " ")
    assert text.split() == " ".join([*left, *right]).split()


def test_pictures_of_pages_have_no_text_layer():
    with pytest.raises(UnreadableError, match="no text layer") as refused:
        read(papers.scan())
    assert refused.value.no_text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(papers.locked_pdf(), "password"), (b"%PDF-1.7\nnothing", "damaged"), (papers.pdf()[:400], "damaged")],
)
def test_what_cannot_be_opened_is_refused_with_its_reason(data, sentence):
    with pytest.raises(UnreadableError, match=sentence) as refused:
        read(data)
    assert not refused.value.no_text


def test_a_title_is_the_largest_words_where_the_file_has_none():
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Helvetica", 22)
    canvas.drawString(60, 700, "On the Mines of Sandvik")
    canvas.setFont("Helvetica", 10)
    for at in range(20):
        canvas.drawString(60, 650 - 12 * at, f"Line {at} of the report goes on from edge to edge of its page")
    canvas.save()
    assert read(out.getvalue()).found.title == "On the Mines of Sandvik"
