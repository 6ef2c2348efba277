import contextlib
import hashlib
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.errors import ReaderError
from explorer.services import plain_text
from explorer.services.plain_text import LARGEST, canonical, read_document

SENTENCE = (
    "Beijing’s “crackdown” — announced in 2019 — cost López Obrador nothing; it was naïve.\n\nA second one."
)
WESTERN = SENTENCE.encode("cp1252")


@pytest.fixture
def save(tmp_path):
    def write(data: bytes, name: str = "copy.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode("utf-8"), "UTF-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode("utf-8"), "UTF-8"),
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), "UTF-16 LE"),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "UTF-16 BE"),
        (SENTENCE.encode("utf-16-le"), "UTF-16 LE"),
        (SENTENCE.encode("utf-16-be"), "UTF-16 BE"),
        (SENTENCE.encode("utf-32"), "UTF-32 LE"),
        (WESTERN, "Windows-1252"),
        (unicodedata.normalize("NFD", SENTENCE).encode("utf-8"), "UTF-8"),
        (SENTENCE.replace("\n", "\r\n").encode("utf-8"), "UTF-8"),
        (SENTENCE.replace("\n", "\r").encode("utf-8"), "UTF-8"),
        (SENTENCE.replace("\n\n", "\r\x00\n\r").replace("2019", "20\x0019").encode("utf-8"), "UTF-8"),
        (SENTENCE.replace("\n\n", "\u2029\x85").encode("utf-8"), "UTF-8"),
        (SENTENCE.replace("nothing", "no\u00ad\nthing").encode("utf-8"), "UTF-8"),
    ],
)
def test_the_same_text_comes_out_of_every_encoding(save, data, encoding):
    read = read_document(save(data))
    assert read.text == SENTENCE
    assert read.encoding == encoding
    assert read.notices == ()
    assert read.sha256 == hashlib.sha256(data).hexdigest()


def test_stray_windows_bytes_in_utf8_are_read_and_reported(save):
    data = SENTENCE.encode("utf-8") + b" \x93Quoted\x94"
    read = read_document(save(data))
    assert read.text == SENTENCE + " “Quoted”"
    assert read.encoding == "UTF-8, damaged"
    assert read.notices == ("2 bytes are not UTF-8 and were read as Windows-1252.",)


def test_bytes_without_meaning_in_windows_1252_are_shown_and_reported(save):
    read = read_document(save(WESTERN + b"\x81"))
    assert read.text == SENTENCE + "\ufffd"
    assert len(read.notices) == 1


def test_lone_surrogates_are_replaced_and_split_pairs_joined(save):
    alone = "before \ud800 after".encode("utf-8", "surrogatepass")
    assert read_document(save(alone)).text == "before \ufffd after"
    split = "a \ud83d\ude00 b".encode("utf-8", "surrogatepass")
    assert read_document(save(split)).text == "a 😀 b"
    utf16 = b"\xff\xfe" + "x \udc00 y".encode("utf-16-le", "surrogatepass")
    assert read_document(save(utf16)).text == "x \ufffd y"


def test_half_a_character_at_the_end_is_dropped_and_reported(save):
    read = read_document(save(b"\xff\xfe" + "whole".encode("utf-16-le") + b"x"))
    assert read.text == "whole"
    assert len(read.notices) == 1


def test_compatibility_characters_and_quotes_stay_as_they_are():
    text = "no\u00a0break ﬁne ½ “x” ’ – 10²"
    assert canonical(text) == text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04word/document.xml", "Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"<!DOCTYPE html><p>Text</p>", "web page"),
        (bytes(range(256)) * 40, "does not look like text"),
        (b"\x00" * 5000, "does not look like text"),
        (b"", "empty"),
        (b" \r\n\t\n", "no text"),
    ],
)
def test_what_is_not_text_is_refused_with_a_sentence(save, data, word):
    with pytest.raises(ReaderError, match=word) as refused:
        read_document(save(data, "file.bin"))
    assert "file.bin" in str(refused.value)
    assert str(refused.value).endswith((".", "?"))


def test_a_file_that_is_too_large_is_refused(save):
    with pytest.raises(ReaderError, match="larger than 5 MB"):
        read_document(save(b"a" * (LARGEST + 1)))


def test_a_folder_and_a_vanished_file_are_refused(tmp_path):
    with pytest.raises(ReaderError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(ReaderError, match="not there any more"):
        read_document(tmp_path / "gone.txt")


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    path = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        with pytest.raises(ReaderError, match="pipe"):
            read_document(path)


def test_a_file_one_may_not_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("text")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    # Root may read everything, so the refusal of the system is played.
    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(ReaderError, match="You may not read"):
        read_document(path)


@given(st.text(st.characters(codec=None)))
def test_canonical_text_is_stable_and_clean(text):
    clean = canonical(text)
    assert canonical(clean) == clean
    assert not any(character in clean for character in "\x00\r\f\x85\u2028\u2029")
    clean.encode("utf-8")


@given(st.binary(max_size=2000))
def test_any_bytes_give_text_or_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    with contextlib.suppress(ReaderError):
        read = read_document(path)
        assert canonical(read.text) == read.text


def test_heaps_of_accents_are_no_text(save):
    with pytest.raises(ReaderError, match="hundreds of accents"):
        read_document(save(("a" + "\u0301\u0316" * 100_000).encode()))
    assert read_document(save(("e\u0301\u0316 " * 100).encode())).text.startswith("\u00e9\u0316 ")


@given(st.lists(st.sampled_from(["a", "e", "\u0301", "\u0316", " ", "\n", "\r\n", "\r", "\u00ad", "\x00"])))
def test_the_pieces_it_is_worked_on_make_no_difference(parts):
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_text, "PIECE", 1)
        cut = canonical(text)
    assert cut == canonical(text)
