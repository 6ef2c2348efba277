"""Words without case and accents, the same way for the index and for what is searched in it."""

import unicodedata
from collections.abc import Iterator


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text as (start, end, folded): runs of letters and digits with the accents on them."""
    start = None
    for at, character in enumerate(f"{text} "):
        if _belongs(character, inside=start is not None):
            start = at if start is None else start
        elif start is not None:
            if word := folded(text[start:at]):
                yield start, at, word
            start = None


def folded(word: str) -> str:
    """The letters and digits of a word in their plainest form: lower case, no accents, ligatures opened."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return unicodedata.normalize("NFC", "".join(filter(_is_plain, parts)))


def for_index(text: str) -> str:
    """A text as the index takes it. Plain ASCII stays as it is: the index itself ignores its case."""
    return text if text.isascii() else " ".join(word for _, _, word in words(text))


def _belongs(character: str, *, inside: bool) -> bool:
    return _is_plain(character) or (inside and unicodedata.category(character)[0] == "M")


def _is_plain(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"
