"""What a window can change: brings the commands to the models, and the editor onto the screen."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from explorer.domain.change import History
from explorer.viewmodels.event_editor import EditorState
from explorer.viewmodels.models import Models
from explorer.widgets.actions import Actions
from explorer.widgets.editor.menu import EventMenu
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.view import TimelineView
from explorer.widgets.undo import show_history

if TYPE_CHECKING:
    from explorer.widgets.detail.pane import DetailPane
    from explorer.widgets.editor.drawer import Drawer
    from explorer.widgets.editor.lanes import LanesPanel
    from explorer.widgets.editor.new_library import NewLibraryPanel

COMMANDS = ("undo", "redo", "new_event", "edit_event", "delete_event", "lanes", "new_library")


class EditorHost(QObject):
    """Makes the panel when it is first needed. ``left`` is sent when the keyboard may go back to the page."""

    left = Signal()

    def __init__(
        self, models: Models, look: ThemeHolder, actions: Actions, timeline: TimelineView, pages: QWidget
    ) -> None:
        """``pages`` is what panels lie over."""
        window = pages.window()
        super().__init__(window)
        self._models = models
        self._actions = actions
        self._look = look
        self._timeline = timeline
        self._pages = pages
        self._window = window
        self._opened = False
        self._panels: list[QWidget] = []
        self.menu = EventMenu(models.editor, models.selection, actions, timeline)
        self._give_key(timeline)
        models.edits.history_changed.connect(self._show_history)
        self._show_history(models.edits.history)
        models.editor.opened.connect(self._open)
        models.editor.changed.connect(self._show)
        models.editor.closed.connect(self._close)

    @cached_property
    def drawer(self) -> "Drawer":
        """The panel in which an event is written."""
        from explorer.widgets.editor.drawer import Drawer

        made = Drawer(self._models.editor, self._look, self._pages, self._window)
        made.left.connect(self.left)
        return made

    @cached_property
    def lanes(self) -> "LanesPanel":
        """The panel of the lanes."""
        from explorer.widgets.editor.lanes import LanesPanel

        made = LanesPanel(self._models.lanes, self._look, self._pages, self._window)
        made.left.connect(self.left)
        self._panels.append(made)
        return made

    @cached_property
    def new_library(self) -> "NewLibraryPanel":
        """The panel of a new library."""
        from explorer.widgets.editor.new_library import NewLibraryPanel

        made = NewLibraryPanel(self._models.library, self._look, self._pages, self._window)
        made.left.connect(self.left)
        self._panels.append(made)
        return made

    def do(self, command: str) -> None:
        """Do one of :data:`COMMANDS`."""
        editor, edits = self._models.editor, self._models.edits
        if command == "undo":
            edits.undo()
        elif command == "redo":
            edits.redo()
        elif editor.state is not None:
            # One thing at a time: the event that is written comes back to hand.
            self.drawer.form.begin()
        elif command == "new_event":
            editor.begin_new(self._day_pointed_at())
        elif command == "lanes":
            self._clear_away()
            self.lanes.open()
        elif command == "new_library":
            self._clear_away()
            self.new_library.open()
        else:
            self._do_with_event(command)

    def _do_with_event(self, command: str) -> None:
        event_id = self._models.selection.current
        if event_id is None:
            self._models.messages.show_notice(self.tr("Choose an event first."))
        elif command == "edit_event":
            self._models.editor.edit(event_id)
        else:
            self._models.editor.delete(event_id)

    def join(self, pane: "DetailPane") -> None:
        """Edit from the details, and keep the notes written there."""
        self._give_key(pane)
        pane.sheet.heading.edit_asked.connect(self._edit)
        pane.sheet.passages.removal_asked.connect(self._models.editor.take_passage_away)
        pane.sheet.notes.written.connect(self._models.notes.write)

    def _give_key(self, widget: QWidget) -> None:
        """Have E edit the event in hand while the keyboard is in a widget."""
        key = QShortcut(QKeySequence("E"), widget)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._edit)

    def _show_history(self, history: History) -> None:
        show_history(self._actions, history)

    def _edit(self) -> None:
        self.do("edit_event")

    def _day_pointed_at(self) -> float | None:
        """The day under the pointer, while that is on the lanes."""
        view = self._timeline
        if not view.isVisible() or not view.underMouse():
            return None
        place = view.device_point(view.mapFromGlobal(view.cursor().pos()).toPointF())
        return view.day_at(place.x()) if view.picture.in_plot(place.x(), place.y()) else None

    def _clear_away(self) -> None:
        """Two panels would lie over each other."""
        for panel in self._panels:
            panel.hide()

    def _open(self, state: EditorState) -> None:
        self._opened = True
        self._clear_away()
        self.drawer.open(state)

    def _show(self, state: EditorState) -> None:
        self.drawer.show_state(state)

    def _close(self, _event_id: int | None) -> None:
        if self._opened:
            self.drawer.vanish()
