"""Text as pictures of device size: shaped and elided once, then only copied."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from explorer.domain.measure import width_em
from explorer.widgets.theme import Theme

KEPT_PIXELS = 2_000_000
"""Pixels of texts that are kept, times the device pixel ratio squared: some 1,000 labels."""
KEPT_ADVANCES = 4_000
SAMPLE = "The Committee agreed in 1986 to schedule precursors, Jo Quigley says of Vazquez"
SAMPLE_SIZE = 12


Key = tuple[str, float, bool, int, int | None]
"""Text, size, bold, colour, width."""


class Lettering:
    """Makes and keeps pixmaps of text for one theme and one device pixel ratio."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._ratio = 0.0
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._pixels = 0
        self._advances: dict[tuple[str, float, bool], float] = {}
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def dress(self, theme: Theme, ratio: float) -> None:
        """Use this look; forgets everything made in another."""
        if theme is not self._theme or ratio != self._ratio:
            self._theme, self._ratio = theme, ratio
            self._kept.clear()
            self._pixels = 0
            self._advances.clear()
            self._fonts.clear()

    def kept(
        self, text: str, colour: QColor, size: float = 12, *, bold: bool = False, width: int | None = None
    ) -> QPixmap | None:
        """The pixmap of a text if there is one already."""
        key = (text, size, bold, colour.rgba(), width)
        made = self._kept.get(key)
        if made is not None:
            self._kept.move_to_end(key)
        return made

    def pixmap(
        self, text: str, colour: QColor, size: float = 12, *, bold: bool = False, width: int | None = None
    ) -> QPixmap:
        """The text, cut with an ellipsis to ``width`` device pixels. ``size`` is for 100 % text."""
        key = (text, size, bold, colour.rgba(), width)
        made = self._kept.get(key)
        if made is not None:
            self._kept.move_to_end(key)
        else:
            made = self._make(text, colour, size, bold=bold, width=width)
            self._kept[key] = made
            self._pixels += made.width() * made.height()
            while self._pixels > KEPT_PIXELS * self._ratio**2 and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._pixels -= oldest.width() * oldest.height()
        return made

    def height(self, size: float = 12, *, bold: bool = False) -> int:
        """Line height in device pixels."""
        return round(self._font(size, bold=bold)[1].height())

    def advance(self, text: str, size: float = 12, *, bold: bool = False) -> float:
        """Width of a text in device pixels."""
        key = (text, size, bold)
        known = self._advances.get(key)
        if known is None:
            if len(self._advances) > KEPT_ADVANCES:
                self._advances.clear()
            known = self._advances[key] = self._font(size, bold=bold)[1].horizontalAdvance(text)
        return known

    def breadth(self) -> tuple[float, float]:
        """How wide this face runs beside the estimate of texts, and how much wider still it is in bold."""
        font, metrics = self._font(SAMPLE_SIZE, bold=False)
        plain = metrics.horizontalAdvance(SAMPLE)
        bold = self.advance(SAMPLE, SAMPLE_SIZE, bold=True)
        return plain / (width_em(SAMPLE) * font.pixelSize()), bold / plain

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
            font.setPixelSize(round(font.pixelSize() * self._ratio))
            found = self._fonts[size, bold] = (font, QFontMetricsF(font))
        return found

    def _make(self, text: str, colour: QColor, size: float, *, bold: bool, width: int | None) -> QPixmap:
        font, metrics = self._font(size, bold=bold)
        if width is not None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        made = QPixmap(max(int(metrics.horizontalAdvance(text)) + 2, 1), max(round(metrics.height()), 1))
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(0, metrics.ascent()), text)
        # What was painted on keeps its paint engine, of more bytes than most texts: a copy has none.
        return made.copy()
