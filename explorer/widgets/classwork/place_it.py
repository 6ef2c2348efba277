"""The window of "Place it"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.domain.classwork import Deck, EventCard, Level
from explorer.domain.words import exactness, in_words
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.honesty import date_state, date_tone
from explorer.viewmodels.place_it import Placed, PlaceItModel
from explorer.widgets.classwork.board import Board
from explorer.widgets.classwork.game_window import GameWindow
from explorer.widgets.classwork.wording import source_line
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import Theme, ThemeHolder

LEVELS = tuple(Level)


class Truth(QFrame):
    """When it was, how exactly that is known, from where, and whether it was checked."""

    def __init__(self, model: PlaceItModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.points = Words("riddle-strong", self)
        self.date = Words("subtitle", self)
        self.exactness = Words("muted", self)
        self.state = Badge(look, self)
        self.source = Words("muted", self)
        self.how = LinkButton(look, self)
        self._first = QHBoxLayout()
        self._first.addWidget(self.date, 1)
        self._first.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines = QVBoxLayout()
        self._lines.addLayout(self._first)
        self._lines.addWidget(self.exactness)
        self._lines.addWidget(self.source)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.points)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.how)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def put(self, placed: Placed) -> None:
        """Show what is known of the card placed last."""
        detail, event = placed.card.detail, placed.card.detail.event
        self.points.setText(self.tr("+{points}").format(points=placed.grade.points))
        self.points.setAccessibleName(self.tr("{points} points").format(points=placed.grade.points))
        self.date.setText(in_words(event.start, event.end))
        self.exactness.setText(
            self.tr("{exactness} · {off}").format(
                exactness=exactness(event.start, event.end), off=self._model.off_in_words(placed.grade)
            )
        )
        self.state.say(date_state(event.date_status), date_tone(event.date_status))
        self.source.setText(source_line(detail))
        self.how.say(self.tr("How do we know?"), self.tr("Open the event in the window of the library (H)"))

    def _dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.size(16))
        self._first.setSpacing(theme.size(10))
        self._lines.setSpacing(theme.size(1))


class PlaceTable(QWidget):
    """The card above, the axis below, and in between what is to be done or was right.

    ``event_asked`` carries the id of an event.
    """

    event_asked = Signal(object)

    def __init__(self, model: PlaceItModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._question = Words("section", self)
        self.name = Words("riddle-strong", self)
        self._hint = Words("", self)
        self.truth = Truth(model, look, self)
        self.board = Board(model, look, self)
        self._help = Words("muted", self)
        self._help.setText(
            self.tr("Click or drag on the axis. Keys: ← → move, Shift finely, Page Up and Down far.")
        )
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._inside = QVBoxLayout(self._card)
        for part in (self._question, self.name, self._hint, self.truth):
            self._inside.addWidget(part)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._help, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._card)
        self._column.addWidget(self.board, 1)
        self._column.addLayout(self._foot)
        self.button.clicked.connect(self._press)
        self.truth.how.clicked.connect(self.ask_how)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def show_card(self) -> None:
        """Show the card on the table, and once it is placed what is known of it."""
        model, card = self._model, self._model.card
        if card is None:
            return
        asking = model.phase is Phase.ASKING
        self._question.setText(self._asked(card).upper())
        self.name.setText(card.name if asking else card.detail.event.title)
        self._hint.setText(card.hint if asking else card.detail.event.summary)
        self._hint.setVisible(bool(self._hint.text()) and asking)
        last = model.last
        self.truth.setVisible(not asking)
        if not asking and last is not None:
            self.truth.put(last)
        self._help.setVisible(asking)
        if asking:
            self.button.setText(self.tr("Place it (Enter)"))
        elif model.turn + 1 < model.turns:
            self.button.setText(self.tr("Next card (Enter)"))
        else:
            self.button.setText(self.tr("To the table (Enter)"))

    def ask_how(self) -> None:
        """Have the event shown that was placed last."""
        last = self._model.last
        if last is not None and self._model.phase is Phase.ANSWERED:
            self.event_asked.emit(last.card.detail.event.id)

    def _asked(self, card: EventCard) -> str:
        text = self.tr("{team}: when did this begin?") if card.begins else self.tr("{team}: when was this?")
        return text.format(team=self._model.team)

    def _press(self) -> None:
        if self._model.phase is Phase.ASKING:
            self._model.place()
        else:
            self._model.go_on()

    def _dress(self, theme: Theme) -> None:
        self._inside.setContentsMargins(theme.size(18), theme.size(12), theme.size(18), theme.size(12))
        self._inside.setSpacing(theme.size(5))
        self._column.setContentsMargins(theme.size(20), theme.size(12), theme.size(20), theme.size(12))
        self._column.setSpacing(theme.size(10))
        self._foot.setSpacing(theme.size(12))


class PlaceItWindow(GameWindow):
    """Set-up with deck and level, the table, the result. H opens the event that was placed."""

    table: PlaceTable

    def __init__(self, model: PlaceItModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, look, parent)
        self.deck = Choice(self.tr("Where the cards come from"), self.look, self)
        self.level = Choice(self.tr("How far apart in time the cards lie"), self.look, self)
        for text in (
            self.tr("Easy: far apart in time"),
            self.tr("Medium"),
            self.tr("Hard: close together in time"),
        ):
            self.level.addItem(text)
        self.setup.add_row(self.tr("Cards"), (self.deck,))
        self.setup.add_row(self.tr("Level"), (self.level,))
        kept = model.remembered.get("level")
        self.level.setCurrentIndex(LEVELS.index(Level(kept)) if kept in LEVELS else 0)
        self._show_decks()
        self.table.event_asked.connect(self.event_asked)
        model.changed.connect(self._show_decks)

    def _title(self) -> str:
        return self.tr("Place it")

    def _rules(self) -> str:
        return self.tr(
            "Each team in turn gets an event without its date and places it on an empty axis. Anywhere "
            "within the time that is known is right and gives 100 points; outside it, the nearer the better."
        )

    def _make_table(self) -> PlaceTable:
        return PlaceTable(self._model, self.look, self)

    def _empty(self) -> str:
        decks = self._model.decks
        if decks is None or decks.events:
            return ""
        return self.tr("This library has no events yet. Ctrl N in its window begins the first one.")

    def _deal(self) -> None:
        deck, named = self.deck.currentData() or (Deck.IMPORTANT.value, "")
        level = LEVELS[max(self.level.currentIndex(), 0)]
        self._model.begin(self.setup.teams, self.setup.each, Deck(deck), named, level)

    def _act(self) -> None:
        self._model.place()

    def _fill_table(self) -> None:
        self.table.show_card()

    def _focus_table(self) -> None:
        asking = self._model.phase is Phase.ASKING
        target = self.table.board if asking else self.table.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> str:
        card, last = self._model.card, self._model.last
        if self._model.phase is Phase.ASKING and card is not None:
            return f"{self._model.team}: {card.name}"
        if self._model.phase is Phase.ANSWERED and last is not None:
            event = last.card.detail.event
            text = self.tr("{points} points. {date}.")
            return text.format(points=last.grade.points, date=in_words(event.start, event.end))
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """H asks how we know; the other keys are those of every game."""
        if event.key() == Qt.Key.Key_H and self._model.phase is Phase.ANSWERED:
            self.table.ask_how()
        else:
            super().keyPressEvent(event)

    def _show_decks(self) -> None:
        """All events, those that pass the filters, every tour that leads to events, and every theme."""
        if self._model.phase is not Phase.SETUP:
            return
        decks = self._model.decks
        passing, total = self._model.passing, 0 if decks is None else decks.events
        wanted = self.deck.currentData() or (
            self._model.remembered.get("deck"),
            self._model.remembered.get("named"),
        )
        rows = [(self.tr("The most important events of the library"), (Deck.IMPORTANT.value, ""))]
        if passing != total:
            text = self.tr("The {count} events that pass the filters").format(count=f"{passing:,}")
            rows.append((text, (Deck.FILTER.value, "")))
        for tour in decks.tours if decks is not None else ():
            text = self.tr("Tour: {title} ({count} events)")
            rows.append(
                (text.format(title=tour.title, count=len(tour.event_ids)), (Deck.TOUR.value, tour.slug))
            )
        for theme in decks.themes if decks is not None else ():
            text = self.tr("Theme: {title} ({count} events)")
            rows.append(
                (text.format(title=theme.title, count=f"{theme.events:,}"), (Deck.THEME.value, theme.slug))
            )
        self.deck.clear()
        for text, data in rows:
            self.deck.addItem(text, data)
        chosen = [at for at, (_, data) in enumerate(rows) if data == tuple(wanted)]
        self.deck.setCurrentIndex(chosen[0] if chosen else 0)
