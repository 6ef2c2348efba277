"""Text of the stage: set line by line, never cut, and turned over like a page where it does not all fit."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from explorer.widgets.presenting.look import BASE
from explorer.widgets.theme import Theme, ThemeHolder

LEADING = 0.94
"""Of lines of the interface face, beside what the face asks for: large type needs less air."""
LINE_BREAK = "\u2028"
"""A new line within a paragraph, as Qt's layouts know it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a colour of the theme."""

    text: str
    role: str = "ink"


class StageWords(QWidget):
    """Words in one face and size; ``size`` is beside the smallest type of the stage (1.0)."""

    def __init__(
        self,
        look: ThemeHolder,
        parent: QWidget | None = None,
        *,
        size: float = 1.0,
        bold: bool = False,
        quoted: bool = False,
        leading: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._bold = bold
        self._quoted = quoted
        self._leading = leading
        self._runs: tuple[Run, ...] = ()
        self._page = 0
        self._layout: QTextLayout | None = None
        self._laid_at = -1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._dress)

    @property
    def text(self) -> str:
        """All words, on whatever page."""
        return "".join(run.text for run in self._runs)

    @property
    def font_used(self) -> QFont:
        """The font of the words."""
        pixels = BASE * self._size
        return self._look.theme.font(pixels, bold=self._bold, serif=self._quoted, italic=self._quoted)

    @property
    def line_height(self) -> float:
        """From one line to the next, in logical pixels."""
        return QFontMetricsF(self.font_used).height() * self._leading

    def say(self, *runs: Run) -> None:
        """Show other words, from their beginning."""
        if runs != self._runs:
            self._runs = tuple(run for run in runs if run.text)
            self._page = 0
            self._layout = None
            self.setAccessibleName(self.text)
            self.update()

    @property
    def overhang(self) -> float:
        """How far the letters of the last line reach below its pitch, in logical pixels."""
        return QFontMetricsF(self.font_used).height() * max(1 - self._leading, 0)

    def set_size(self, size: float) -> None:
        """Set them larger or smaller, never below the smallest type."""
        if size != self._size:
            self._size = size
            self._layout = None
            self.update()

    def lines_at(self, width: int) -> int:
        """How many lines they take at a width."""
        return self._laid(width).lineCount() if self._runs else 0

    def height_at(self, width: int) -> int:
        """The height of all lines at a width, with what reaches below the last."""
        lines = self.lines_at(width)
        return ceil(lines * self.line_height + self.overhang) if lines else 0

    def natural_width(self) -> int:
        """Width of the words in one line."""
        return round(QFontMetricsF(self.font_used).horizontalAdvance(self.text) + 2)

    @property
    def pages(self) -> int:
        """In how many pages the words are shown in the room they have."""
        fit = self._lines_a_page()
        return max(-(-self.lines_at(self.width()) // fit), 1)

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 0."""
        wanted = min(max(page, 0), self.pages - 1)
        if wanted != self._page:
            self._page = wanted
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.natural_width(), ceil(self.line_height + self.overhang))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines of the page."""
        if not self._runs:
            return
        layout, fit = self._laid(self.width()), self._lines_a_page()
        pitch = self.line_height
        # The last page is a full one: words that were read already lead over to those that were not.
        first = min(self._page * fit, max(layout.lineCount() - fit, 0)) if self.pages > 1 else 0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setPen(self._look.theme.colour("ink"))
            for number in range(first, min(first + fit, layout.lineCount())):
                line = layout.lineAt(number)
                line.draw(painter, QPointF(0, (number - first) * pitch - line.y()))

    def _lines_a_page(self) -> int:
        return max(int((self.height() - self.overhang + 1) / self.line_height), 1)

    def _laid(self, width: float) -> QTextLayout:
        if self._layout is not None and self._laid_at == width:
            return self._layout
        layout = QTextLayout(self.text.replace("\n", LINE_BREAK), self.font_used)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats())
        layout.beginLayout()
        line = layout.createLine()
        at = 0.0
        while line.isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, at))
            at += self.line_height
            line = layout.createLine()
        layout.endLayout()
        self._layout, self._laid_at = layout, width
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        theme, at, found = self._look.theme, 0, []
        for run in self._runs:
            part = QTextLayout.FormatRange()
            shape = QTextCharFormat()
            shape.setForeground(theme.colour(run.role))
            part.start, part.length, part.format = at, len(run.text.encode("utf-16-le")) // 2, shape
            at += part.length
            found.append(part)
        return found

    def _dress(self, _theme: Theme) -> None:
        self._layout = None
        self.update()
