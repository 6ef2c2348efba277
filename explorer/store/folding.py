"""Words without case and accents, the same way for the index and for what is searched in it."""

import re
import unicodedata
from collections.abc import Iterator

_PLAIN = re.compile(r"[^\W_]+")
"""Letters and digits."""


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text as (start, end, folded): runs of letters and digits with the accents on them."""
    if text.isascii():
        for run in _PLAIN.finditer(text):
            yield *run.span(), run[0].lower()
        return
    start = end = 0
    for run in _PLAIN.finditer(text):
        if run.start() > end:
            yield from _word(text, start, end)
            start = run.start()
        end = run.end()
        while end < len(text) and unicodedata.category(text[end])[0] == "M":
            end += 1
    yield from _word(text, start, end)


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


def _word(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if start < end and (word := folded(text[start:end])):
        yield start, end, word


def _is_plain(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _is_old(character: str) -> bool:
    return unicodedata.ucd_3_2_0.category(character)[0] in "LN"
