"""Our own line icons, drawn in the colour of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap


class _LineIcon(QIconEngine):
    """Renders an SVG at whatever size is asked for; ``currentColor`` is the colour given."""

    def __init__(self, svg: str, colour: QColor) -> None:
        super().__init__()
        self._svg = svg
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        from PySide6.QtSvg import QSvgRenderer

        colour = QColor(self._colour)
        if mode == QIcon.Mode.Disabled:
            colour.setAlphaF(0.4)
        text = self._svg.replace("currentColor", colour.name())
        painter.save()
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            self.paint(painter, made.rect(), mode, state)
        return made

    def clone(self) -> QIconEngine:
        return _LineIcon(self._svg, self._colour)


class Icons:
    """Finds the icons in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def icon(self, name: str, colour: QColor) -> QIcon:
        """The icon ``name`` in a colour. Raises FileNotFoundError for a name that is not in the folder."""
        return QIcon(_LineIcon((self._folder / f"{name}.svg").read_text(encoding="utf-8"), colour))
