"""A small picture of what the class sees, for the speaker."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.widgets.theme import Theme, ThemeHolder

REST_MS = 400
"""After the stage has changed it is copied, and no more often than this: its own frames come first."""
RATIO = 16 / 9


class Mirror(QWidget):
    """Copies a window when it has painted itself anew."""

    def __init__(self, window: QWidget, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._look = look
        self._picture = QPixmap()
        self._copying = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.copy)
        self.setAccessibleName(self.tr("What the class sees"))
        self.setMinimumHeight(80)
        window.installEventFilter(self)
        for child in window.findChildren(QWidget):
            child.installEventFilter(self)
        look.changed.connect(self._dress)

    @property
    def picture(self) -> QPixmap:
        """The last copy."""
        return self._picture

    def sizeHint(self) -> QSize:
        """As wide as half of a usual window."""
        width = self._look.theme.size(480)
        return QSize(width, round(width / RATIO))

    def hasHeightForWidth(self) -> bool:
        """It keeps the proportions of a screen."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of a screen."""
        return round(width / RATIO)

    def copy(self) -> None:
        """Take a picture now."""
        window = self._window
        if not self.isVisible() or not window.isVisible() or window.width() < 1:
            return
        ratio = self.devicePixelRatioF()
        share = min(self.width() / window.width(), self.height() / window.height()) * ratio
        size = (QSize(window.width(), window.height()).toSizeF() * share).toSize()
        made = QPixmap(size.expandedTo(QSize(1, 1)))
        made.fill(self._look.theme.colour("canvas"))
        self._copying = True
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(share, share)
            window.render(painter, QPoint())
        self._copying = False
        made.setDevicePixelRatio(ratio)
        self._picture = made
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The copy at the top, with a hair line about it."""
        size = self._picture.deviceIndependentSize()
        x, y = (self.width() - size.width()) / 2, 0.0
        with QPainter(self) as painter:
            painter.drawPixmap(round(x), round(y), self._picture)
            painter.setPen(self._look.theme.colour("line"))
            painter.drawRect(round(x), round(y), round(size.width()) - 1, round(size.height()) - 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that the stage paints itself."""
        if event.type() == QEvent.Type.Paint and not self._copying and not self._timer.isActive():
            self._timer.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room for."""
        super().resizeEvent(event)
        self._timer.start()

    def _dress(self, _theme: Theme) -> None:
        self.updateGeometry()
        self._timer.start()
