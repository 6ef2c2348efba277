"""A list of which the first items are shown, and all of them on request."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.widgets.detail.blocks import Section
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.tab_order import put_in_order, tab_stops

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")


class Listing(Generic[W, T]):
    """The items of a section, and at its foot a link that shows the rest of them."""

    def __init__(self, section: Section, make: Callable[[], W], put: Callable[[W, T], None]) -> None:
        """``make`` makes a widget for an item, ``put`` fills it."""
        self._section = section
        self._put = put
        self._items: Sequence[T] = ()
        self._pool = Pool(section.body, make)
        self._all = LinkButton(section.look, section)
        self._all.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._all)
        foot.addStretch(1)
        section.column.addLayout(foot)

    @property
    def shown(self) -> Sequence[W]:
        """The widgets of the items shown."""
        return self._pool.shown

    def fill(self, items: Sequence[T], at_first: Sequence[T], show_all: str) -> None:
        """Show the items of ``at_first``; the link says ``show_all`` and shows all ``items``."""
        self._items = items
        self._all.say(show_all)
        self._all.setVisible(len(at_first) < len(items))
        self._pool.fill(at_first, self._put)

    def _show_all(self) -> None:
        known = len(self._pool.shown)
        self._pool.fill(self._items, self._put)
        put_in_order(self._section)
        self._all.hide()
        stops = tab_stops(self._pool.shown[known])
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
