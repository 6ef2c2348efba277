"""The menu of the other mouse button: what can be done with an event, or on a day."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from explorer.viewmodels.event_editor import EventEditorModel
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.actions import Actions
from explorer.widgets.timeline.view import TimelineView

REACH = 5
"""Logical pixels by which the pointer may miss a mark."""


class EventMenu(QObject):
    """Opens over the timeline and over the list of events, by the mouse and by the menu key."""

    def __init__(
        self, editor: EventEditorModel, selection: SelectionModel, actions: Actions, timeline: TimelineView
    ) -> None:
        super().__init__(timeline)
        self._editor = editor
        self._selection = selection
        self._actions = actions
        self._timeline = timeline
        self._day: float | None = None
        self.menu = QMenu(timeline)
        self._here = QAction(self)
        self._here.triggered.connect(self._begin)
        timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        timeline.customContextMenuRequested.connect(self.open_on_timeline)

    def serve(self, table: QWidget) -> None:
        """Open over a list, too, of which the row under the pointer is the event in hand."""
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self.open_on_list)

    def open_on_timeline(self, place: QPoint) -> None:
        """Open at a point of the timeline: an event there is taken in hand."""
        view = self._timeline
        point = view.device_point(place.toPointF())
        self._day = None
        if view.picture.in_plot(point.x(), point.y()):
            self._day = view.day_at(point.x())
            hit = view.picture.hit(point.x(), point.y(), REACH)
            if hit is not None and hit.row is not None:
                self._selection.select(view.timeline.id_of(hit.row))
        self._open(view.mapToGlobal(place))

    def open_on_list(self, place: QPoint) -> None:
        """Open at a point of the list."""
        table = self.sender()
        self._day = None
        if isinstance(table, QWidget):
            self._open(table.mapToGlobal(place))

    def _open(self, screen: QPoint) -> None:
        self.menu.clear()
        if self._selection.current is not None:
            for name in ("edit_event", "cite", "delete_event"):
                self.menu.addAction(self._actions[name])
            self.menu.addSeparator()
        if self._day is None:
            self.menu.addAction(self._actions["new_event"])
        else:
            words = self.tr("New event, {date} …").format(date=self._editor.date_at(self._day))
            self._here.setText(words)
            self.menu.addAction(self._here)
        self.menu.popup(screen)

    def _begin(self) -> None:
        self._editor.begin_new(self._day)
