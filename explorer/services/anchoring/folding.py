"""Reduces texts to what survives typesetting: lower-case letters and digits, with the way back."""

import unicodedata
from array import array
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

PIECE = 50_000
KEPT = 12_000_000


def go_on() -> None:
    """Nothing stands against going on."""


def fold(text: str) -> str:
    """Letters and digits only: lower case, without accents, ligatures opened."""
    return "".join([fold_character(character) for character in text])


def fold_character(character: str) -> str:
    """What is left of one character: nothing, a letter or digit, or several where it stood for several."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(
        part for part in parts if part.isalnum() or (_is_mark(part) and not unicodedata.combining(part))
    )


class FoldedText:
    """A text with its folded form.

    ``original`` is the text, ``letters`` its folded form, ``offsets[i]`` the code point of ``original`` that
    letter ``i`` came from. It is worked on in pieces, so that other threads get their turn; ``pulse`` is
    called before each, and what it raises ends the work.
    """

    def __init__(self, text: str, pulse: Callable[[], None] = go_on) -> None:
        table = _Table()
        parts: list[str] = []
        self.original = text
        self.offsets = array("l")
        for begin in range(0, len(text), PIECE):
            pulse()
            folded = [table[character] for character in text[begin : begin + PIECE]]
            parts.append("".join(folded))
            self.offsets.extend([at for at, letters in enumerate(folded, begin) for _ in letters])
        self.letters = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points from the first to behind the last of the letters ``start`` to ``end``."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def begins_word(self, at: int) -> bool:
        """Whether no letter or digit stands right before letter ``at``."""
        return at == 0 or self.offsets[at] - self.offsets[at - 1] > 1

    def ends_word(self, at: int) -> bool:
        """Whether no letter or digit stands right behind the letter before ``at``."""
        return at >= len(self.letters) or self.offsets[at] - self.offsets[at - 1] > 1


class FoldedTexts:
    """Keeps the folded forms of the last few texts, up to 12 million characters in all; for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, FoldedText] = OrderedDict()

    def of(self, text: str, pulse: Callable[[], None] = go_on) -> FoldedText:
        """The folded form of ``text``, worked out at most once while it is kept."""
        with self._lock:
            if text in self._kept:
                self._kept.move_to_end(text)
                return self._kept[text]
        made = FoldedText(text, pulse)
        with self._lock:
            self._kept[text] = made
            while len(self._kept) > 1 and sum(map(len, self._kept)) > KEPT:
                self._kept.popitem(last=False)
        return made


class _Table(dict[str, str]):
    """Characters as they are folded, worked out when first met."""

    def __missing__(self, character: str) -> str:
        made = self[character] = fold_character(character)
        return made


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
