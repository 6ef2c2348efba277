import pytest

from explorer.domain.reading import UnreadableError
from explorer.services.reading import epub
from tests.support import papers


def test_chapters_come_in_the_order_of_the_spine_with_printed_pages():
    reading = epub.read(papers.book(), "book.epub")
    assert reading.text.split("\n")[:-1] == list(papers.PARAGRAPHS)
    assert [page.label for page in reading.pages] == ["12", "13"]
    assert reading.pages[0].start == 0
    assert reading.text[reading.pages[1].start :].startswith(papers.PARAGRAPHS[2])
    found = reading.found
    assert (found.title, found.authors, found.date) == (papers.BOARD, ("Ada Lindqvist",), "1977-05")
    assert (found.publisher, found.language) == ("Coast Press", "en")


def test_a_chapter_that_is_no_xhtml_is_read_as_html():
    data = papers.with_part(papers.book(), "OEBPS/text/a.xhtml", b"<p>One &nbsp; line<br>and another")
    assert epub.read(data, "book.epub").text.startswith("One \xa0 line\nand another\n")


def test_a_book_without_chapters_has_no_text():
    data = papers.with_part(papers.book([]), "OEBPS/text/b.xhtml", b"<html/>")
    with pytest.raises(UnreadableError, match="no text"):
        epub.read(data, "book.epub")


def test_a_book_that_does_not_say_where_its_chapters_are_is_damaged():
    data = papers.with_part(papers.book(), "META-INF/container.xml", b"<container/>")
    with pytest.raises(UnreadableError, match="damaged"):
        epub.read(data, "book.epub")


def test_a_book_locked_by_its_seller_says_so():
    data = papers.with_part(papers.book([]), "META-INF/encryption.xml", b"<encryption/>")
    with pytest.raises(UnreadableError, match="protected"):
        epub.read(data, "book.epub")
