"""The Tours page: the tours as cards, the steps of the one in hand, and the step in hand."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.tour_view import filters_of
from explorer.viewmodels.filter_words import FilterWords
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.step_editor import StepEditorModel, StepState
from explorer.viewmodels.step_list import Move
from explorer.viewmodels.tour_editor import TourEditorModel, TourState
from explorer.viewmodels.tours import ToursModel, ToursState
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.tours.cards import TourCards
from explorer.widgets.tours.commands import ToursCommands
from explorer.widgets.tours.empty import Empty
from explorer.widgets.tours.preview import StepPreview
from explorer.widgets.tours.step_panel import StepPanel
from explorer.widgets.tours.steps import StepList
from explorer.widgets.tours.tour_panel import TourPanel
from explorer.widgets.tours.wording import facts_of

SIDE = 296
"""Width of the cards, in pixels at 100 % text."""
LIST, PREVIEW = 3, 2
"""Shares of the list of steps and of the step in hand."""
WIDE, ROOMY, MIDDLING = 1080, 860, 720
"""Widths, at 100 % text, from which on the step in hand stands beside the list, the buttons beside the title,
and the cards beside all of it."""
TALL = 640
"""Height, at 100 % text, from which on the step in hand stands below the list where it has no room beside."""
MOST = 16_777_215
"""As wide or high as a widget can be."""


class ToursView(QWidget):
    """Shows the tours, and has panels over its right side in which a step or a tour is written."""

    def __init__(
        self,
        library: LibraryModel,
        tours: ToursModel,
        editor: StepEditorModel,
        tour_editor: TourEditorModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._tours = tours
        self._editor = editor
        self._tour_editor = tour_editor
        self._look = look
        self._filters = FilterWords(self)
        self.setAccessibleName(self.tr("Tours"))
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.commands = ToursCommands(tours, editor, tour_editor, self)
        self.cards = TourCards(look, self)
        self.steps = StepList(look, self)
        self.preview = StepPreview(look, self)
        self.steps.offer(self.commands.of_step)
        self.preview.offer(self.commands.of_step)
        self._title = Words("title", self)
        self._told = Words("muted", self)
        self.play = self._button(self.tr("Play"), self.tr("Play the tour from its beginning"), "primary")
        self.new_step = self._button(
            self.tr("New step"), self.tr("Write a step that begins with what the timeline shows (Insert)"), ""
        )
        self.step_menu = self._button(self.tr("Step"), self.tr("What can be done with the step in hand"), "")
        self.more = self._button(self.tr("Tour"), self.tr("Edit, duplicate or delete the tour"), "")
        for button, actions in (
            (self.step_menu, self.commands.of_step),
            (self.more, self.commands.of_tour),
        ):
            menu = QMenu(self)
            menu.setToolTipsVisible(True)
            menu.addActions(actions)
            button.setMenu(menu)
        self.no_tours = Empty(look, self)
        self.no_steps = Empty(look, self)
        self._place_parts()
        self._join()
        self._show(tours.state)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @cached_property
    def step_panel(self) -> StepPanel:
        """The panel in which a step is written; made when it is first asked for."""
        made = StepPanel(self._editor, self._look, self, self.window())
        made.left.connect(self.take_focus)
        return made

    @cached_property
    def tour_panel(self) -> TourPanel:
        """The panel in which a tour is named; made when it is first asked for."""
        made = TourPanel(self._tour_editor, self._look, self, self.window())
        made.left.connect(self.take_focus)
        return made

    def take_focus(self) -> None:
        """Give the keyboard to what is written, to the steps, or to the way to make the first."""
        if self._editor.state is not None:
            self.step_panel.come_back()
        elif self._tour_editor.state is not None:
            self.tour_panel.come_back()
        elif self._pages.currentWidget() is self.no_tours:
            self.no_tours.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._listed.currentWidget() is self.no_steps:
            self.no_steps.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is in focus while somebody looks; go on with what was written."""
        super().showEvent(event)
        self._tours.set_active(True)
        self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more; what is written waits."""
        super().hideEvent(event)
        self._tours.set_active(False)
        if self._editor.state is not None:
            self.step_panel.hide()
        if self._tour_editor.state is not None:
            self.tour_panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts beside each other where there is room for them, else below each other."""
        super().resizeEvent(event)
        self._fit()

    def _place_parts(self) -> None:
        names = QVBoxLayout()
        names.addWidget(self._title)
        names.addWidget(self._told)
        self._buttons = QHBoxLayout()
        for button in (self.play, self.new_step, self.step_menu, self.more):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(names, 1)
        self._head.addLayout(self._buttons)
        self._listed = QStackedWidget(self)
        self._listed.addWidget(self.steps)
        self._listed.addWidget(self.no_steps)
        self._left = QVBoxLayout()
        self._left.addLayout(self._head)
        self._left.addWidget(self._listed, 1)
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.setSpacing(0)
        self._main.addLayout(self._left, LIST)
        self._main.addWidget(self.preview, PREVIEW)
        whole = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.cards)
        self._row.addLayout(self._main, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(whole)
        self._pages.addWidget(self.no_tours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _join(self) -> None:
        tours, commands = self._tours, self.commands
        tours.changed.connect(self._show)
        self.cards.chosen.connect(tours.choose_tour)
        self.cards.play_asked.connect(self._play)
        self.cards.new_asked.connect(commands.begin_tour)
        self.no_tours.asked.connect(commands.begin_tour)
        self.no_steps.asked.connect(commands.begin_step)
        self.play.clicked.connect(tours.play)
        self.new_step.clicked.connect(commands.begin_step)
        self.steps.chosen.connect(tours.choose_step)
        self.steps.move_asked.connect(self._move)
        self.steps.show_asked.connect(tours.show_step)
        self.steps.edit_asked.connect(commands.edit_step)
        self.steps.delete_asked.connect(tours.delete_step)
        self.steps.new_asked.connect(commands.begin_step)
        self._editor.opened.connect(self._open_step)
        self._editor.changed.connect(self._show_step)
        self._editor.closed.connect(self._close_step)
        self._tour_editor.opened.connect(self._open_tour)
        self._tour_editor.changed.connect(self._show_tour)
        self._tour_editor.closed.connect(self._close_tour)

    def _show(self, state: ToursState) -> None:
        library = self._library.current
        if library is None:
            return
        contents = library.contents
        self.commands.show_state(state)
        self.cards.show_state(state)
        self.steps.show_state(state, contents.themes)
        slugs = () if state.step is None else state.step.series
        titles = [one.title for one in contents.series if one.slug in slugs]
        filters = {} if state.step is None else filters_of(state.step.filters)
        narrowed = " · ".join(self._filters.of(filters, contents)) if filters else ""
        self.preview.show_state(state, contents.themes, titles, narrowed)
        self._say(state)
        self._fit()

    def _say(self, state: ToursState) -> None:
        tour, write = state.tour, not state.read_only
        self._pages.setCurrentIndex(0 if state.tours else 1)
        self._listed.setCurrentIndex(0 if tour is not None and tour.steps else 1)
        if tour is not None:
            self._title.setText(tour.title)
            self._told.setText(" · ".join(filter(None, (tour.audience, facts_of(tour)))))
        self.play.setEnabled(state.step is not None)
        self.new_step.setEnabled(write)
        self.more.setEnabled(write)
        locked = self.tr("This library is open read-only, so nothing can be added to it.")
        first = self.tr(
            "A tour is a path of views through the timeline, with what to say at each. Turn to the timeline,"
            " find a view and press Ctrl Shift S to make a step of it, or begin with a title."
        )
        self.no_tours.say(
            self.tr("Make the first tour") if write else self.tr("This library has no tours"),
            first if write else locked,
            self.tr("New tour"),
            possible=write,
        )
        empty = self.tr(
            "Turn to the timeline, find a view and press Ctrl Shift S: it becomes a step of this tour."
            " Or write a step here."
        )
        self.no_steps.say(
            self.tr("No steps yet"), empty if write else locked, self.tr("New step"), possible=write
        )

    def _fit(self) -> None:
        theme, width = self._look.theme, self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside, wide = width >= theme.size(MIDDLING), width >= theme.size(WIDE)
        self._row.setDirection(across if beside else down)
        self.cards.setMinimumWidth(theme.size(SIDE) if beside else 0)
        self.cards.setMaximumWidth(theme.size(SIDE) if beside else MOST)
        above = min(self.cards.height_of_one(), self.height() * 2 // 5)
        self.cards.setMinimumHeight(0 if beside else above)
        self.cards.setMaximumHeight(MOST if beside else above)
        self._main.setDirection(across if wide else down)
        self._head.setDirection(across if width >= theme.size(ROOMY) else down)
        # Below the list the step in hand must leave it room for some rows; its buttons are in a menu then.
        shown = wide or self.height() >= theme.size(TALL)
        self.preview.setVisible(shown and self._tours.state.step is not None)
        self.step_menu.setVisible(not shown)

    def _play(self, tour_id: int) -> None:
        self._tours.choose_tour(tour_id)
        self._tours.play()

    def _move(self, move: Move) -> None:
        self._tours.move_step(move.step_id, move.position)

    # Panels

    def _open_step(self, state: StepState) -> None:
        self.step_panel.open(state)

    def _show_step(self, state: StepState) -> None:
        self.step_panel.show_state(state)

    def _close_step(self, _nothing: object) -> None:
        self.step_panel.vanish()

    def _open_tour(self, state: TourState) -> None:
        self.tour_panel.open(state)

    def _show_tour(self, state: TourState) -> None:
        self.tour_panel.show_state(state)

    def _close_tour(self, _nothing: object) -> None:
        self.tour_panel.vanish()

    def _button(self, text: str, tip: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        if role:
            button.setProperty("role", role)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _dress(self, theme: Theme) -> None:
        room = theme.size(22)
        self._left.setContentsMargins(room, theme.size(18), room, theme.size(12))
        self._left.setSpacing(theme.size(12))
        self._head.setSpacing(theme.size(8))
        self._fit()
