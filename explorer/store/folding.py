"""Words without case and accents, the same way for the index and for what is searched in it."""

import unicodedata
from collections.abc import Iterator


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text as (start, end, folded): runs of letters and digits with the accents on them."""
    start = None
    for at, character in enumerate(text):
        if _belongs(character, inside=start is not None):
            start = at if start is None else start
        elif start is not None:
            yield start, at, folded(text[start:at])
            start = None
    if start is not None:
        yield start, len(text), folded(text[start:])


def folded(word: str) -> str:
    """A word in lower case without accents, ligatures opened."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(character for character in parts if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare)


def for_index(text: str) -> str:
    """A text as the index takes it. Plain ASCII stays as it is: the index itself ignores its case."""
    return text if text.isascii() else " ".join(word for _, _, word in words(text))


def _belongs(character: str, *, inside: bool) -> bool:
    kind = unicodedata.category(character)
    return kind[0] in "LN" or (inside and kind[0] == "M")
