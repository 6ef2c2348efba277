"""The panel in which lanes are added, named, coloured, moved and deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from explorer.viewmodels.lanes import PALETTE, Lane, LanesModel
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import Field, swatch
from explorer.widgets.editor.side_panel import SidePanel
from explorer.widgets.parts.pool import Pool
from explorer.widgets.theme import Theme, ThemeHolder

UP, DOWN = -1, 1


class LaneRow(QWidget):
    """One lane: its colour, its name, the way up and down, and away."""

    focused = Signal(object)

    def __init__(self, lanes: LanesModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._look = look
        self._lane = Lane(0, "", PALETTE[0], 0)
        self._colour = self._button("", self.tr("Colour"))
        self._colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._colour.setProperty("role", "menu")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._recolour)
        self._colour.setMenu(self._menu)
        self.name = QLineEdit(self)
        self.name.editingFinished.connect(self._rename)
        self._up = self._button("↑", self.tr("Move the lane up"))
        self._down = self._button("↓", self.tr("Move the lane down"))
        self._delete = self._button("×", self.tr("Delete the lane"))
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._delete.clicked.connect(self._drop)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._colour, self.name, self._up, self._down, self._delete):
            self._row.addWidget(part, 1 if part is self.name else 0)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, lane: Lane) -> None:
        """Show a lane."""
        self._lane = lane
        if self.name.text() != lane.name:
            self.name.setText(lane.name)
        self.name.setAccessibleName(self.tr("Name of the lane {name}").format(name=lane.name))
        one = lane.events == 1
        self.name.setToolTip(self.tr("1 event") if one else self.tr("%n events", "", lane.events))
        self._colour.setIcon(swatch(self._look.theme, lane.colour))
        for button, words in (
            (self._colour, self.tr("Colour of the lane {name}")),
            (self._up, self.tr("Move the lane {name} up")),
            (self._down, self.tr("Move the lane {name} down")),
            (self._delete, self.tr("Delete the lane {name}, which has to be empty")),
        ):
            button.setAccessibleName(words.format(name=lane.name))
            button.setToolTip(words.format(name=lane.name))

    @property
    def lane(self) -> Lane:
        """What is shown."""
        return self._lane

    def _rename(self) -> None:
        if self.name.text().strip() != self._lane.name:
            self._lanes.rename(self._lane.id, self.name.text())

    def _fill_menu(self) -> None:
        self._menu.clear()
        for colour in PALETTE:
            action = self._menu.addAction(swatch(self._look.theme, colour), colour)
            action.setData(colour)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Another colour…"))

    def _recolour(self, action: QAction) -> None:
        colour = action.data()
        if colour is None:
            from PySide6.QtWidgets import QColorDialog

            chosen = QColorDialog.getColor(QColor(self._lane.colour), self.window())
            colour = chosen.name() if chosen.isValid() else self._lane.colour
        self._lanes.recolour(self._lane.id, colour)

    def _move_up(self) -> None:
        self._lanes.move(self._lane.id, UP)

    def _move_down(self) -> None:
        self._lanes.move(self._lane.id, DOWN)

    def _drop(self) -> None:
        self._lanes.delete(self._lane.id)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "step")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.size(6))
        for button in (self._colour, self._up, self._down, self._delete):
            button.setFixedSize(theme.size(26), theme.size(26))
        self._colour.setIconSize(QSize(theme.size(14), theme.size(14)))
        self._colour.setIcon(swatch(theme, self._lane.colour))


class LanesPanel(SidePanel):
    """All lanes from the top. Each change is made at once; Ctrl Z takes it back."""

    def __init__(self, lanes: LanesModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        super().__init__(look, pages, parent)
        self._lanes = lanes
        body = QWidget(self.area.viewport())
        as_tall_as_needed(body)
        self._column = QVBoxLayout(body)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self._pool = Pool(self._rows, self._make_row)
        self.name = QLineEdit(body)
        self.name.setPlaceholderText(self.tr("name, then Enter"))
        self.name.setToolTip(self.tr("The name of a new lane; Enter adds it below the others"))
        self.name.returnPressed.connect(self._add)
        self._column.addWidget(Field(self.tr("New lane"), self.name, look, body))
        self._column.addStretch(1)
        self.set_body(body)
        self.foot.addStretch(1)
        close = self.add_button(self.tr("Close"), "primary", self.tr("Back to the timeline (Esc)"))
        close.clicked.connect(self.vanish)
        lanes.changed.connect(self._show_lanes)
        lanes.refused.connect(self.say)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def rows(self) -> Sequence[LaneRow]:
        """The lanes shown, from the top."""
        return self._pool.shown

    def open(self) -> None:
        """Show the lanes."""
        self._show_lanes(self._lanes.lanes)
        self.appear(self.tr("Lanes"))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Add what was named, or close."""
        if self.name.text().strip():
            self._add()
        else:
            self.vanish()

    def _add(self) -> None:
        name = self.name.text()
        if name.strip():
            self.name.clear()
            self._lanes.add(name)

    def _show_lanes(self, lanes: Sequence[Lane]) -> None:
        self.say("")
        self._pool.fill(lanes, LaneRow.put)

    def _make_row(self) -> LaneRow:
        return LaneRow(self._lanes, self.look, self)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(16))
        self._rows.setSpacing(theme.size(6))
