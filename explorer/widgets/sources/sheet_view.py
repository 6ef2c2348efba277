"""A text of any length, of which only what is looked at is set in type."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QMenu, QTextEdit, QWidget

from explorer.widgets.sources.content import EMPTY, Page
from explorer.widgets.sources.lines import Lines
from explorer.widgets.sources.sheet import BLANK, MOST_LETTERS, sheet_around
from explorer.widgets.sources.typesetting import column, set_column, typeset
from explorer.widgets.theme import Theme, ThemeHolder

SHIFT = Qt.KeyboardModifier.ShiftModifier
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
"""Keys that scroll; with Shift they select, as the text is read and not written."""


class SheetView(QTextEdit):
    """Shows a :class:`Page`, under a head that scrolls with its beginning.

    Only a :class:`Sheet` of the page is set in type, so that a text of any size takes little time: near the
    end of the sheet the next one is set. A page of several sheets has no scroll bar, which would know one
    sheet only; ``viewed`` and :meth:`scroll_to_share` are for a strip that moves through the whole.
    """

    column_moved = Signal(object)
    viewed = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = EMPTY
        self._sheet = BLANK
        self._all_selected = False
        self._document: QTextDocument | None = None
        self._lines = Lines(self.document())
        self._head: QWidget | None = None
        self._column = (0, 0)
        self._top = 0
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.timeout.connect(self._turn)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self.selectionChanged.connect(self._forget_all)
        look.changed.connect(self._dress)

    def set_head(self, head: QWidget) -> None:
        """Let ``head`` stand above the text and scroll away with it."""
        head.setParent(self.viewport())
        head.installEventFilter(self)
        self._head = head
        self._place_column()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for a head that has grown or shrunk."""
        if watched is self._head and event.type() == QEvent.Type.LayoutRequest:
            self._place_column()
        return super().eventFilter(watched, event)

    def show_page(self, page: Page, *, keep_place: bool = False) -> None:
        """Show another page, from its top or, with ``keep_place``, from where the reader is."""
        point, shift = self._place() if keep_place else (0, 0.0)
        self._page = page
        self._set(point)
        self._scroll_to(point, shift)

    @property
    def selected(self) -> tuple[int, int]:
        """The places of the page between which words are selected; the same twice where none are."""
        if self._all_selected:
            return 0, len(self._page.text)
        cursor = self.textCursor()
        return self._sheet.point(cursor.selectionStart()), self._sheet.point(cursor.selectionEnd())

    def end_of_selection(self) -> QRect:
        """Where the selected words end, in pixels of the viewport."""
        cursor = self.textCursor()
        end = QTextCursor(self.document())
        end.setPosition(cursor.selectionEnd())
        return self.cursorRect(end)

    def scroll_to_share(self, share: float) -> None:
        """Bring the place at this share (0 to 1) of the text to the middle of the view."""
        last = max(len(self._page.text) - 1, 0)
        point = min(max(round(share * len(self._page.text)), 0), last)
        self._reach(point, point)
        top = self._lines.box(self._sheet.unit(point)).top()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 2))

    def _set(self, point: int) -> None:
        """Set the sheet around a place of the page in type."""
        self._sheet = sheet_around(self._page, point)
        former, self._document = self._document, typeset(self._sheet, self._look.theme, self)
        width = self.viewport().width()
        left, wide = column(width, self._look.theme)
        # Before it is shown, or it would be laid out twice.
        set_column(self._document, self._look.theme, left, width - left - wide, self._place_head())
        self.setDocument(self._document)
        self._lines = Lines(self._document)
        if former is not None:
            former.deleteLater()
        whole = self._sheet.is_first and self._sheet.is_last
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._place_column()

    def _place_column(self) -> None:
        width = self.viewport().width()
        left, wide = column(width, self._look.theme)
        if (left, wide) != self._column:
            self._column = (left, wide)
            self.column_moved.emit(self._column)
        set_column(self.document(), self._look.theme, left, width - left - wide, self._place_head())
        # Laid out to its end at once, as it is short: else the scroll bar would know its beginning only.
        self._lines.box(self.document().characterCount() - 1)
        self._tell_view()

    def _place_head(self) -> int:
        """Put the head above the text, and answer with its height."""
        layout = self._head.layout() if self._head is not None else None
        if self._head is None or layout is None:
            return 0
        width = self.viewport().width()
        height = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        self._head.setGeometry(0, 0, width, height)
        self._move_head()
        return height if self._sheet.is_first else 0

    def _move_head(self) -> None:
        """Let the head scroll with the beginning of the page; beside a later sheet it is out of sight."""
        if self._head is not None:
            above = self.verticalScrollBar().value() if self._sheet.is_first else self._head.height()
            self._head.move(0, -above)

    def _dress(self, _theme: Theme) -> None:
        share = self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1)
        self._set((self._sheet.start + self._sheet.end) // 2)
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def _place(self) -> tuple[int, float]:
        """The place of the page at the top of the view, and how far its line begins above the view.

        Above the text, where the head stands, it is the beginning, and the place of the scroll bar.
        """
        top = self.verticalScrollBar().value()
        unit = self._lines.at(top)[0]
        point = self._sheet.point(unit)
        return point, top - (self._lines.box(unit).top() if point else 0)

    def _scroll_to(self, point: int, shift: float) -> None:
        """Go back to a place that :meth:`_place` has told."""
        top = self._lines.box(self._sheet.unit(point)).top() if point else 0
        self.verticalScrollBar().setValue(round(top + shift))

    def _reach(self, start: int, end: int) -> None:
        """Have the places from ``start`` to ``end`` on the sheet."""
        before = start < self._sheet.start and not self._sheet.is_first
        if before or (end > self._sheet.end and not self._sheet.is_last):
            self._set(min((start + end) // 2, start + MOST_LETTERS // 4))

    def _follow(self) -> None:
        """Say what is in view; near the end of the sheet, have the next one set when this event is over."""
        self._tell_view()
        if self._is_near_end():
            self._turning.start(0)

    def _is_near_end(self) -> bool:
        """Whether the view is near an end of the sheet that is no end of the page."""
        bar, near = self.verticalScrollBar(), self.viewport().height() // 4
        before = bar.value() < near and not self._sheet.is_first
        return before or (bar.maximum() - bar.value() < near and not self._sheet.is_last)

    def _turn(self) -> None:
        """Set the sheet around what is in view. What is selected stays so, as far as it is on the sheet."""
        if not self._is_near_end():
            return
        point, shift = self._place()
        start, end = self._visible_units()
        middle = self._sheet.point((start + end) // 2)
        around = sheet_around(self._page, middle)
        if (around.start, around.end) == (self._sheet.start, self._sheet.end):
            return
        cursor, all_selected = self.textCursor(), self._all_selected
        anchor, position = self._sheet.point(cursor.anchor()), self._sheet.point(cursor.position())
        self._set(middle)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._sheet.unit(anchor))
        cursor.setPosition(self._sheet.unit(position), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if all_selected:
            self._select_all()
        self._scroll_to(point, shift)

    def _tell_view(self) -> None:
        length = len(self._page.text)
        if length:
            start, end = self._visible_units()
            self._top = start
            self.viewed.emit((self._sheet.point(start) / length, self._sheet.point(end) / length))
        else:
            self.viewed.emit((0.0, 1.0))

    def _visible_units(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value()
        return self._lines.at(top)[0], self._lines.at(top + self.viewport().height())[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys scroll, and with Shift they select."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        scroll = _SCROLLS.get(Qt.Key(event.key()))
        if plain and scroll is not None:
            self.verticalScrollBar().triggerAction(scroll)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() & SHIFT:
            self.scroll_to_share(0.0 if event.key() == Qt.Key.Key_Home else 1.0)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            if event.modifiers() & SHIFT and not self.textCursor().hasSelection():
                self._bring_cursor()
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The head goes along."""
        super().scrollContentsBy(dx, dy)
        self._move_head()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a text that is only read."""
        menu = QMenu(self)
        copy = menu.addAction("Copy", self._copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction("Select all", self._select_all).setShortcut(QKeySequence.StandardKey.SelectAll)
        if self.actions():
            menu.addSeparator()
            menu.addActions(self.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        """Copy what is selected; all of the page if that was asked for, not only what is set in type."""
        # Plain text set by Qt itself: a mime object made here would end the process badly when it is left
        # on the clipboard at the end.
        text = self._page.text if self._all_selected else self.textCursor().selection().toPlainText()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _select_all(self) -> None:
        self.selectAll()
        self._all_selected = True

    def _forget_all(self) -> None:
        self._all_selected = False

    def _bring_cursor(self) -> None:
        """Let a selection begin in view, not where the last one ended."""
        start, end = self._visible_units()
        cursor = self.textCursor()
        if not start <= cursor.position() <= end:
            cursor.setPosition(start)
            self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and what is read where it is."""
        top = self._top
        head = self._head.height() if self._head is not None else 0
        in_text = self.verticalScrollBar().value() > head
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place_column()
            if in_text:
                self.verticalScrollBar().setValue(round(self._lines.box(top).top()))
