"""A round button that plays."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.widgets.theme import Theme, ThemeHolder

SIDE = 34


class PlayButton(QAbstractButton):
    """A disc with a triangle; what it plays is in its name."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """As wide as high."""
        side = self._look.theme.size(SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and the triangle in it."""
        theme = self._look.theme
        on = self.isEnabled()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = 2 if self.hasFocus() else 1
            disc = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
            filled = on and (self.underMouse() or self.hasFocus())
            edge = "ink" if self.hasFocus() else "accent" if on else "line"
            painter.setPen(QPen(theme.colour(edge), ring))
            painter.setBrush(theme.colour("accent" if filled else "paper"))
            painter.drawEllipse(disc)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_accent" if filled else "accent" if on else "muted"))
            middle, half = disc.center(), disc.width() / 5
            corners = ((-0.8, -1.0), (-0.8, 1.0), (1.1, 0.0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))

    def _dress(self, _theme: Theme) -> None:
        self.updateGeometry()
        self.update()
