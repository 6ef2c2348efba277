"""A panel over the right side of the window, whichever page is shown; the rest stays in use."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.widgets.parts.rule import rule
from explorer.widgets.parts.tab_order import put_in_order, tab_stops
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 440


class SidePanel(QFrame):
    """A heading, a body that scrolls, and buttons at the foot.

    Who fills it puts a widget in by ``set_body`` and says what Ctrl Enter (``confirm``) and Esc (``leave``)
    do. ``left`` is sent when it was closed with the keyboard in it, which may go back to the page.
    """

    left = Signal()

    def __init__(self, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        """``pages`` is what it lies over, ``parent`` the window."""
        super().__init__(parent)
        self.look = look
        self._pages = pages
        self.setProperty("role", "drawer")
        self.setAutoFillBackground(True)
        self._heading = Words("title", self)
        self._problem = Words("bad", self)
        self._problem.hide()
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot = QHBoxLayout()
        self._top = QVBoxLayout()
        self._arrange()
        for keys, action in (
            ("Ctrl+Return", self.confirm),
            ("Ctrl+Enter", self.confirm),
            ("Esc", self.leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        pages.installEventFilter(self)
        self._dress_panel(look.theme)
        look.changed.connect(self._dress_panel)
        self.hide()

    def set_body(self, body: QWidget) -> None:
        """Put a widget into the part that scrolls; its parent is ``area.viewport()``."""
        self.area.setWidget(body)
        body.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)

    def add_button(self, text: str, role: str, tip: str) -> QPushButton:
        """A button at the foot."""
        button = QPushButton(text, self)
        if role:
            button.setProperty("role", role)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        self.foot.addWidget(button)
        return button

    def appear(self, heading: str) -> None:
        """Show the panel from its top, with nothing wrong in it."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.say("")
        self.area.verticalScrollBar().setValue(0)
        self._place()
        self.show()
        self.raise_()
        put_in_order(self)

    def vanish(self) -> None:
        """Close the panel."""
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_keyboard:
            self.left.emit()

    def say(self, problem: str) -> None:
        """Say below the heading what is wrong; nothing for ""."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def confirm(self) -> None:
        """What Ctrl Enter does."""

    def leave(self) -> None:
        """What Esc does."""
        self.vanish()

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
        self.area.ensureWidgetVisible(chosen)
        return True

    def _arrange(self) -> None:
        self._top.addWidget(self._heading)
        self._top.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.area, 1)
        column.addWidget(rule(self))
        column.addLayout(self.foot)

    def _place(self) -> None:
        corner = self._pages.mapTo(self.window(), QPoint(0, 0))
        width = min(self.look.theme.size(WIDTH), self._pages.width())
        left = corner.x() + self._pages.width() - width
        self.setGeometry(QRect(left, corner.y(), width, self._pages.height()))

    def _dress_panel(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.size(22), theme.size(18), theme.size(20), theme.size(10))
        self._top.setSpacing(theme.size(6))
        self.foot.setContentsMargins(theme.size(22), theme.size(10), theme.size(20), theme.size(12))
        self.foot.setSpacing(theme.size(8))
        if self.isVisible():
            self._place()
