"""The reveal in the window: the bar, the curtain, its keys, and what is closed meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout

from explorer.domain.detail import EventHeading
from explorer.domain.words import in_words
from explorer.viewmodels.event_editor import EditorState
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.viewmodels.reveal import Hidden, Reveal, RevealModel
from explorer.widgets.actions import ALL
from explorer.widgets.classwork.curtain import Curtain
from explorer.widgets.classwork.reveal_bar import RevealBar
from explorer.widgets.classwork.uncovered import Uncovered
from explorer.widgets.main_window import MainWindow
from explorer.widgets.theme import ThemeHolder

OPEN = frozenset({
    "reveal", "new_library", "open", "story", "quit", "timeline", "facets", "detail", "everything", "fit",
    "clear", "system", "light", "dark", "larger", "smaller", "normal", "back", "forward", "help", "keys",
    "about", "menu",
})  # fmt: skip
"""Commands that tell nothing of an event. All others are closed, those that are added later too."""
BELOW_HEADER = 2


class RevealHost(QObject):
    """Opens and closes what belongs to the reveal. What was there before comes back with its end."""

    def __init__(self, model: RevealModel, models: Models, window: MainWindow, look: ThemeHolder) -> None:
        super().__init__(window)
        self._model = model
        self._models = models
        self._window = window
        self._closed: list[QAction] = []
        self._placeholder = ""
        self._hiding = False
        self.bar = RevealBar(model, look, window)
        whole = window.centralWidget()
        column = None if whole is None else whole.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(BELOW_HEADER, self.bar)
        self.curtain = Curtain(model, window.timeline, look)
        self.uncovered = Uncovered(model, models.detail, look, window)
        self._keys = (
            self._key("Space", model.uncover_next),
            self._key("Backspace", model.cover_last),
            self._key("U", self._uncover_selected),
            self._key("Esc", self.end),
        )
        self.bar.left.connect(self.end)
        model.changed.connect(self._show)
        models.place.page_changed.connect(self._turn_back)
        models.area.changed.connect(self._take_away)
        models.ruler.changed.connect(self._take_away)
        models.editor.opened.connect(self._leave_editor)
        models.timeline.titles.arrived.connect(self._tell)

    def ask(self) -> None:
        """Open the bar; asked again, end the reveal."""
        if self._models.editor.state is not None:
            self._models.messages.show_notice(self.tr("Save or leave the event you are writing first."))
        elif self.bar.isHidden():
            self._models.place.turn_to(Page.TIMELINE)
            self.bar.open()
        else:
            self.end()

    def end(self) -> None:
        """Show everything and put the bar away."""
        self._model.end()
        self.bar.hide()
        self._window.focus_page()

    # What is closed

    def _show(self, state: Reveal) -> None:
        hiding = state.hidden is not None
        self._window.status.cover_span(covered=state.hidden is Hidden.DATES)
        if hiding:
            self._take_away()
        if hiding != self._hiding:
            self._hiding = hiding
            if hiding:
                self._close()
            else:
                self._open()
        self.uncovered.follow()
        self._tell()

    def _close(self) -> None:
        window, actions = self._window, self._window.actions_of_window
        self._models.place.turn_to(Page.TIMELINE)
        commands = (actions[command.name] for command in ALL if command.name not in OPEN)
        self._closed = [action for action in commands if action.isEnabled()]
        for action in self._closed:
            action.setEnabled(False)
        search = window.search
        search.end_search()
        self._placeholder = search.placeholderText()
        search.setPlaceholderText(self.tr("Search is closed while something is hidden"))
        search.setEnabled(False)
        pane = window.parts.detail
        place = pane.parentWidget()
        room = None if place is None else place.layout()
        if room is not None:
            pane.hide()
            room.addWidget(self.uncovered)
            self.uncovered.show()
        for action in self._keys:
            action.setEnabled(True)
        # Its entries name the event, and the day under the pointer.
        window.timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        window.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        for action in self._closed:
            action.setEnabled(True)
        self._closed = []
        search = self._window.search
        search.setEnabled(True)
        search.setPlaceholderText(self._placeholder)
        self.uncovered.hide()
        self._window.parts.detail.show()
        self._window.timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for action in self._keys:
            action.setEnabled(False)

    def _turn_back(self, page: Page) -> None:
        """Other pages tell what is hidden here."""
        if self._hiding and page is not Page.TIMELINE:
            self._models.place.turn_to(Page.TIMELINE)
            self._window.focus_page()
            self._models.messages.show_notice(
                self.tr("This page is closed while something is hidden on the timeline. “Show all” opens it.")
            )

    def _leave_editor(self, _state: EditorState) -> None:
        """The fields of an event tell all of it."""
        if self._hiding:
            self._models.editor.leave()
            self._models.messages.show_notice(
                self.tr("Events are not edited while something is hidden. “Show all” brings it back.")
            )

    def _take_away(self, _marked: object = None) -> None:
        """A marked time and a ruler tell dates."""
        if self._model.state.hidden is Hidden.DATES:
            self._models.area.clear()
            self._models.ruler.clear()

    # What is said

    def _tell(self, _arrived: object = None) -> None:
        """The event uncovered last, with all that may be told of it."""
        last = self._model.state.last
        heading = None if last is None else self._models.timeline.titles.heading(last)
        self.bar.tell("" if heading is None else _said(heading))

    def _uncover_selected(self) -> None:
        current = self._models.selection.current
        if current is not None:
            self._model.uncover(current)

    def _key(self, key: str, slot: Callable[[], None]) -> QAction:
        """A key of the timeline while something is hidden."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(False)
        action.triggered.connect(slot)
        self._window.timeline.addAction(action)
        return action


def _said(heading: EventHeading) -> str:
    return f"{in_words(heading.start, heading.end)} · {heading.title}"
