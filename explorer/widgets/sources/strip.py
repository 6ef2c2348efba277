"""The whole document in a narrow strip: where its passages lie, and what is in view."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.widgets.sources.content import EMPTY, Page
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 20
SHORTEST = 4


class PassageStrip(QWidget):
    """One mark a passage in its lane's colour, an outline where a dated sentence is not used yet.

    A press or drag asks for a share (0 to 1) of the text.
    """

    place_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = EMPTY
        self._view = (0.0, 1.0)
        self._current: int | None = None
        self._unused: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where the passages lie in the document"))
        self.setToolTip(self.tr("Where the passages lie in the document. Click to go there."))
        look.changed.connect(self._dress)

    def show_page(self, page: Page) -> None:
        """Show the passages of another page."""
        self._page = page
        self.update()

    def show_view(self, view: tuple[float, float]) -> None:
        """Frame the part of the text that is in view, as shares of the text."""
        if view != self._view:
            self._view = view
            self.update()

    def show_current(self, passage_id: int | None) -> None:
        """Emphasise one passage."""
        self._current = passage_id
        self.update()

    def show_unused(self, unused: tuple[tuple[int, int], ...]) -> None:
        """Outline the places (start, end) of dated sentences that are not used yet."""
        self._unused = unused
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(self._look.theme.size(WIDTH), 100)

    def _dress(self, _theme: Theme) -> None:
        self.updateGeometry()
        self.update()

    def _inner(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 6, 0, -6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Ground, marks, frame."""
        with QPainter(self) as painter:
            self._paint(painter, self._look.theme)

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("panel"))
        inner = self._inner()
        length = max(len(self._page.text), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for span in self._page.spans.all:
            current = span.passage_id == self._current
            top = inner.top() + span.start / length * inner.height()
            height = max((span.end - span.start) / length * inner.height() - 1, theme.size(SHORTEST))
            side = 2 if current else 5
            painter.setBrush(theme.event_colour(span.colour) if span.colour else theme.colour("line"))
            painter.drawRoundedRect(QRectF(side, top, self.width() - 2 * side, height), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("muted"), 1.2))
        for start, end in self._unused if not self._page.cards else ():
            top = inner.top() + start / length * inner.height()
            height = max((end - start) / length * inner.height() - 1, theme.size(SHORTEST))
            painter.drawRoundedRect(QRectF(3.5, top, self.width() - 7, height), 2.5, 2.5)
        if self._page.text and self._view != (0.0, 1.0):
            top, bottom = (inner.top() + share * inner.height() for share in self._view)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(1, top, self.width() - 2, max(bottom - top, 8)), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        inner = self._inner()
        self.place_asked.emit(
            min(max((event.position().y() - inner.top()) / max(inner.height(), 1), 0.0), 1.0)
        )
