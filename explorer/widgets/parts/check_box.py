"""A check box whose frame is seen in every look: Fusion's own is lost on a dark ground."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from explorer.widgets.theme import Theme, ThemeHolder

BOX = 15
GAP = 9
TICK = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.32))
"""Corners of the tick as shares of the box."""


class CheckBox(QCheckBox):
    """A question with yes or no."""

    def __init__(self, text: str, help_text: str, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setToolTip(help_text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(help_text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The box and the words beside it."""
        theme = self._look.theme
        words = self.fontMetrics().size(0, self.text())
        return QSize(theme.size(BOX + GAP) + words.width(), max(words.height(), theme.size(BOX)) + 4)

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Box and words can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, with a tick or without, and the words."""
        theme, side = self._look.theme, self._look.theme.size(BOX)
        box = QRectF(1.5, (self.height() - side) / 2, side, side)
        ticked, able = self.isChecked(), self.isEnabled()
        told = able and (ticked or self.hasFocus())
        edge = "ink" if ticked and self.hasFocus() else "accent" if told else "muted"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.colour(("accent" if able else "muted") if ticked else "paper"))
            painter.drawRoundedRect(box, theme.size(4), theme.size(4))
            if ticked:
                painter.setPen(QPen(theme.colour("on_accent"), side / 8))
                points = [box.topLeft() + QPointF(x * side, y * side) for x, y in TICK]
                painter.drawPolyline(QPolygonF(points))
            painter.setPen(theme.colour("ink" if able else "muted"))
            words = QRectF(self.rect()).adjusted(side + theme.size(GAP), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _dress(self, _theme: Theme) -> None:
        self.updateGeometry()
