import pytest

from explorer.domain.reading import Kind, UnreadableError
from explorer.services.reading import plain
from tests.support import papers


def test_a_text_is_kept_as_it_stands_and_its_first_line_taken_for_the_title():
    text = papers.BOARD + "\n\n" + "\n\n".join(papers.PARAGRAPHS)
    reading = plain.read(text.encode(), "a.txt", Kind.TEXT)
    assert reading.text == text
    assert reading.found.title == papers.BOARD
    assert reading.encoding == "UTF-8"
    assert reading.pages == ()


@pytest.mark.parametrize("start", ["A sentence ends.\n\n", "One line\nand another\n\n", ""])
def test_a_first_line_that_is_no_title_is_not_taken_for_one(start):
    assert plain.read((start + papers.PARAGRAPHS[0]).encode(), "a.txt", Kind.TEXT).found.title == ""


def test_markdown_names_itself_by_its_head_or_heading():
    head = "---\ntitle: “On Mud”\nauthor: Ada Lindqvist; Bo Ek\ndate: 1976-11-03\nlang: en\n---\n# No"
    found = plain.read(head.encode(), "a.md", Kind.MARKDOWN).found
    assert (found.title, found.authors, found.date, found.language) == (
        "“On Mud”",
        ("Ada Lindqvist", "Bo Ek"),
        "1976-11-03",
        "en",
    )
    assert plain.read(b"Intro\n\n# On Mud #\n\nText", "a.md", Kind.MARKDOWN).found.title == "On Mud"


def test_right_to_left_text_and_nul_bytes_come_through():
    text = "שלום עולם، مرحبا بالعالم"
    assert plain.read(text.replace(" ", " \x00").encode(), "a.txt", Kind.TEXT).text == text


@pytest.mark.parametrize("data", [b" \r\n\t\n", bytes(range(256)) * 40, bytes(5000)])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnreadableError, match=r"no text|look like text"):
        plain.read(data, "a.txt", Kind.TEXT)
