"""A game in a window of its own: set-up, table, result; readable from the back row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from explorer.viewmodels.class_game import ClassGame, Phase
from explorer.widgets.classwork.result import Result
from explorer.widgets.classwork.scores import Scores
from explorer.widgets.classwork.setup import SetUp
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import RoomLook, Theme, ThemeHolder

ROOM_SCALE = 1.6
"""Text of the games at least: 160 %."""
SIZE = (1280, 800)
SMALLEST = (640, 480)
ENTER = {int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)}


class Leaving(QFrame):
    """A bar that asks before a game is ended, and its cards lost; ``stayed`` or ``ended`` is the answer."""

    stayed = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._words = Words("strong", self)
        self.stay = QPushButton(self.tr("Play on (Esc)"), self)
        self.end = QPushButton(self.tr("End the game"), self)
        self.stay.clicked.connect(self.stayed)
        self.end.clicked.connect(self.ended)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.stay)
        self.row.addWidget(self.end)
        self.hide()

    def ask(self, left: int) -> None:
        """Show the question; ``left`` cards are not played yet."""
        text = self.tr("End the game? {left} cards are not played yet; the table as it is will be shown.")
        one = self.tr("End the game? One card is not played yet; the table as it is will be shown.")
        self._words.setText(one if left == 1 else text.format(left=left))
        self.show()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)


class GameWindow(QWidget):
    """Frame of a game; its table is made by ``_make_table``.

    ``event_asked`` carries the id of an event of which the class asks "How do we know?".
    """

    event_asked = Signal(object)

    def __init__(self, game: ClassGame, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        title = self._title()
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self._game = game
        self._shown: Phase | None = None
        self.look = RoomLook(look, self, ROOM_SCALE)
        self.setup = SetUp(game, title, self._rules(), self.look, self)
        self.table = self._make_table()
        self.result = Result(game, title, self.look, self)
        self.scores = Scores(self.look, self)
        self.place_in_game = Words("muted", self)
        self.stop = QPushButton(self.tr("End"), self)
        self.stop.setToolTip(self.tr("End the game (Esc)"))
        self.leaving = Leaving(self)
        self._head = QFrame(self)
        self._head.setProperty("role", "panel")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self._head)
        self._row.addWidget(self.scores, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.place_in_game, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.stop)
        self._pages = QStackedWidget(self)
        for page in (self.setup, self.table, self.result):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.leaving)
        column.addWidget(self._pages, 1)
        self.setup.asked.connect(self._deal)
        self.stop.clicked.connect(self._leave)
        self.result.left.connect(self.close)
        self.leaving.stayed.connect(self._stay)
        self.leaving.ended.connect(game.stop)
        game.changed.connect(self._show)
        self.look.changed.connect(self._dress)
        self._dress(self.look.theme)
        self._show()

    def open(self) -> None:
        """Show the window where it was left."""
        if not self.isVisible():
            room = self.screen().availableGeometry().size()
            host = self.parentWidget()
            size = self.size().expandedTo(host.size()) if host is not None else self.size()
            self.resize(size.boundedTo(room))
        self.show()
        self.raise_()
        self.activateWindow()
        self._take_focus()

    # What a game has of its own

    def _title(self) -> str:
        """What the game is called."""
        return ""

    def _rules(self) -> str:
        """How it is played."""
        return ""

    def _make_table(self) -> QWidget:
        """What is played on."""
        return QWidget(self)

    def _deal(self) -> None:
        """Begin the game with what is set up."""

    def _act(self) -> None:
        """What Enter does while a card is asked."""

    def _empty(self) -> str:
        """A sentence where there is nothing to play with."""
        return ""

    def _fill_table(self) -> None:
        """Show the card on the table."""

    def _focus_table(self) -> None:
        """Give the keyboard to what is to be done."""

    def _say(self) -> str:
        """What a screen reader shall say now."""
        return ""

    # Keys and the way out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves, F11 fills the screen."""
        if event.key() in ENTER and self.leaving.isHidden() and self._enter():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a game is lost."""
        if self._would_lose:
            event.ignore()
            self._ask_to_leave()
            return
        if self._game.playing or self._game.phase is Phase.DEALING:
            self._game.stop()
        super().closeEvent(event)

    @property
    def _would_lose(self) -> bool:
        return self._game.playing and bool(self._game.rounds)

    def _enter(self) -> bool:
        phase = self._game.phase
        if phase is Phase.SETUP:
            if self.setup.deal.isEnabled():
                self._deal()
        elif phase is Phase.ASKING:
            self._act()
        elif phase is Phase.ANSWERED:
            self._game.go_on()
        elif phase is Phase.RESULT:
            self._game.play_again()
        return phase is not Phase.DEALING

    def _leave(self) -> None:
        if not self.leaving.isHidden():
            self._stay()
        elif self._would_lose:
            self._ask_to_leave()
        elif self._game.playing or self._game.phase is Phase.DEALING:
            self._game.stop()
        elif self.isFullScreen():
            self.showNormal()
        else:
            self.close()

    def _ask_to_leave(self) -> None:
        self.leaving.ask(self._game.turns - len(self._game.rounds))

    def _stay(self) -> None:
        self.leaving.hide()
        self._take_focus()

    # What is seen

    def _show(self) -> None:
        game = self._game
        changed, self._shown = self._shown is not game.phase, game.phase
        self._head.setVisible(game.playing)
        if changed:
            self.leaving.hide()
        if game.playing:
            text = self.tr("Card {number} of {all}").format(number=game.turn + 1, all=game.turns)
            self.place_in_game.setText(" ".join(part for part in (text, game.short) if part))
            self.scores.show_game(game)
            self._fill_table()
            self._pages.setCurrentWidget(self.table)
        elif game.phase is Phase.RESULT:
            if changed:
                self.result.show_game()
            self._pages.setCurrentWidget(self.result)
        else:
            self.setup.show_game(self._empty())
            self._pages.setCurrentWidget(self.setup)
        if changed and self.isVisible():
            self._take_focus()
            if QAccessible.isActive() and self._say():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._say()))

    def _take_focus(self) -> None:
        if self._game.playing:
            self._focus_table()
        elif self._game.phase is Phase.RESULT:
            self.result.take_focus()
        elif self._game.phase is Phase.SETUP:
            self.setup.take_focus()

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(20), theme.size(8), theme.size(14), theme.size(8))
        self._row.setSpacing(theme.size(12))
        self.leaving.row.setContentsMargins(theme.size(20), theme.size(8), theme.size(14), theme.size(8))
        self.leaving.row.setSpacing(theme.size(10))
        if not self.isVisible():
            self.resize(*SIZE)
