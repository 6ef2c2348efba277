"""trafilatura is loaded in the child only: it looks about for a network when it is imported."""

import pytest

from explorer.domain.reading import Kind, UnreadableError
from explorer.services.reading.process import read_apart
from explorer.services.workers import Errand
from tests.support import papers


def read(data: bytes):
    return read_apart(data, "page.html", Errand())


def test_the_article_comes_without_what_surrounds_it():
    reading = read(papers.page())
    assert reading.kind is Kind.HTML
    assert reading.text.split("\n") == [papers.BOARD, *papers.PARAGRAPHS]
    found = reading.found
    assert (found.title, found.authors, found.date) == (papers.BOARD, ("Ada Lindqvist",), "1976-11-03")
    assert (found.container, found.language) == ("Coast Weekly", "en")
    assert reading.extractor.startswith("trafilatura ")


def test_where_there_is_no_article_everything_is_taken_and_said():
    reading = read(b"<div class=comments><p>only words that look like a comment</p></div>")
    assert reading.text == "only words that look like a comment"
    assert "look it through" in reading.notices[0]


def test_right_to_left_text_and_nul_bytes_come_through():
    reading = read(b"<p>one\x00two</p><script>bad()</script><p>" + "שלום עולם".encode() + b"</p>")
    assert reading.text == "onetwo\nשלום עולם"


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "UTF-16"])
def test_a_declared_encoding_counts_where_it_can(name):
    page = f'<html><head><meta charset="{name}"></head><body><p>naïve “café”</p></body></html>'
    assert read(page.encode("cp1252")).text == "naïve “café”"


@pytest.mark.parametrize("data", [b"<html></html>", b"<html>" + b"<div>" * 200_000 + b"text"])
def test_a_page_without_text_says_so(data):
    with pytest.raises(UnreadableError, match="no text"):
        read(data)


def test_a_page_that_was_saved_with_its_parts_is_unpacked():
    from email.mime.image import MIMEImage
    from email.mime.multipart import MIMEMultipart
    from email.mime.text import MIMEText

    archive = MIMEMultipart("related", type="text/html")
    archive["From"] = "<Saved by a browser>"
    archive["Subject"] = "The Harbour Board"
    archive.attach(MIMEText(papers.page().decode(), "html", "utf-8"))
    archive.attach(MIMEImage(b"\x89PNG", "png"))
    reading = read_apart(archive.as_bytes(), "page.mhtml", Errand())
    assert reading.kind is Kind.HTML
    assert reading.text.split("\n") == [papers.BOARD, *papers.PARAGRAPHS]


def test_an_archive_without_a_page_says_so():
    with pytest.raises(UnreadableError, match="no page"):
        read(b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n1\n--x--")
