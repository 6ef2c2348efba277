"""Buttons whose words may wrap: links and chips."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from explorer.widgets.parts.text import Broken, Wrapping, wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder


class WrappingButton(Wrapping, QAbstractButton):
    """A button of plain words that wrap; tall as its words at the width it is given."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None, *, small: bool = False) -> None:
        """``small`` sets the words in the size of labels."""
        super().__init__(parent)
        self._look = look
        self._pixels = 12 if small else 13
        self._broken = Broken()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(wrapping_policy())
        look.changed.connect(self._dress)

    def say(self, text: str, description: str = "") -> None:
        """Show ``text``; ``description`` says what a click does, for the tooltip and for screen readers."""
        if text != self.text():
            self._broken.put(text, self._type(self._look.theme))
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
        if description != self.toolTip():
            self.setToolTip(description)
            self.setAccessibleDescription(description)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that it has gone."""
        super().leaveEvent(event)
        self.update()

    def _draw_words(self, painter: QPainter, colour: QColor) -> None:
        across, down = self._room()
        painter.setPen(colour)
        self._broken.lines(self.width() - 2 * across).draw(painter, QPointF(across, down))

    def _frame(self, width: float) -> QRectF:
        half = width / 2
        return QRectF(self.rect()).adjusted(half, half, -half, -half)

    def _type(self, theme: Theme) -> QFont:
        return theme.font(self._pixels)

    def _room(self) -> tuple[int, int]:
        return 0, 1

    def _dress(self, theme: Theme) -> None:
        self._broken.put(self.text(), self._type(theme))
        self.updateGeometry()
        self.update()


class LinkButton(WrappingButton):
    """Words in the colour of links; underlined under the pointer, on a ground of their own when focused."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        theme = self._look.theme
        with QPainter(self) as painter:
            colour = theme.colour("accent" if self.isEnabled() else "muted")
            if self.hasFocus():
                painter.fillRect(self.rect(), theme.colour("hover"))
                self._underline(painter, colour, 2)
            elif self.underMouse() and self.isEnabled():
                self._underline(painter, colour, 1)
            self._draw_words(painter, colour)

    def _underline(self, painter: QPainter, colour: QColor, width: int) -> None:
        across, down = self._room()
        painter.setPen(QPen(colour, width))
        layout = self._broken.lines(self.width() - 2 * across)
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            y = down + line.y() + line.ascent() + 2
            painter.drawLine(QPointF(across, y), QPointF(across + line.naturalTextWidth(), y))


class Chip(WrappingButton):
    """A name in a rounded field; a click asks for what else it has to do with."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, small=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the name."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), pen))
            painter.setBrush(theme.colour("hover" if self.underMouse() else "panel"))
            radius = theme.size(13)
            painter.drawRoundedRect(self._frame(pen), radius, radius)
            self._draw_words(painter, theme.colour("ink"))

    def _room(self) -> tuple[int, int]:
        return self._look.theme.size(11), self._look.theme.size(4)
