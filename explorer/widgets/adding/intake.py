"""The ways in for documents: a dialog, a drop anywhere on the window, and the clipboard."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QVBoxLayout, QWidget

from explorer.domain.reading import ENDINGS
from explorer.viewmodels.adding import AddingModel, AddingState
from explorer.viewmodels.settings import SettingsModel
from explorer.widgets.theme import Theme, ThemeHolder


class Intake(QObject):
    """Takes files and clippings in for one window, and puts the report at ``foot`` when there is one.

    ``source_asked`` carries the id of a source that is to be opened.
    """

    source_asked = Signal(object)

    def __init__(
        self,
        adding: AddingModel,
        settings: SettingsModel,
        look: ThemeHolder,
        foot: QVBoxLayout,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._adding = adding
        self._settings = settings
        self._look = look
        self._foot = foot
        self._window = window
        self._has_panel = False
        self._dialog: QFileDialog | None = None
        self._target: _DropTarget | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        adding.changed.connect(self._show)

    def ask(self) -> None:
        """Let the reader choose files."""
        if self._dialog is not None:
            return
        dialog = QFileDialog(self._window, self.tr("Add documents"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Documents ({patterns})").format(patterns=patterns()), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add_files)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def paste(self) -> None:
        """Add what was copied: files, a piece of a web page, or text."""
        data = QGuiApplication.clipboard().mimeData()
        paths = _files_in(data)
        if paths:
            self._adding.add(paths)
        elif data.hasHtml():
            self._adding.add_data(self.tr("Clipping.html"), data.html().encode())
        elif data.hasText():
            self._adding.add_data(self.tr("Clipping.txt"), data.text().encode("utf-8", "surrogatepass"))

    def serve(self, page: QWidget) -> None:
        """Let the usual key for pasting add what was copied while ``page`` has the keyboard."""
        action = QAction(self.tr("Add what was copied"), page)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.paste)
        page.addAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dragged over the window."""
        if watched is self.parent():
            match event.type():
                case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                    if _files_in(event.mimeData()):
                        event.acceptProposedAction()
                        self._invite(wanted=True)
                        return True
                case QEvent.Type.DragLeave:
                    self._invite(wanted=False)
                case QEvent.Type.Drop if isinstance(event, QDropEvent):
                    self._invite(wanted=False)
                    paths = _files_in(event.mimeData())
                    if paths:
                        event.acceptProposedAction()
                        self._adding.add(paths)
                        return True
        return super().eventFilter(watched, event)

    def _invite(self, *, wanted: bool) -> None:
        if wanted and self._target is None:
            self._target = _DropTarget(self._look, self._window)
        if self._target is not None:
            self._target.setGeometry(self._window.rect())
            self._target.setVisible(wanted)
            self._target.raise_()

    def _add_files(self, names: list[str]) -> None:
        self._adding.add([Path(name) for name in names])

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show(self, state: AddingState) -> None:
        if state.additions and not self._has_panel:
            from explorer.widgets.adding.panel import AddingPanel

            self._has_panel = True
            panel = AddingPanel(self._adding, self._settings, self._look, self._window)
            panel.source_asked.connect(self.source_asked)
            self._foot.addWidget(panel)


def patterns() -> str:
    """The names of files that are read, as a file dialog wants them."""
    return " ".join(f"*.{ending}" for endings in ENDINGS.values() for ending in endings)


def _files_in(data: QMimeData) -> list[Path]:
    """The files and folders of this computer; none if there is anything else among them."""
    urls = data.urls() if data.hasUrls() else []
    if any(not url.isLocalFile() or url.host() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


class _DropTarget(QWidget):
    """Says over the window that files may be dropped here."""

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
        words = self.tr("Drop the files or folders to add them to the library")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
