"""How much of a document is used: a bar, and the same in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.domain.coverage import DocumentCoverage
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

HEIGHT = 8


class _Bar(QWidget):
    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shares = (0.0, 0.0)

    def sizeHint(self) -> QSize:
        return QSize(100, self._look.theme.size(HEIGHT))

    def put(self, on_timeline: float, quoted_only: float) -> None:
        self._shares = (on_timeline, quoted_only)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            radius = self.height() / 2
            whole = QRectF(self.rect())
            painter.setBrush(theme.colour("grid"))
            painter.drawRoundedRect(whole, radius, radius)
            used, quoted = (share * whole.width() for share in self._shares)
            for width, role in ((used + quoted, "mark_strong"), (used, "good")):
                painter.setBrush(theme.colour(role))
                painter.setClipRect(QRectF(0, 0, width, whole.height()))
                painter.drawRoundedRect(whole, radius, radius)


class CoverageBar(QWidget):
    """Green: on the timeline; yellow: quoted without an event. Below it dated sentences not used yet."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(look, self)
        self._words = Words("muted", self)
        self._unused = Words("muted", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._unused, self._bar, self._words):
            self._column.addWidget(part)
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self.hide()

    def put(self, coverage: DocumentCoverage | None) -> None:
        """Show what is used of the document in hand; None hides the bar."""
        self.setVisible(coverage is not None)
        if coverage is None:
            return
        self._bar.put(coverage.on_timeline, coverage.quoted_only)
        used, quoted = (f"{share:.0%}" for share in (coverage.on_timeline, coverage.quoted_only))
        said = self.tr("{used} of the text stands on the timeline, {quoted} is quoted without an event")
        self._words.setText(said.format(used=used, quoted=quoted))
        self._unused.setVisible(coverage.unused is not None)
        if coverage.unused is not None:
            count = len(coverage.unused)
            self._unused.setText(
                self.tr("Every dated sentence is used")
                if not count
                else self.tr("One dated sentence is not used yet")
                if count == 1
                else self.tr("{count} dated sentences are not used yet").format(count=f"{count:,}")
            )

    def _dress(self, theme: Theme) -> None:
        self._column.setSpacing(theme.size(6))
        self._bar.setFixedHeight(theme.size(HEIGHT))
