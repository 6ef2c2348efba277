import pytest

from explorer.domain.reading import UnreadableError
from explorer.services.reading.archive import Archive, beside
from tests.support.papers import packed


def test_members_are_read_by_name():
    archive = Archive(packed({"a.xml": b"<a>text</a>", "b": b"bytes"}), "x.epub")
    assert archive.read("b") == b"bytes"
    assert archive.xml("a.xml").text == "text"
    assert archive.names == {"a.xml", "b"}


@pytest.mark.parametrize("what", [{"a": bytes(3_000_000)}, {str(at): b"" for at in range(2_001)}])
def test_what_would_unpack_to_too_much_is_not_opened(what):
    with pytest.raises(UnreadableError, match="would unpack"):
        Archive(packed(what), "x.docx")


def test_a_list_that_lies_about_a_size_gives_no_more_than_it_says():
    data = bytearray(packed({"a": bytes(900_000)}))
    size = (900_000).to_bytes(4, "little")
    at = data.rindex(size)
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(bytes(data), "x.docx").read("a")


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", b""])
def test_what_is_no_archive_is_damaged(data):
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(data, "x.docx")


def test_a_missing_part_and_one_that_is_no_xml_are_refused():
    archive = Archive(packed({"a.xml": b"<a>"}), "x.epub")
    for member in ("gone.xml", "a.xml"):
        with pytest.raises(UnreadableError, match="damaged"):
            archive.xml(member)


def test_references_stay_in_the_archive():
    assert beside("OEBPS/book.opf", "text/a.xhtml#top") == "OEBPS/text/a.xhtml"
    assert beside("OEBPS/book.opf", "../cover.xhtml") == "cover.xhtml"
