"""The window of "Source detective"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.classwork import QuotationCard
from explorer.services.classwork import CHOICES
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.detective import ROLES, Decided, DetectiveModel, role_meaning
from explorer.widgets.classwork.answer import Answer
from explorer.widgets.classwork.game_window import GameWindow
from explorer.widgets.classwork.option import Mark, Option
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
"""Where the words of an answer need more room than there is."""


class DetectiveTable(QWidget):
    """The quotation above; below who and what, then the answer. ``event_asked`` carries an event's id."""

    event_asked = Signal(object)

    def __init__(self, model: DetectiveModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.quotation = Words("riddle", self)
        self._who = Words("strong", self)
        self._what = Words("strong", self)
        self.sources = [Option(str(1 + at), look, self) for at in range(CHOICES)]
        self.roles = [Option(str(1 + CHOICES + at), look, self) for at in range(len(ROLES))]
        self.answer = Answer(model, look, self)
        self.rolled = QScrollArea(self)
        self._help = Words("muted", self)
        self._help.setText(self.tr("Click, or press the number of an answer in each column; Enter decides."))
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self._place_parts()
        for option in self.sources:
            option.clicked.connect(self._take_source)
        for option in self.roles:
            option.clicked.connect(self._take_role)
        self.button.clicked.connect(self.press)
        self.answer.how.clicked.connect(self.ask_how)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def show_card(self) -> None:
        """Show the quotation, the choices, and what is known once it is decided."""
        model, card = self._model, self._model.card
        if card is None:
            return
        last = model.last if model.phase is Phase.ANSWERED else None
        shown = card.text if last is None else card.card.passage.selector.exact
        self.quotation.setText(self.tr("“{text}”").format(text=shown))
        self._who.setText(self.tr("{team}: who said it?").format(team=model.team))
        what = self.tr("And what does it do for “{event}”?").format(event=card.detail.event.title)
        self._what.setText(what)
        # What was asked is known by then; the answer needs the room.
        for heading in (self._who, self._what):
            heading.setVisible(last is None)
        self._fill_options(card, last)
        self.rolled.verticalScrollBar().setValue(0)
        self.answer.setVisible(last is not None)
        if last is not None:
            self.answer.put(last)
        self._help.setVisible(last is None)
        self.button.setEnabled(last is not None or model.ready)
        if last is None:
            self.button.setText(self.tr("Decide (Enter)"))
        elif model.turn + 1 < model.turns:
            self.button.setText(self.tr("Next quotation (Enter)"))
        else:
            self.button.setText(self.tr("To the table (Enter)"))

    def choose_source(self, at: int) -> None:
        """Choose by number."""
        card = self._model.card
        if card is not None and at < len(card.choices):
            self._model.choose_source(card.choices[at][0])

    def choose_role(self, at: int) -> None:
        """Choose by number."""
        if at < len(ROLES):
            self._model.choose_role(ROLES[at])

    def press(self) -> None:
        """Decide, or go on."""
        if self._model.phase is Phase.ASKING:
            self._model.decide()
        else:
            self._model.go_on()

    def ask_how(self) -> None:
        """Have the event of the quotation shown."""
        last = self._model.last
        if last is not None and self._model.phase is Phase.ANSWERED:
            self.event_asked.emit(last.card.detail.event.id)

    def _take_source(self) -> None:
        sender = self.sender()
        if isinstance(sender, Option):
            self.choose_source(self.sources.index(sender))

    def _take_role(self) -> None:
        sender = self.sender()
        if isinstance(sender, Option):
            self.choose_role(self.roles.index(sender))

    def _fill_options(self, card: QuotationCard, last: Decided | None) -> None:
        """Of a decided card only what was chosen and what is right stay, so that the answer has room."""
        model = self._model
        right, role = card.card.source.id, card.role
        for at, option in enumerate(self.sources):
            here = at < len(card.choices)
            if here:
                source, name = card.choices[at]
                chosen = source == model.source
                option.put(name, checked=chosen, mark=_mark(last, right=source == right, chosen=chosen))
            option.setVisible(here and (last is None or source == right or chosen))
        for option, one in zip(self.roles, ROLES, strict=True):
            chosen = one is model.role
            mark = _mark(last, right=one is role, chosen=chosen)
            option.put(role_meaning(one), checked=chosen, mark=mark)
            option.setVisible(last is None or one is role or chosen)

    def _place_parts(self) -> None:
        sheet = QWidget(self)
        sheet.setProperty("role", "canvas")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        as_tall_as_needed(sheet)
        self.rolled.setWidgetResizable(True)
        self.rolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rolled.setWidget(sheet)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        # In one grid, so that the answers of both begin at the same height.
        self._columns = QGridLayout()
        for at, (column, heading, options) in enumerate(
            ((self._left, self._who, self.sources), (self._right, self._what, self.roles))
        ):
            for option in options:
                column.addWidget(option)
            column.addStretch(1)
            self._columns.addWidget(heading, 0, at, Qt.AlignmentFlag.AlignBottom)
            self._columns.addLayout(column, 1, at)
            self._columns.setColumnStretch(at, 1)
        self._inside = QVBoxLayout(sheet)
        self._inside.addWidget(self.quotation)
        self._inside.addLayout(self._columns)
        self._inside.addWidget(self.answer, 1)
        self._inside.addStretch(0)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._help, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addStretch(0)
        self._foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.rolled, 1)
        self._column.addLayout(self._foot)

    def _dress(self, theme: Theme) -> None:
        self._inside.setContentsMargins(theme.size(22), theme.size(14), theme.size(22), theme.size(6))
        self._inside.setSpacing(theme.size(12))
        self._columns.setHorizontalSpacing(theme.size(20))
        self._columns.setVerticalSpacing(theme.size(8))
        for column in (self._left, self._right):
            column.setSpacing(theme.size(6))
        self._foot.setContentsMargins(theme.size(22), theme.size(6), theme.size(22), theme.size(12))


