"""Words without case and accents, the same way for the index and for what is searched in it."""

import re
import unicodedata
from collections.abc import Iterator

_ASCII_WORD = re.compile("[0-9A-Za-z]+")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text as (start, end, folded): runs of letters and digits with the accents on them."""
    if text.isascii():
        for found in _ASCII_WORD.finditer(text):
            yield *found.span(), found[0].lower()
        return
    start = None
    for at, character in enumerate(f"{text} "):
        if _belongs(character, inside=start is not None):
            start = at if start is None else start
        elif start is not None:
            if word := folded(text[start:at]):
                yield start, at, word
            start = None


def folded(word: str) -> str:
    """The letters and digits of a word in their plainest form: lower case, no accents, ligatures opened.

    SQLite may not know letters that are younger than Unicode 3.2 and would part the word at them: the code
    point stands in for such a letter.
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    plain = unicodedata.normalize("NFC", "".join(filter(_is_plain, parts)))
    return "".join(character if _is_old(character) else f"u{ord(character):x}" for character in plain)


def for_index(text: str) -> str:
    """A text as the index takes it. Plain ASCII stays as it is: the index itself ignores its case."""
    return text if text.isascii() else " ".join(word for _, _, word in words(text))


def _belongs(character: str, *, inside: bool) -> bool:
    return _is_plain(character) or (inside and unicodedata.category(character)[0] == "M")


def _is_plain(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _is_old(character: str) -> bool:
    return unicodedata.ucd_3_2_0.category(character)[0] in "LN"
