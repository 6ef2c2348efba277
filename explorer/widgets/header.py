"""The bar at the top: what is open, the views, the search field and the menu."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.viewmodels.pages import Page
from explorer.widgets.elided import Elided
from explorer.widgets.icons import Icons
from explorer.widgets.theme import Theme, ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.parts.choice import Choice

LEAST_SEARCH = 110
"""Width that the search field keeps, in pixels at 100 % text."""
SPACE = 28
"""Room between the title and the tabs, in pixels."""
REFIT = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class Header(QWidget):
    """Title, one tab a view, the search field in the middle, the menu at the right.

    Where the tabs have no room, a list that unfolds stands for them.
    """

    view_asked = Signal(object)

    def __init__(
        self,
        views: Mapping[Page, str],
        search: QWidget,
        menu: QMenu,
        icons: Icons,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._look = look
        self._views = views
        self._search = search
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Elided("subtitle", self)
        self._subtitle = Elided("muted", self)

        self._folded = False
        self._tabs = QButtonGroup(self)
        self._bar = QWidget(self)
        tabs = QHBoxLayout(self._bar)
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(4)
        self._names: dict[Page, QPushButton] = {}
        for name, text in views.items():
            tab = QPushButton(text, self._bar)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._tabs.addButton(tab)
            self._names[name] = tab
            tabs.addWidget(tab)
        self._tabs.buttonClicked.connect(self._ask)

        self._menu = QToolButton(self)
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Menu: open, view, help (F10)"))
        self._menu.setProperty("role", "menu")

        row = QHBoxLayout(self)
        row.addWidget(self._title)
        row.addWidget(self._subtitle)
        row.addSpacing(SPACE)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(search, 6)
        row.addStretch(2)
        row.addWidget(self._menu)
        self._row = row
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def show_title(self, title: str, subtitle: str) -> None:
        """Say what is open."""
        self._title.say(title)
        self._subtitle.say(subtitle)

    def show_view(self, name: Page) -> None:
        """Mark the tab of the view that is shown."""
        self._names[name].setChecked(True)

    def offer(self, action: QAction) -> None:
        """Put a button for an action to the left of the menu: what the page is there for."""
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(self.tr("{what}  {key}").format(what=action.text(), key=key), self)
        button.setProperty("role", "primary")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        button.setAccessibleName(action.text())
        button.setToolTip(self.tr("Show a tour on the whole screen ({key})").format(key=key))
        button.clicked.connect(action.trigger)
        self._row.insertWidget(self._row.count() - 1, button)

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self._menu.showMenu()

    def event(self, event: QEvent) -> bool:
        """Fold the tabs where they have no room: after a change of size, of the title, of the look."""
        done = super().event(event)
        if event.type() in REFIT and self.isVisible():
            self._fit()
        return done

    @cached_property
    def _unfolding(self) -> "Choice":
        """What stands for the tabs; made when there is first no room for them."""
        from explorer.widgets.parts.choice import Choice

        made = Choice(self.tr("What the window shows"), self._look, self)
        made.addItems(list(self._views.values()))
        made.setMinimumContentsLength(max(map(len, self._views.values())))
        made.setCurrentIndex(self._shown())
        made.activated.connect(self._ask_folded)
        self._tabs.buttonToggled.connect(self._follow)
        self._row.insertWidget(self._row.indexOf(self._bar), made)
        return made

    def _fit(self) -> None:
        """Give the search field its room: fold the tabs, then leave the title out."""
        folded = not self._has_room(self._title, self._subtitle, self._bar)
        if folded != self._folded:
            self._folded = folded
            self._bar.setVisible(not folded)
            self._unfolding.setVisible(folded)
            self._subtitle.setVisible(not folded)
        self._title.setVisible(not folded or self._has_room(self._title, self._unfolding))

    def _has_room(self, *parts: QWidget) -> bool:
        """Whether these have room beside the search field and what stands at the right of it."""
        row = self._row
        beside = [row.itemAt(at) for at in range(row.indexOf(self._search) + 1, row.count())]
        widgets = (*parts, *(item.widget() for item in beside if item is not None))
        wide = [each.minimumSizeHint().width() for each in widgets if each is not None]
        margins, search = row.contentsMargins(), self._search.minimumWidth()
        around = margins.left() + margins.right() + SPACE + search
        return sum(wide) + row.spacing() * (len(wide) + 1) + around <= self.width()

    def _shown(self) -> int:
        """Which of the views is shown, counted from 0; -1 for none."""
        return next((at for at, tab in enumerate(self._names.values()) if tab.isChecked()), -1)

    def _follow(self, _tab: QPushButton, _down: bool) -> None:
        self._unfolding.setCurrentIndex(self._shown())

    def _ask_folded(self, at: int) -> None:
        self.view_asked.emit(tuple(self._views)[at])

    def _ask(self, tab: QPushButton) -> None:
        self.view_asked.emit(next(name for name, button in self._names.items() if button is tab))

    def _dress(self, theme: Theme) -> None:
        self._menu.setIcon(self._icons.icon("menu", theme.colour("ink")))
        self._menu.setIconSize(QSize(theme.size(18), theme.size(18)))
        self._row.setContentsMargins(theme.size(20), theme.size(8), theme.size(12), theme.size(8))
        self._row.setSpacing(theme.size(14))
        self._search.setMinimumWidth(theme.size(LEAST_SEARCH))
