"""The panel in which an event is written, over the right side of the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.viewmodels.event_editor import EditorState, EventEditorModel
from explorer.widgets.editor.form import EventForm
from explorer.widgets.parts.tab_order import put_in_order, tab_stops
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 440


class Drawer(QFrame):
    """Lies over the right side of a page, whichever it is; the rest of the window stays in use.

    Ctrl Enter saves, Esc leaves; where something would be lost it asks, in the panel itself.
    """

    def __init__(self, editor: EventEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        """``pages`` is what it lies over, ``parent`` the window."""
        super().__init__(parent)
        self._editor = editor
        self._look = look
        self._pages = pages
        self.setProperty("role", "drawer")
        self.setAutoFillBackground(True)
        self._heading = Words("title", self)
        self._problem = Words("bad", self)
        self._problem.hide()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = EventForm(editor, look, self._scroll.viewport())
        self._scroll.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.save_button = self._button(self.tr("Save"), "primary", self.tr("Save the event (Ctrl Enter)"))
        self.leave_button = self._button(self.tr("Leave"), "", self.tr("Leave without saving (Esc)"))
        self._question = Words("strong", self)
        self._question.setText(self.tr("Let go of what you have typed?"))
        self.drop_button = self._button(self.tr("Let it go"), "", self.tr("Leave without saving"))
        self.stay_button = self._button(
            self.tr("Go on writing"), "primary", self.tr("Back to the fields (Esc)")
        )
        self._arrange()
        self._listen()
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self.hide()

    def open(self, state: EditorState) -> None:
        """Show what an event begins with, ready to type."""
        new = state.event_id is None
        self._heading.setText(self.tr("New event") if new else self.tr("Edit the event"))
        self.setAccessibleName(self._heading.text())
        self._say("")
        self._ask(asked=False)
        self.form.put(state)
        self._scroll.verticalScrollBar().setValue(0)
        self._place()
        self.show()
        self.raise_()
        put_in_order(self)
        self.form.begin()

    def show_state(self, state: EditorState) -> None:
        """Say what is wrong, or that it is being saved."""
        self.save_button.setEnabled(not state.saving)
        self._say(state.problems.get("", ""))
        if not state.saving:
            self.form.tell(state.problems)

    def save(self) -> None:
        """Save what stands in the fields, if every name in them was picked."""
        unfinished = self.form.unfinished
        if unfinished:
            self.form.tell({**self._editor.problems(self.form.typed()), **unfinished})
        else:
            self._editor.save(self.form.typed())

    def leave(self) -> None:
        """Leave; ask before, if something was typed. Asked a second time, it goes on."""
        if self.stay_button.isVisible():
            self._stay()
        elif self._editor.is_touched(self.form.typed()) or self.form.unfinished:
            self._ask(asked=True)
            self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._editor.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the right side of the page."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the panel: what lies below it cannot be seen."""
        stops = [each for each in tab_stops(self) if each.isVisible() and each.isEnabled()]
        focused = self.focusWidget()
        if not stops:
            return False
        at = stops.index(focused) if focused in stops else -1
        step = 1 if forward else -1
        chosen = stops[(at + step) % len(stops) if at >= 0 or forward else -1]
        chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(chosen)
        return True

    def _stay(self) -> None:
        self._ask(asked=False)
        self.form.begin()

    def _ask(self, *, asked: bool) -> None:
        for widget in (self._question, self.drop_button, self.stay_button):
            widget.setVisible(asked)
        for widget in (self.save_button, self.leave_button):
            widget.setVisible(not asked)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _button(self, text: str, role: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        if role:
            button.setProperty("role", role)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _arrange(self) -> None:
        self._top = QVBoxLayout()
        self._top.addWidget(self._heading)
        self._top.addWidget(self._problem)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._question, 1)
        self._foot.addStretch(1)
        for button in (self.leave_button, self.save_button, self.drop_button, self.stay_button):
            self._foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule)
        column.addLayout(self._foot)

    def _listen(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)
        self.drop_button.clicked.connect(self._editor.leave)
        self.stay_button.clicked.connect(self._stay)
        for keys, action in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._pages.installEventFilter(self)

    def _place(self) -> None:
        corner = self._pages.mapTo(self.window(), QPoint(0, 0))
        width = min(self._look.theme.size(WIDTH), self._pages.width())
        left = corner.x() + self._pages.width() - width
        self.setGeometry(QRect(left, corner.y(), width, self._pages.height()))

    def _dress(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.size(22), theme.size(18), theme.size(20), theme.size(10))
        self._top.setSpacing(theme.size(6))
        self._foot.setContentsMargins(theme.size(22), theme.size(10), theme.size(20), theme.size(12))
        self._foot.setSpacing(theme.size(8))
        if self.isVisible():
            self._place()
