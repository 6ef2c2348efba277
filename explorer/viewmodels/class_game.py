"""What the games of a class have in common: teams, turns, rounds, a table."""

from enum import Enum
from random import SystemRandom
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.classwork import Decks, Place, Round, standing, turns
from explorer.domain.errors import ReaderError
from explorer.services.classwork import Classwork
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.settings import SettingsModel

MOST_TEAMS = 6
MOST_CARDS = 12
USUAL_CARDS = 3
NAME_LENGTH = 24
SEEDS = 2**31


class Phase(Enum):
    """Where a game is: being set up, dealt, a card is asked, its answer is shown, the table is shown."""

    SETUP = "setup"
    DEALING = "dealing"
    ASKING = "asking"
    ANSWERED = "answered"
    RESULT = "result"


class ClassGame(QObject):
    """Teams of one class at one keyboard, who play a card each in turn.

    ``changed`` comes after whatever changes what is to be seen. Nothing of a game is written to the library;
    the names of the teams and the number of cards are remembered for the next one. Another library ends it.
    """

    changed = Signal()
    NAME = "class_game"

    def __init__(
        self,
        library: LibraryModel,
        service: Classwork,
        settings: SettingsModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._service = service
        self._settings = settings
        self._courier = courier
        self.phase = Phase.SETUP
        self.decks: Decks | None = None
        self.problem = ""
        self.teams: tuple[str, ...] = ()
        self.turn = 0
        self.turns = 0
        self.rounds: tuple[Round, ...] = ()
        library.opened.connect(self._open)
        library.changed.connect(self._ask_decks)
        if library.current is not None:
            self._ask_decks(library.current)

    # What is set up

    @property
    def remembered(self) -> dict[str, Any]:
        """What was set up last time."""
        return self._settings.state(self.NAME)

    @property
    def remembered_teams(self) -> tuple[str, ...]:
        """The names of the teams last time, one at least."""
        kept = self.remembered.get("teams")
        names = [str(name)[:NAME_LENGTH] for name in kept] if isinstance(kept, list) else []
        return tuple(names[:MOST_TEAMS]) or (self.team_name(0), self.team_name(1))

    @property
    def remembered_cards(self) -> int:
        """Cards for each team last time."""
        kept = self.remembered.get("cards")
        return kept if type(kept) is int and 1 <= kept <= MOST_CARDS else USUAL_CARDS

    def team_name(self, number: int) -> str:
        """What a team (from 0) is called if nobody names it."""
        return self.tr("Team {number}").format(number=number + 1)

    # What is played

    @property
    def team(self) -> str:
        """Whose turn it is."""
        return self.teams[self.turn % len(self.teams)] if self.teams else ""

    @property
    def playing(self) -> bool:
        """Whether cards are on the table: leaving would lose the game."""
        return self.phase in {Phase.ASKING, Phase.ANSWERED}

    @property
    def title(self) -> str:
        """The library that is played with."""
        library = self._library.current
        return "" if library is None else library.contents.title

    @property
    def standing(self) -> tuple[Place, ...]:
        """The table as it is."""
        return standing(self.teams, self.rounds)

    @property
    def short(self) -> str:
        """A sentence where there are fewer cards than were asked for, else ""."""
        each = self.turns // len(self.teams) if self.teams else 0
        if not each or each >= self._wanted:
            return ""
        return self.tr("There are cards for {each} each only.").format(each=each)

    def go_on(self) -> None:
        """The next card, or the table after the last."""
        if self.phase is not Phase.ANSWERED:
            return
        self.turn += 1
        if self.turn >= self.turns:
            self.phase = Phase.RESULT
        else:
            self.phase = Phase.ASKING
            self._show_card()
        self.changed.emit()

    def stop(self) -> None:
        """End the game: with the table if anything was played, else at the set-up."""
        self._courier.void(self.NAME)
        self.phase = Phase.RESULT if self.playing and self.rounds else Phase.SETUP
        self.changed.emit()

    def play_again(self) -> None:
        """Back to the set-up, with the same teams."""
        self.phase = Phase.SETUP
        self.changed.emit()

    _wanted = 0

    def _begin(self, teams: tuple[str, ...], cards: int, **more: object) -> OpenLibrary | None:
        """Take teams and remember them; the library to be dealt from, None without one."""
        names = tuple(
            name.strip()[:NAME_LENGTH] or self.team_name(number) for number, name in enumerate(teams)
        )
        self.teams = names[:MOST_TEAMS] or (self.team_name(0),)
        self._wanted = min(max(cards, 1), MOST_CARDS)
        self._settings.remember(self.NAME, {"teams": list(self.teams), "cards": self._wanted, **more})
        self.rounds, self.turn, self.turns, self.problem = (), 0, 0, ""
        library = self._library.current
        self.phase = Phase.SETUP if library is None else Phase.DEALING
        self.changed.emit()
        return library

    def _dealt(self, cards: int) -> None:
        """So many cards are there: begin, as far as they go round."""
        self.turns = turns(len(self.teams), self._wanted, cards)
        if not self.turns:
            self._refuse(
                ReaderError(
                    self.tr("There are {cards} cards, too few for {teams} teams. Choose other cards.").format(
                        cards=cards, teams=len(self.teams)
                    )
                )
            )
            return
        self.phase = Phase.ASKING
        self._show_card()
        self.changed.emit()

    def _note(self, played: Round) -> None:
        self.rounds = (*self.rounds, played)
        self.phase = Phase.ANSWERED
        self.changed.emit()

    def _refuse(self, error: ReaderError) -> None:
        self.problem = str(error)
        self.phase = Phase.SETUP
        self.changed.emit()

    def _show_card(self) -> None:
        """A new card is on the table."""

    def _seed(self, seed: int | None) -> int:
        return SystemRandom().randrange(SEEDS) if seed is None else seed

    def _open(self, library: OpenLibrary) -> None:
        self._courier.void(self.NAME)
        self.phase, self.decks, self.problem = Phase.SETUP, None, ""
        self._ask_decks(library)
        self.changed.emit()

    def _ask_decks(self, library: OpenLibrary) -> None:
        self._courier.ask(f"{self.NAME} decks", self._service.decks(library), self._take_decks)

    def _take_decks(self, decks: Decks) -> None:
        self.decks = decks
        if self.phase is Phase.SETUP:
            self.changed.emit()
