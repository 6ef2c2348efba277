import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.errors import ReaderError
from explorer.services import plain_text
from explorer.services.plain_text import canonical, decoded

SENTENCE = (
    "Beijing’s “crackdown” — announced in 2019 — cost López Obrador nothing; it was naïve.\n\nA second one."
)
WESTERN = SENTENCE.encode("cp1252")


def read(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    text, encoding, notices = decoded(data, "copy.txt")
    return canonical(text), encoding, notices


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
def test_the_same_text_comes_out_of_every_encoding(data, encoding):
    assert read(data) == (SENTENCE, encoding, ())


def test_stray_windows_bytes_in_utf8_are_read_and_reported():
    data = SENTENCE.encode("utf-8") + b" \x93Quoted\x94"
    text, encoding, notices = read(data)
    assert text == SENTENCE + " “Quoted”"
    assert encoding == "UTF-8, damaged"
    assert notices == ("2 bytes are not UTF-8 and were read as Windows-1252.",)


def test_bytes_without_meaning_in_windows_1252_are_shown_and_reported():
    text, _, notices = read(WESTERN + b"\x81")
    assert text == SENTENCE + "\ufffd"
    assert len(notices) == 1


def test_lone_surrogates_are_replaced_and_split_pairs_joined():
    alone = "before \ud800 after".encode("utf-8", "surrogatepass")
    assert read(alone)[0] == "before \ufffd after"
    split = "a \ud83d\ude00 b".encode("utf-8", "surrogatepass")
    assert read(split)[0] == "a 😀 b"
    utf16 = b"\xff\xfe" + "x \udc00 y".encode("utf-16-le", "surrogatepass")
    assert read(utf16)[0] == "x \ufffd y"


def test_half_a_character_at_the_end_is_dropped_and_reported():
    text, _, notices = read(b"\xff\xfe" + "whole".encode("utf-16-le") + b"x")
    assert text == "whole"
    assert len(notices) == 1


def test_compatibility_characters_and_quotes_stay_as_they_are():
    text = "no\u00a0break ﬁne ½ “x” ’ – 10²"
    assert canonical(text) == text


@given(st.text(st.characters(codec=None)))
def test_canonical_text_is_stable_and_clean(text):
    clean = canonical(text)
    assert canonical(clean) == clean
    assert not any(character in clean for character in "\x00\r\f\x85\u2028\u2029")
    clean.encode("utf-8")


@given(st.binary(max_size=2000))
def test_any_bytes_give_text_or_a_sentence(data):
    with contextlib.suppress(ReaderError):
        text = read(data)[0]
        assert canonical(text) == text


def test_heaps_of_accents_are_no_text():
    with pytest.raises(ReaderError, match="hundreds of accents"):
        read(("a" + "\u0301\u0316" * 100_000).encode())
    assert read(("e\u0301\u0316 " * 100).encode())[0].startswith("\u00e9\u0316 ")


@given(st.lists(st.sampled_from(["a", "e", "\u0301", "\u0316", " ", "\n", "\r\n", "\r", "\u00ad", "\x00"])))
def test_the_pieces_it_is_worked_on_make_no_difference(parts):
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_text, "PIECE", 1)
        cut = canonical(text)
    assert cut == canonical(text)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, bytes(5000)])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ReaderError, match="does not look like text"):
        read(data)


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding"),
    [
        ("naïve €".encode("cp1252"), "ISO-8859-1", "naïve €", "Windows-1252"),
        ("žluť".encode("iso8859-2"), "latin2", "žluť", "ISO8859-2"),
        ("naïve".encode(), "no such", "naïve", "UTF-8"),
        ("naïve".encode("cp1252"), "utf-8", "naïve", "Windows-1252"),
        (b"abc", "rot13", "abc", "UTF-8"),
        (b"\xff\xfe" + "naïve".encode("utf-16-le"), "latin1", "naïve", "UTF-16 LE"),
    ],
)
def test_a_declared_encoding_counts_where_it_can(data, declared, text, encoding):
    assert decoded(data, "page.html", declared)[:2] == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Совет гавани собрался и постановил углубить восточный пролив, который заилился. " * 5, "cp1251"),
        ("Το συμβούλιο του λιμανιού συνεδρίασε και αποφάσισε να βαθύνει το κανάλι. " * 5, "iso8859-7"),
        ("港湾委員会は六月十七日に会合を開き、東の水路を浚渫することを決めた。" * 10, "shift_jis"),
    ],
)
def test_other_scripts_are_read_by_a_guess_that_is_told(text, encoding):
    found, _, notices = read(text.encode(encoding))
    assert found == text
    assert "look it through" in notices[0]
