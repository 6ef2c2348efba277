"""Child widgets that are kept and used again: making one costs ten times as much as filling it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")


class Pool(Generic[W]):
    """The widgets of one kind in one layout. Those not needed are hidden, and come back when they are."""

    def __init__(self, layout: QLayout, make: Callable[[], W]) -> None:
        self._layout = layout
        self._make = make
        self._widgets: list[W] = []
        self._used = 0

    @property
    def shown(self) -> Sequence[W]:
        """The widgets in use, in order."""
        return self._widgets[: self._used]

    def fill(self, items: Sequence[T], put: Callable[[W, T], None]) -> None:
        """Show one widget for each item; ``put`` fills a widget with its item."""
        while len(self._widgets) < len(items):
            widget = self._make()
            self._layout.addWidget(widget)
            self._widgets.append(widget)
        for widget, item in zip(self._widgets, items, strict=False):
            put(widget, item)
            if widget.isHidden():
                widget.show()
        for widget in self._widgets[len(items) : self._used]:
            widget.hide()
        self._used = len(items)
