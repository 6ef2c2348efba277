"""The page on which a game is set up: teams, cards, and what a game asks besides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.viewmodels.class_game import MOST_CARDS, MOST_TEAMS, NAME_LENGTH, ClassGame, Phase
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder


class SetUp(QWidget):
    """``asked`` comes when the cards are to be dealt."""

    asked = Signal()

    def __init__(
        self, game: ClassGame, title: str, rules: str, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._title = Words("title", self)
        self._title.setText(title)
        self._rules = Words("", self)
        self._rules.setText(rules)
        self.count = Choice(self.tr("Number of teams"), look, self)
        self.count.addItems([str(number) for number in range(1, MOST_TEAMS + 1)])
        self.names = [QLineEdit(self) for _ in range(MOST_TEAMS)]
        for number, name in enumerate(self.names):
            name.setMaxLength(NAME_LENGTH)
            name.setPlaceholderText(game.team_name(number))
            name.setAccessibleName(self.tr("Name of team {number}").format(number=number + 1))
        self.cards = Choice(self.tr("Cards for each team"), look, self)
        self.cards.addItems([str(number) for number in range(1, MOST_CARDS + 1)])
        self.problem = Words("bad", self)
        self.deal = QPushButton(self.tr("Deal the cards"), self)
        self.deal.setProperty("role", "primary")
        self.deal.setDefault(True)
        self.deal.setToolTip(self.tr("Begin the game (Enter)"))
        self._fields = QGridLayout()
        self._fields.setColumnStretch(1, 1)
        self._teams = QGridLayout()
        for number, name in enumerate(self.names):
            self._teams.addWidget(name, number // 3, number % 3)
        self._add(self.tr("Teams"), self.count)
        self._fields.addLayout(self._teams, 1, 1)
        self._add(self.tr("Cards for each team"), self.cards)
        self._place_parts()
        self.count.currentIndexChanged.connect(self._show_names)
        self.deal.clicked.connect(self.asked)
        for name in self.names:
            name.returnPressed.connect(self.asked)
        self.count.setCurrentIndex(len(game.remembered_teams) - 1)
        for name, text in zip(self.names, game.remembered_teams, strict=False):
            name.setText(text)
        self.cards.setCurrentIndex(game.remembered_cards - 1)
        self._show_names(self.count.currentIndex())
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def teams(self) -> tuple[str, ...]:
        """The names as they are typed; "" for one without."""
        return tuple(name.text() for name in self.names[: self.count.currentIndex() + 1])

    @property
    def each(self) -> int:
        """Cards for each team."""
        return self.cards.currentIndex() + 1

    def add_row(self, name: str, fields: Sequence[QWidget]) -> None:
        """Another thing to set up, above the buttons."""
        row = QHBoxLayout()
        for field in fields:
            row.addWidget(field, 1)
        at = self._fields.rowCount()
        label = QLabel(name, self)
        label.setBuddy(fields[0])
        self._fields.addWidget(label, at, 0)
        self._fields.addLayout(row, at, 1)

    def show_game(self, empty: str) -> None:
        """Follow the game; ``empty`` is a sentence where there is nothing to play with, else ""."""
        dealing = self._game.phase is Phase.DEALING
        text = empty or self._game.problem
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.deal.setEnabled(not empty and not dealing)
        self.deal.setText(self.tr("Dealing…") if dealing else self.tr("Deal the cards"))

    def take_focus(self) -> None:
        """Give the keyboard to what is set up first."""
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, field: QWidget) -> None:
        at = self._fields.rowCount() if self._fields.count() else 0
        label = QLabel(name, self)
        label.setBuddy(field)
        self._fields.addWidget(label, at, 0)
        self._fields.addWidget(field, at, 1, Qt.AlignmentFlag.AlignLeft)

    def _place_parts(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget(self)
        sheet.setProperty("role", "canvas")
        scroll.setWidget(sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        self._column = QVBoxLayout(sheet)
        self._column.addWidget(self._title)
        self._column.addWidget(self._rules)
        self._column.addLayout(self._fields)
        self._column.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.problem, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.deal, 0, Qt.AlignmentFlag.AlignRight)
        outer.addLayout(self._foot)

    def _show_names(self, most: int) -> None:
        for number, name in enumerate(self.names):
            name.setVisible(number <= most)

    def _dress(self, theme: Theme) -> None:
        room = theme.size(26)
        self._column.setContentsMargins(room, theme.size(20), room, theme.size(10))
        self._column.setSpacing(theme.size(12))
        self._foot.setContentsMargins(room, theme.size(10), room, theme.size(16))
        self._foot.setSpacing(theme.size(12))
        for grid in (self._fields, self._teams):
            grid.setHorizontalSpacing(theme.size(12))
            grid.setVerticalSpacing(theme.size(9))
