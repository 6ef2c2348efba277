"""Measures texts as they will stand on any sheet: the same on the screen, in a PDF and in print."""

import unicodedata
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from explorer.domain.measure import width_em
from explorer.widgets.paper.items import Anchor, Face, Words
from explorer.widgets.theme import Theme

GRAIN = 20
"""Fonts are made in so many pixels a point, where hinting and rounding no longer tell."""
SAMPLE = "The Committee agreed in 1986 to schedule precursors, Jo Quigley says of Vazquez"
BROKEN_AT = 24
"""A word that fits into no line is broken after so many letters and more."""


class Faces:
    """The faces of one look. It may be used by one thread at a time."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[Face, tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    @property
    def theme(self) -> Theme:
        """The look whose faces these are."""
        return self._theme

    def font(self, face: Face) -> QFont:
        """The font of a face, ``GRAIN`` pixels a point."""
        return self._made(face)[0]

    def family(self, face: Face) -> str:
        """The name of its family."""
        return self._theme.serif if face.serif else self._theme.interface

    def ascent(self, face: Face) -> float:
        """From the top of a line to its baseline."""
        return self._made(face)[1].ascent() / GRAIN

    def height(self, face: Face) -> float:
        """From one line to the next."""
        return self._made(face)[1].height() / GRAIN

    def width(self, text: str, face: Face) -> float:
        """What a line of text takes."""
        known = self._widths.get((text, face))
        if known is None:
            known = self._widths[text, face] = self._made(face)[1].horizontalAdvance(text) / GRAIN
        return known

    def words(
        self, x: float, y: float, text: str, face: Face, colour: QColor, anchor: Anchor = Anchor.START
    ) -> Words:
        """A line of text on its baseline."""
        text = plain(text)
        return Words(x, y, text, face, colour, self.width(text, face), anchor)

    def cut(self, text: str, face: Face, room: float) -> str:
        """The text, with an ellipsis where it is longer than there is room; "" where nothing has room."""
        text = plain(text)
        if self.width(text, face) <= room:
            return text
        metrics = self._made(face)[1]
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room * GRAIN)

    def wrapped(self, text: str, face: Face, room: float, most: int = 1_000_000) -> list[str]:
        """The text in lines of at most ``room``; the last of ``most`` lines is cut with an ellipsis."""
        rows: list[str] = []
        words = [part for word in plain(text).split(" ") if word for part in self._parts(word, face, room)]
        for number, word in enumerate(words):
            longer = f"{rows[-1]} {word}" if rows else word
            if rows and self.width(longer, face) <= room:
                rows[-1] = longer
            elif len(rows) == most:
                rows[-1] = self.cut(" ".join([rows[-1], *words[number:]]), face, room)
                break
            else:
                rows.append(word)
        return rows

    def breadth(self) -> tuple[float, float]:
        """How wide the face runs beside the estimate of texts, and how much wider still it is in bold."""
        face = Face(12)
        plain_, bold = self.width(SAMPLE, face), self.width(SAMPLE, Face(12, bold=True))
        return plain_ / (width_em(SAMPLE) * face.size), bold / plain_

    def _parts(self, word: str, face: Face, room: float) -> list[str]:
        """A word, or the pieces of it where it is longer than a line."""
        if len(word) < BROKEN_AT or self.width(word, face) <= room:
            return [word]
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, face) > room:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _made(self, face: Face) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get(face)
        if found is None:
            font = QFont(self.family(face))
            font.setPixelSize(max(round(face.size * GRAIN), 1))
            font.setWeight(QFont.Weight.DemiBold if face.bold else QFont.Weight.Normal)
            font.setItalic(face.italic)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            found = self._fonts[face] = (font, QFontMetricsF(font))
        return found


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text as one line: without line ends, and without characters that no font and no XML knows."""
    kept = "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or _is_printable(character)
    )
    return " ".join(kept.split())


def _is_printable(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind not in {"Cc", "Cs", "Cn", "Co"} or character in "\u200d\u200c"
