"""The timeline for screen readers: a list of lanes, each a list of its events."""

# ruff: noqa: D102 - the methods without a docstring are those of QAccessibleInterface, described there.

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QApplication, QToolButton
from shiboken6 import isValid

from explorer.domain.words import exactness, in_words
from explorer.timeline.walking import nth_in_lane, place_in_lane
from explorer.viewmodels.timeline import Stage

if TYPE_CHECKING:
    from explorer.widgets.timeline.view import TimelineView

INSTALLED = "timeline_accessible"


def install_accessible() -> None:
    """Tell Qt, once an application, how to read out a timeline."""
    application = QApplication.instance()
    if application is not None and not application.property(INSTALLED):
        QAccessible.installFactory(_interface_of)
        application.setProperty(INSTALLED, True)  # noqa: FBT003


def _interface_of(_key: str, source: QObject) -> QAccessibleInterface | None:
    from explorer.widgets.timeline.view import TimelineView

    return source.access if isinstance(source, TimelineView) else None


class _Item(QAccessibleInterface):
    """What all three kinds have in common. Qt keeps bare pointers: whoever makes an item holds on to it."""

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for at in range(self.childCount()):
            child = self.child(at)
            if child is not None and child.rect().contains(x, y):
                return child
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing here can be written from outside."""


class EventItem(_Item):
    """One event: its title and its date in words."""

    def __init__(self, lane: "LaneItem", event_id: int) -> None:
        super().__init__()
        self._lane = lane
        self.event_id = event_id

    def parent(self) -> QAccessibleInterface:
        return self._lane

    def text(self, kind: QAccessible.Text) -> str:
        view = self._lane.view
        heading = view.timeline.titles.heading(self.event_id)
        if kind == QAccessible.Text.Name:
            if heading is None:
                return view.timeline.titles.title(self.event_id) or ""
            return f"{heading.title}, {in_words(heading.start, heading.end)}"
        if kind == QAccessible.Text.Description:
            return "" if heading is None else exactness(heading.start, heading.end)
        return ""

    def rect(self) -> QRect:
        return self._lane.view.event_rect(self.event_id)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        view = self._lane.view
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = view.selection.current == self.event_id
        state.focused = state.selected and view.hasFocus()
        state.offscreen = not view.shows_event(self.event_id)
        return state


class LaneItem(_Item):
    """One lane with the events that pass the filter, in order of time."""

    def __init__(self, root: "TimelineAccess", lane: int) -> None:
        super().__init__()
        self._root = root
        self._number = lane
        self._items: dict[int, EventItem] = {}

    @property
    def view(self) -> "TimelineView":
        """The widget."""
        return self._root.view

    def parent(self) -> QAccessibleInterface:
        return self._root

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        timeline = self.view.timeline
        if timeline.stage is None:
            return None
        row = nth_in_lane(timeline.stage.index, timeline.sieve, self._number, index)
        return None if row is None else self.item(row)

    def childCount(self) -> int:
        stage = self.view.timeline.stage
        return 0 if stage is None else stage.lanes[self._number].shown

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, EventItem):
            return -1
        timeline = self.view.timeline
        row = timeline.row_of(child.event_id)
        if row is None or timeline.stage is None or timeline.stage.index.lane[row] != self._number:
            return -1
        place = place_in_lane(timeline.stage.index, timeline.sieve, row)
        return -1 if place is None else place

    def text(self, kind: QAccessible.Text) -> str:
        stage = self.view.timeline.stage
        if kind != QAccessible.Text.Name or stage is None:
            return ""
        words = self.view.wording.count(stage.lanes[self._number])
        return f"{stage.contents.themes[self._number].name}, {words}"

    def rect(self) -> QRect:
        return self.view.lane_rect(self._number)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def item(self, row: int) -> EventItem:
        """The item of an event of this lane, made when it is asked for first."""
        if row not in self._items:
            self._items[row] = EventItem(self, self.view.timeline.id_of(row))
        return self._items[row]

    def drop(self) -> None:
        """Take all items back from Qt: another library is shown."""
        for item in self._items.values():
            _drop(item)
        self._items.clear()


class TimelineAccess(_Item):
    """The whole canvas. Its children are the lanes, then the buttons in the margin."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__()
        self.view = view
        self._lanes: list[LaneItem] = []
        self._stage: Stage | None = None
        view.timeline.changed.connect(self.show_stage)
        view.selection.changed.connect(self.tell_selection)

    def isValid(self) -> bool:
        return isValid(self.view)

    def parent(self) -> QAccessibleInterface:
        host: QObject | None = self.view.parentWidget() or QApplication.instance()
        return QAccessible.queryAccessibleInterface(cast("QObject", host))

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.view.window().windowHandle()

    def object(self) -> QObject:
        return self.view

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if 0 <= index < len(self._lanes):
            return self._lanes[index]
        buttons = self._buttons()
        at = index - len(self._lanes)
        return QAccessible.queryAccessibleInterface(buttons[at]) if 0 <= at < len(buttons) else None

    def childCount(self) -> int:
        return len(self._lanes) + len(self._buttons())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child in self._lanes:
            return self._lanes.index(child)
        widget = child.object()
        buttons = self._buttons()
        return len(self._lanes) + buttons.index(widget) if widget in buttons else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.event_item(self.view.selection.current) if self.view.hasFocus() else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        return self.view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state

    def event_item(self, event_id: int | None) -> EventItem | None:
        """The item of an event, or None without one."""
        row = self.view.timeline.row_of(event_id)
        if row is None or self._stage is None:
            return None
        return self._lanes[int(self._stage.index.lane[row])].item(row)

    def show_stage(self, stage: Stage) -> None:
        """Follow the library and the filter."""
        if self._stage is None or stage.index is not self._stage.index:
            for lane in self._lanes:
                lane.drop()
                _drop(lane)
            self._lanes = [LaneItem(self, lane) for lane in range(len(stage.lanes))]
        self._stage = stage

    def tell_selection(self, event_id: int | None) -> None:
        """Let a screen reader say what was selected."""
        if not QAccessible.isActive():
            return
        item = self.event_item(event_id)
        if item is None:
            return
        kinds = [QAccessible.Event.Selection]
        if self.view.hasFocus():
            kinds.append(QAccessible.Event.Focus)
        for kind in kinds:
            QAccessible.updateAccessibility(QAccessibleEvent(item, kind))

    def _buttons(self) -> list[QToolButton]:
        return [button for button in self.view.findChildren(QToolButton) if not button.isHidden()]


def _drop(item: QAccessibleInterface) -> None:
    """Qt may hold a pointer to it; asking for its number and deleting that is the way to make it let go."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
