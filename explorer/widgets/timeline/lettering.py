"""Text as pictures of device size: shaped and elided once, then only copied."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from explorer.widgets.theme import Theme

KEPT = 4_000


class _Key(NamedTuple):
    text: str
    size: float
    bold: bool
    colour: int
    width: int


class Lettering:
    """Makes and keeps pixmaps of text for one theme and one device pixel ratio."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._ratio = 0.0
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def dress(self, theme: Theme, ratio: float) -> None:
        """Use this look; forgets everything made in another."""
        if theme is not self._theme or ratio != self._ratio:
            self._theme, self._ratio = theme, ratio
            self._kept.clear()
            self._fonts.clear()

    def pixmap(
        self, text: str, colour: QColor, size: float = 12, *, bold: bool = False, width: int | None = None
    ) -> QPixmap:
        """The text, cut with an ellipsis to ``width`` device pixels. ``size`` is for 100 % text."""
        key = _Key(text, size, bold, colour.rgba(), -1 if width is None else width)
        made = self._kept.get(key)
        if made is None:
            made = self._make(key, colour)
            self._kept[key] = made
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return made

    def knows(
        self, text: str, colour: QColor, size: float = 12, *, bold: bool = False, width: int | None = None
    ) -> bool:
        """Whether this text can be had without making it."""
        return _Key(text, size, bold, colour.rgba(), -1 if width is None else width) in self._kept

    def height(self, size: float = 12, *, bold: bool = False) -> int:
        """Line height in device pixels."""
        return round(self._font(size, bold=bold)[1].height())

    def advance(self, text: str, size: float = 12, *, bold: bool = False) -> float:
        """Width of a text in device pixels."""
        return self._font(size, bold=bold)[1].horizontalAdvance(text)

    def wrapped(
        self, text: str, width: int, lines: int, size: float = 12, *, bold: bool = False
    ) -> list[str]:
        """The text broken at spaces into at most so many lines; the last takes all that is left."""
        rows: list[str] = []
        for word in text.split():
            longer = f"{rows[-1]} {word}" if rows else word
            if rows and (len(rows) == lines or self.advance(longer, size, bold=bold) <= width):
                rows[-1] = longer
            else:
                rows.append(word)
        return rows

    def _font(self, size: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((size, bold))
        if found is None:
            if self._theme is None:
                raise ValueError("no theme is set")
            font = self._theme.font(size, bold=bold)
            font.setPixelSize(round(max(round(size * self._theme.scale), 6) * self._ratio))
            found = self._fonts[size, bold] = (font, QFontMetricsF(font))
        return found

    def _make(self, key: _Key, colour: QColor) -> QPixmap:
        font, metrics = self._font(key.size, bold=key.bold)
        text = key.text
        if key.width >= 0:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, key.width)
        made = QPixmap(max(int(metrics.horizontalAdvance(text)) + 2, 1), max(round(metrics.height()), 1))
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(0, metrics.ascent()), text)
        painter.end()
        return made
