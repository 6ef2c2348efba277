"""The window in which sheets are looked at and printed."""

from collections.abc import Iterator

from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.handing_out import Form
from explorer.viewmodels.handing_out import Choice, HandingOutModel
from explorer.viewmodels.work import WorkState
from explorer.widgets.handing_out.options import Options
from explorer.widgets.icons import Icons
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.items import Sheet
from explorer.widgets.paper.output import page_layout
from explorer.widgets.paper.painting import paint_sheet
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

SIZE, SIDE = (1100, 760), 350
STEPS = 1_000
SETTLE_MS = 250
"""The preview is drawn when so long nothing was chosen any more."""
ZOOM = 1.25


class PrintWindow(QDialog):
    """Options at the left, the pages at the right as they will come out of the printer."""

    def __init__(
        self, model: HandingOutModel, look: ThemeHolder, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._icons = icons
        self._sheets: list[Sheet] = []
        self._faces: Faces | None = None
        self._pages: Iterator[int] | None = None
        self._dialog: QPrintDialog | None = None
        self.setWindowTitle(self.tr("Print"))
        self.setSizeGripEnabled(True)
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setFullPage(True)
        self.options = Options(model, (Form.PDF, Form.POSTER), look, self, printed=True)
        self.preview = QPrintPreviewWidget(self.printer, self)
        self.preview.setAccessibleName(self.tr("The pages as they will be printed"))
        self.wrong = Words("bad", self)
        self.wrong.hide()
        self.line = QProgressBar(self)
        self.line.setRange(0, STEPS)
        self.line.setTextVisible(False)
        quiet = self.line.sizePolicy()
        quiet.setRetainSizeWhenHidden(True)
        self.line.setSizePolicy(quiet)
        self.place = QLabel(self)
        self.back = self._tool(self.tr("Previous page (Page Up)"), "previous", Qt.Key.Key_PageUp)
        self.forward = self._tool(self.tr("Next page (Page Down)"), "next", Qt.Key.Key_PageDown)
        self.smaller = self._tool(self.tr("Smaller"), "zoom-out", None)
        self.larger = self._tool(self.tr("Larger"), "zoom-in", None)
        self.fit = QPushButton(self.tr("Whole page"), self)
        self.fit.setToolTip(self.tr("Show the whole page"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.print_button.setProperty("role", "primary")
        self.print_button.setDefault(True)
        self.print_button.setToolTip(self.tr("Choose a printer and the pages"))
        self._buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._step = QTimer(self, interval=0)
        self._place_parts()
        self._join()
        self._dress(look.theme)
        look.changed.connect(self._dress)
        width, height = SIZE
        screen = self.screen().availableGeometry()
        self.resize(
            min(look.theme.size(width), screen.width()), min(look.theme.size(height), screen.height())
        )

    def open_with_last(self) -> None:
        """Show what was chosen last, of the library as it is now."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.options.show_choice(self._model.remembered("print"))
        self.options.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Stop what is being drawn or printed, and close."""
        self._settle.stop()
        if self._pages is not None:
            self.printer.abort()
            self._end_printing()
            return
        self._model.cancel()
        super().reject()

    # What is drawn

    def _note_choice(self, choice: Choice) -> None:
        self._say(self.options.problem)
        if not self.options.problem:
            self._model.remember("print", choice)
            self._settle.start()

    def _draw(self) -> None:
        self._model.draw(self.options.choice)

    def _take(self, drawn: tuple[list[Sheet], Faces]) -> None:
        if not self.isVisible():
            return
        self._sheets, self._faces = drawn
        self.printer.setPageLayout(page_layout(self._sheets[0]))
        self.preview.updatePreview()
        self.preview.setCurrentPage(1)
        self._show_place()
        self._show_busy(None, "")

    def _paint(self, printer: QPrinter) -> None:
        """Qt asks for all pages at once."""
        for _ in self._painted(printer):
            continue

    def _painted(self, printer: QPrinter) -> Iterator[int]:
        """Paints a page a step; the first pages count from 1."""
        faces = self._faces
        if faces is None:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or len(self._sheets)
        chosen = self._sheets[first - 1 : last]
        with QPainter(printer) as painter:
            for number, sheet in enumerate(chosen, start=1):
                if number > 1:
                    printer.newPage()
                paper = printer.paperRect(QPrinter.Unit.DevicePixel).size()
                paint_sheet(painter, sheet, faces, _scale(sheet, paper))
                yield number

    # What is printed

    def _ask_for_printer(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setMinMax(1, len(self._sheets))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.begin_printing)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        # Its own open() wants a slot by name.
        QDialog.open(dialog)

    def begin_printing(self) -> None:
        """Print page by page, so that the window goes on answering."""
        if self._pages is None and self._sheets:
            self._pages = self._painted(self.printer)
            self._show_busy(0.0, self.tr("Printing"))
            self._step.start()

    def _print_next(self) -> None:
        if self._pages is None:
            return
        number = next(self._pages, None)
        if number is None:
            self._end_printing()
            self.accept()
        else:
            self._show_busy(number / len(self._sheets), self.tr("Printing"))

    def _end_printing(self) -> None:
        self._step.stop()
        pages, self._pages = self._pages, None
        del pages
        self._show_busy(None, "")

    def _forget_dialog(self, _result: int) -> None:
        self._dialog = None

    # What is shown of it

    def _show_work(self, state: WorkState | None) -> None:
        if self._pages is None:
            self._show_busy(None if state is None else state.share, self.tr("Drawing the pages"))

    def _show_busy(self, share: float | None, text: str) -> None:
        busy = share is not None
        self.line.setVisible(busy)
        self.line.setValue(0 if share is None else round(STEPS * share))
        self.line.setAccessibleName(text)
        self.print_button.setEnabled(not busy and bool(self._sheets))
        self.options.setEnabled(self._pages is None)

    def _show_place(self) -> None:
        count, page = len(self._sheets), self.preview.currentPage()
        text = self.tr("Page {number} of {count}").format(number=page, count=count) if count else ""
        self.place.setText(text)
        self.back.setEnabled(page > 1)
        self.forward.setEnabled(page < count)

    def _go_back(self) -> None:
        self.preview.setCurrentPage(self.preview.currentPage() - 1)
        self._show_place()

    def _go_forward(self) -> None:
        self.preview.setCurrentPage(self.preview.currentPage() + 1)
        self._show_place()

    def _zoom_in(self) -> None:
        self.preview.zoomIn(ZOOM)

    def _zoom_out(self) -> None:
        self.preview.zoomOut(ZOOM)

    def _refuse(self, sentence: str) -> None:
        self._sheets = []
        self._say(sentence)
        self._show_place()

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    # How it is put together

    def _tool(self, name: str, icon: str, key: Qt.Key | None) -> QToolButton:
        tool = QToolButton(self)
        tool.setAccessibleName(name)
        tool.setToolTip(name)
        tool.setObjectName(icon)
        if key is not None:
            tool.setShortcut(key)
        return tool

    def _place_parts(self) -> None:
        self._left = QWidget(self)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options)
        column.addWidget(self.wrong)
        column.addStretch(1)
        bar = QHBoxLayout()
        for part in (self.back, self.place, self.forward):
            bar.addWidget(part)
        bar.addStretch(1)
        for tool in (self.smaller, self.larger, self.fit):
            bar.addWidget(tool)
        right = QVBoxLayout()
        right.addLayout(bar)
        right.addWidget(self.preview, 1)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._left)
        self._middle.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.line)
        self._column.addWidget(self._buttons)

    def _join(self) -> None:
        self.preview.paintRequested.connect(self._paint)
        self.preview.previewChanged.connect(self._show_place)
        self.options.changed.connect(self._note_choice)
        self._settle.timeout.connect(self._draw)
        self._step.timeout.connect(self._print_next)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.larger.clicked.connect(self._zoom_in)
        self.smaller.clicked.connect(self._zoom_out)
        self.fit.clicked.connect(self.preview.fitInView)
        self._buttons.accepted.connect(self._ask_for_printer)
        self._buttons.rejected.connect(self.reject)
        self._model.changed.connect(self._show_work)
        self._model.drawn.connect(self._take)
        self._model.failed.connect(self._refuse)
        self._show_busy(None, "")

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(theme.size(room) for room in (20, 18, 20, 16)))
        self._column.setSpacing(theme.size(12))
        self._middle.setSpacing(theme.size(20))
        self._left.setFixedWidth(theme.size(SIDE))
        self.line.setFixedHeight(theme.size(6))
        for tool in (self.back, self.forward, self.smaller, self.larger):
            tool.setIcon(self._icons.icon(tool.objectName(), theme.colour("ink")))


def _scale(sheet: Sheet, paper: QSizeF) -> float:
    """Pixels a point with which the sheet fits onto the paper in the printer."""
    return min(paper.width() / sheet.width, paper.height() / sheet.height)
