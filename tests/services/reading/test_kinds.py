import pytest

from explorer.domain.reading import Kind, UnreadableError
from explorer.services.reading.kinds import MOST_BYTES, kind_of
from tests.support import papers


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (papers.pdf(), "a", Kind.PDF),
        (b"\n\n" + papers.pdf(), "a.txt", Kind.PDF),
        (papers.word(), "a.zip", Kind.DOCX),
        (papers.book(), "a", Kind.EPUB),
        (papers.page(), "a.txt", Kind.HTML),
        (b"<?xml version='1.0'?>\n<!-- saved from url -->\n<HTML><p>x", "a", Kind.HTML),
        (b"<p>piece</p>", "a.htm", Kind.HTML),
        (b"# Heading", "a.MD", Kind.MARKDOWN),
        (b"words", "a.log", Kind.TEXT),
        (b"@article{key,\n title = {On Mud}}", "a.bib", Kind.BIBLIOGRAPHY),
        (b"TY  - JOUR\nTI  - On Mud", "a.ris", Kind.BIBLIOGRAPHY),
        (b'[{"id": "a", "type": "book"}]', "a.json", Kind.BIBLIOGRAPHY),
        (b"A letter to the bishop", "a.bib", Kind.TEXT),
    ],
)
def test_the_kind_is_told_by_what_a_file_holds(data, name, kind):
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"PK\x03\x04 cut off", "damaged"),
        (papers.packed({"content.xml": "<office/>"}), "OpenDocument"),
        (papers.packed({"a.txt": "words"}), "archive of other files"),
    ],
)
def test_other_kinds_are_named_in_the_refusal(data, sentence):
    with pytest.raises(UnreadableError, match=sentence) as refused:
        kind_of(data, "file.bin")
    assert "file.bin" in str(refused.value)


def test_a_file_that_is_too_large_for_its_kind_is_refused():
    with pytest.raises(UnreadableError, match="larger than 20 MB"):
        kind_of(b"<html>" + b"a" * MOST_BYTES[Kind.HTML], "line.html")
