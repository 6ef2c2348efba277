"""The bar at the top: what is open, the views, the search field and the menu."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
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


class Header(QWidget):
    """Title, one tab a view, the search field in the middle, the menu at the right."""

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
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Elided("subtitle", self)
        self._subtitle = Elided("muted", self)

        self._tabs = QButtonGroup(self)
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        self._names: dict[Page, QPushButton] = {}
        for name, text in views.items():
            tab = QPushButton(text, self)
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
        row.addSpacing(28)
        row.addLayout(tabs)
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

    def _ask(self, tab: QPushButton) -> None:
        self.view_asked.emit(next(name for name, button in self._names.items() if button is tab))

    def _dress(self, theme: Theme) -> None:
        self._menu.setIcon(self._icons.icon("menu", theme.colour("ink")))
        self._menu.setIconSize(QSize(theme.size(18), theme.size(18)))
        self._row.setContentsMargins(theme.size(20), theme.size(8), theme.size(12), theme.size(8))
        self._row.setSpacing(theme.size(14))
