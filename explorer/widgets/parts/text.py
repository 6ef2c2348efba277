"""Words that wrap at any width: labels, points of a list, badges.

Qt's own label cuts a word that is longer than the pane is wide, which happens at 250 % text, and for every
address.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explorer.widgets.theme import ThemeHolder

NARROWEST = 40
UNBROKEN = 1_000_000
LEADING = 0.22  # room between lines, as a share of the type size


class Broken:
    """A text broken into lines at the width last asked for.

    Sizes are asked for far more often than they change, and shaping the letters costs most: it is done once.
    """

    def __init__(self) -> None:
        self._layout = QTextLayout()
        self._leading = 0
        self._width = 0.0
        self._sizes: dict[int, QSizeF] = {}

    def put(self, text: str, font: QFont, lead: int = 0) -> None:
        """Take a new text or font. The first ``lead`` letters (UTF-16 units) are set in a heavier weight."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        if lead:
            strong = QTextLayout.FormatRange()
            strong.start, strong.length = 0, lead
            strong.format.setFontWeight(QFont.Weight.DemiBold)
            self._layout.setFormats([strong])
        self._leading = round(font.pixelSize() * LEADING)
        self._width = 0.0
        self._sizes.clear()

    def size(self, width: int) -> QSizeF:
        """The size of the lines at a width, in pixels. A word is broken only where it is wider than that."""
        if width not in self._sizes:
            whole = self._whole()
            self._sizes[width] = whole if whole.width() <= width else self._break(max(width, 1))
        return self._sizes[width]

    def natural(self) -> QSize:
        """The size on one line."""
        whole = self._whole()
        return QSize(int(whole.width()) + 2, int(whole.height() + 0.99))

    def lines(self, width: int) -> QTextLayout:
        """The lines at a width, to be drawn or looked at before the next question."""
        wanted = UNBROKEN if self.size(width) == self._sizes.get(UNBROKEN) else max(width, 1)
        if self._width != wanted:
            self._break(wanted)
        return self._layout

    def _whole(self) -> QSizeF:
        if UNBROKEN not in self._sizes:
            self._sizes[UNBROKEN] = self._break(UNBROKEN)
        return self._sizes[UNBROKEN]

    def _break(self, width: int) -> QSizeF:
        layout = self._layout
        height = used = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, height))
            height += line.height() + self._leading
            used = max(used, line.naturalTextWidth())
            line = layout.createLine()
        layout.endLayout()
        self._width = width
        return QSizeF(used, max(height - self._leading, 0.0))


class Wrapping:
    """What a widget says of its size whose only contents are broken words; goes before the widget's class."""

    _broken: Broken

    def sizeHint(self) -> QSize:
        """The size on one line."""
        across, down = self._room()
        return self._broken.natural() + QSize(2 * across, 2 * down)

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: words may be broken."""
        natural = self.sizeHint()
        return QSize(min(NARROWEST, natural.width()), natural.height())

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the text at a width, in pixels."""
        across, down = self._room()
        return int(self._broken.size(width - 2 * across).height() + 0.99) + 2 * down

    def _room(self) -> tuple[int, int]:
        """Room at the left and right of the words, and above and below, in pixels."""
        return 0, 0


def wrapping_policy() -> QSizePolicy:
    """Any width, and as tall as the words are at it."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class Words(Wrapping, QLabel):
    """A label of plain words. Its look is that of its role in the style sheet."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._broken = Broken()
        self._lead = 0
        self.setSizePolicy(wrapping_policy())

    def setText(self, text: str) -> None:
        """Show ``text``."""
        self.tell("", text)

    def tell(self, lead: str, text: str) -> None:
        """Show ``text`` after a ``lead`` in heavier type."""
        whole = f"{lead} {text}" if lead else text
        if whole != self.text():
            self._lead = len(lead.encode("utf-16-le")) // 2
            self._broken.put(whole, self.font(), self._lead)
            super().setText(whole)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        with QPainter(self) as painter:
            painter.setPen(self._ink())
            across, down = self._room()
            width = self.width() - 2 * across
            spare = self.width() - across - self._broken.size(width).width()
            left = spare if self.alignment() & Qt.AlignmentFlag.AlignRight else across
            self._broken.lines(width).draw(painter, QPointF(max(left, 0.0), down))

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in a new font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._broken.put(self.text(), self.font(), self._lead)
            self.updateGeometry()

    def _ink(self) -> QColor:
        return self.palette().color(self.foregroundRole())


class Point(Words):
    """One point of a list: a bullet, and words that stay clear of it in every line."""

    def heightForWidth(self, width: int) -> int:
        """Height at a width, in pixels."""
        return super().heightForWidth(width - self._indent())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bullet and the words."""
        indent = self._indent()
        lines = self._broken.lines(self.width() - indent)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self._ink()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = indent / 6
            painter.drawEllipse(QPointF(2 * radius, lines.lineAt(0).height() / 2), radius, radius)
            painter.setPen(colour)
            lines.draw(painter, QPointF(indent, 0.0))

    def _indent(self) -> int:
        return self.font().pixelSize()


class Badge(Words):
    """A verdict in a rounded field: the colour says its kind, the words say it too."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("badge", parent)
        self._look = look
        self._tone = "warn"

    def say(self, text: str, tone: str) -> None:
        """Show ``text`` in the colours of ``tone``: good, warn or bad."""
        self._tone = tone
        self.setText(text)
        self.update()

    @property
    def tone(self) -> str:
        """good, warn or bad."""
        return self._tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the words in it."""
        theme = self._look.theme
        across, down = self._room()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{self._tone}_ground"))
            radius = theme.size(10)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setPen(theme.colour(self._tone))
            self._broken.lines(self.width() - 2 * across).draw(painter, QPointF(across, down))

    def _room(self) -> tuple[int, int]:
        return self._look.theme.size(10), self._look.theme.size(2)