def _mark(last: Decided | None, *, right: bool, chosen: bool) -> Mark:
    if last is None:
        return Mark.OPEN
    return Mark.RIGHT if right else Mark.WRONG if chosen else Mark.OPEN


class DetectiveWindow(GameWindow):
    """Set-up, the table, the result. Numbers choose, Enter decides, H opens the event."""

    table: DetectiveTable

    def __init__(self, model: DetectiveModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, look, parent)
        self.table.event_asked.connect(self.event_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses, H asks how we know, Page Up and Down scroll; the rest is as in every game."""
        number = event.key() - Qt.Key.Key_1
        if self._model.phase is Phase.ASKING and 0 <= number < CHOICES:
            self.table.choose_source(number)
        elif self._model.phase is Phase.ASKING and CHOICES <= number < CHOICES + len(ROLES):
            self.table.choose_role(number - CHOICES)
        elif event.key() == Qt.Key.Key_H and self._model.phase is Phase.ANSWERED:
            self.table.ask_how()
        elif event.key() in PAGES and self._model.playing:
            self.table.rolled.verticalScrollBar().triggerAction(PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _title(self) -> str:
        return self.tr("Source detective")

    def _rules(self) -> str:
        return self.tr(
            "Each team in turn gets a quotation without its author and decides which source said it (50 "
            "points), and whether it reports, claims or disputes something (50 points; 20 where report and "
            "claim are mixed up). Then the source, the event and the figures are shown."
        )

    def _make_table(self) -> DetectiveTable:
        return DetectiveTable(self._model, self.look, self)

    def _empty(self) -> str:
        decks = self._model.decks
        if decks is None or (decks.quotations and decks.sources > 1):
            return ""
        if not decks.quotations:
            return self.tr(
                "No passage of this library reports, supports or disputes an event yet. Add a document, "
                "select words in it and add them to an event."
            )
        return self.tr("This library has one source only. A detective needs at least two to choose between.")

    def _deal(self) -> None:
        self._model.begin(self.setup.teams, self.setup.each)

    def _act(self) -> None:
        self._model.decide()

    def _fill_table(self) -> None:
        self.table.show_card()

    def _focus_table(self) -> None:
        if self._model.phase is Phase.ASKING:
            self.table.sources[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> str:
        last = self._model.last
        if self._model.phase is Phase.ASKING:
            return self.table.quotation.text()
        if self._model.phase is Phase.ANSWERED and last is not None:
            text = self.tr("{points} points. It was {source}.")
            points = last.source_points + last.role_points
            return text.format(points=points, source=last.card.card.source.label)
        return ""
