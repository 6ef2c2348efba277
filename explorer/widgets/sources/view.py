"""The Sources view: the documents, the reader, and what a document gives the timeline."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QWidget

from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.sources import SourcesModel
from explorer.widgets.sources import wording
from explorer.widgets.sources.giving import GivingPane
from explorer.widgets.sources.reader import ReaderPane
from explorer.widgets.sources.source_list import SourceList
from explorer.widgets.theme import Theme, ThemeHolder

WIDTHS = (300, 880, 400)
SIDES = (200, 260)
WIDEST = (0.24, 0.28)


class SourcesView(QWidget):
    """Three panes. ``event_asked`` is emitted with the id of an event that was selected here.

    A plain text file dropped anywhere on the view is attached to the open source; ``attach_action``
    asks for one.
    """

    event_asked = Signal(object)

    def __init__(
        self,
        sources: SourcesModel,
        reader: ReaderModel,
        selection: SelectionModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._look = look
        self._dialog: QFileDialog | None = None
        self.setAccessibleName(self.tr("Sources"))
        self.setAcceptDrops(True)
        self.attach_action = QAction(self.tr("Attach your copy…"), self)
        self.attach_action.setToolTip(self.tr("Attach a plain text copy of this source"))
        self.attach_action.triggered.connect(self._ask_for_file)
        self._list = SourceList(sources, look, self)
        self._pane = ReaderPane(reader, self.attach_action, look, self)
        self._giving = GivingPane(reader, selection, look, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for at, widget in enumerate((self._list, self._pane, self._giving)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(at, 1 if widget is self._pane else 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._list.setMinimumWidth(SIDES[0])
        self._giving.setMinimumWidth(SIDES[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._target = _DropTarget(look, self)
        self._target.hide()
        self._sized = False
        self._list.source_chosen.connect(reader.open_source)
        self._pane.event_asked.connect(self.event_asked)
        self._giving.event_asked.connect(self.event_asked)
        self._giving.passage_asked.connect(reader.go_to)
        reader.changed.connect(self._show)
        self._show(reader.state)

    def offer(self, *, on_list: Sequence[QAction], on_page: Sequence[QAction]) -> None:
        """Offer actions in the menus of the list and of the page."""
        self._list.offer(on_list)
        self._pane.page.addActions(on_page)

    def focus_reader(self) -> None:
        """Put the keyboard on the page."""
        self._pane.page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Open an article when the view is seen first; the keys work on the page at once."""
        super().showEvent(event)
        self._reader.open_first()
        self.focus_reader()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions of the design until the reader moves the borders."""
        super().resizeEvent(event)
        if not self._sized and self.width() > 0:
            self._sized = self.isVisible()
            share = min(self.width() / sum(WIDTHS), 1.0) * self._look.theme.scale
            left = max(round(min(WIDTHS[0] * share, WIDEST[0] * self.width())), SIDES[0])
            right = max(round(min(WIDTHS[2] * share, WIDEST[1] * self.width())), SIDES[1])
            self._splitter.setSizes([left, self.width() - left - right, right])
        self._target.setGeometry(self._pane.geometry())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer, nothing else."""
        if self._file_in(event.mimeData()) is not None and self._can_attach():
            event.acceptProposedAction()
            self._target.setGeometry(self._pane.geometry())
            self._target.show()
            self._target.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the invitation away."""
        super().dragLeaveEvent(event)
        self._target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        self._target.hide()
        path = self._file_in(event.mimeData())
        if path is not None and self._can_attach():
            event.acceptProposedAction()
            self._reader.attach(path)

    @staticmethod
    def _file_in(data: QMimeData) -> Path | None:
        urls = data.urls() if data.hasUrls() else []
        if len(urls) != 1 or not urls[0].isLocalFile() or urls[0].host():
            return None
        return Path(urls[0].toLocalFile())

    def _can_attach(self) -> bool:
        state = self._reader.state
        return state.detail is not None and bool(state.passages) and state.busy is None

    def _ask_for_file(self) -> None:
        state = self._reader.state
        if state.detail is None or self._dialog is not None:
            return
        title = self.tr("Attach a copy of “{title}”").format(title=wording.name_of(state.detail.source))
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Plain text (*.txt *.text *.md)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._attach)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _attach(self, name: str) -> None:
        self._reader.attach(Path(name))

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show(self, state: ReaderState) -> None:
        self.attach_action.setEnabled(self._can_attach())
        self._list.show_source(state.detail.source.id if state.detail is not None else None)


class _DropTarget(QWidget):
    """Says over the reader that a file may be dropped here."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A frame and a sentence."""
        with QPainter(self) as painter:
            self._paint(painter, self._look.theme)

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.colour("paper")
        ground.setAlphaF(0.92)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        margin = theme.size(24)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(margin, margin, -margin, -margin), 12, 12)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(16, bold=True))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop the text file to attach it")
        )
