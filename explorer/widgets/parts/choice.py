"""A list that unfolds: the style sheet takes the platform's arrow away, so it draws a chevron of its own."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from explorer.widgets.theme import ThemeHolder

CHEVRON = 4
EDGE = 14
LETTERS = 5
"""So many letters have room at least."""


class Choice(QComboBox):
    """One of several. The wheel belongs to what it stands in."""

    def __init__(self, name: str, look: ThemeHolder, parent: QWidget | None = None) -> None:
        """``name`` is its accessible name and its tooltip."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setToolTip(name)
        # A long entry must not make the form wider than the window.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the chevron at its end."""
        super().paintEvent(event)
        theme = self._look.theme
        half, middle = theme.size(CHEVRON), QPointF(self.width() - theme.size(EDGE), self.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(theme.colour("muted"), 1.4 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corners = ((-half, -half / 2), (0, half / 2), (half, -half / 2))
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing is chosen by chance while a form is scrolled."""
        event.ignore()
