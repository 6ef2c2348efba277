"""The game "Place it": events are placed on an empty axis, and graded by how well."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from explorer.domain.classwork import Axis, Deck, EventCard, EventHand, Level, Round
from explorer.domain.event import Precision
from explorer.domain.grading import Grade, grade
from explorer.domain.lengths import MONTH, YEAR, length_in_words
from explorer.domain.words import in_words
from explorer.services.classwork import Classwork, EventWish
from explorer.viewmodels.class_game import ClassGame, Phase
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.honesty import date_state
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.summary import edtf_of
from explorer.viewmodels.timeline import TimelineModel

FINE_YEARS = 120
"""On an axis shorter than so many years the needle tells its month; on a shorter one its day."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A card on the axis: where the team put it, and what that was worth."""

    card: EventCard
    team: int
    day: float
    grade: Grade


class PlaceItModel(ClassGame):
    """Cards by turns. ``needle`` is the day at which the card would be placed."""

    NAME = "place_it"

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        service: Classwork,
        settings: SettingsModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(library, service, settings, courier, parent)
        self._timeline = timeline
        self.hand: EventHand | None = None
        self.needle = 0.0
        self.placed: tuple[Placed, ...] = ()

    @property
    def passing(self) -> int:
        """Events that pass the present filters."""
        stage = self._timeline.stage
        return 0 if stage is None else stage.shown

    def begin(
        self,
        teams: tuple[str, ...],
        cards: int,
        deck: Deck,
        named: str,
        level: Level,
        seed: int | None = None,
    ) -> None:
        """Deal ``cards`` for each team; ``named`` is the slug of the theme or tour of the deck, if any."""
        library = self._begin(teams, cards, deck=deck.value, named=named, level=level.value)
        self.hand, self.placed = None, ()
        if library is not None:
            wish = EventWish(deck, named, level, self._wanted * len(self.teams), self._seed(seed))
            stage = self._timeline.stage
            visible = None if stage is None else stage.visible
            self._courier.ask(
                self.NAME, self._service.events(library, wish, visible), self._take, self._refuse
            )

    @property
    def card(self) -> EventCard | None:
        """The card on the table."""
        return None if self.hand is None or self.turn >= self.turns else self.hand.cards[self.turn]

    @property
    def axis(self) -> Axis | None:
        """The axis of this game."""
        return None if self.hand is None else self.hand.axis

    @property
    def last(self) -> Placed | None:
        """The card that was placed last."""
        return self.placed[-1] if self.placed else None

    def point(self, day: float) -> None:
        """Move the needle, as far as the axis goes."""
        if self.phase is Phase.ASKING and self.hand is not None:
            axis = self.hand.axis
            self.needle = min(max(day, axis.start), axis.end)
            self.changed.emit()

    def move(self, share: float) -> None:
        """Move the needle by a share of the axis."""
        if self.hand is not None:
            self.point(self.needle + share * self.hand.axis.span)

    def place(self) -> None:
        """Place the card at the needle."""
        card = self.card
        if self.phase is not Phase.ASKING or card is None or self.hand is None:
            return
        given = grade(self.needle, card.target, self.hand.axis)
        team = self.turn % len(self.teams)
        self.placed = (*self.placed, Placed(card, team, self.needle, given))
        event = card.detail.event
        self._note(
            Round(
                team=team,
                subject=event.title,
                answer=self.day_in_words(self.needle),
                truth=in_words(event.start, event.end),
                state=date_state(event.date_status),
                points=given.points,
            )
        )

    def day_in_words(self, day: float) -> str:
        """A day as exactly as a hand can point at it on this axis."""
        axis = self.axis
        if axis is None:
            return ""
        years = axis.span / YEAR
        unit = "days" if years < 4 else "months" if years < FINE_YEARS else "years"
        return in_words(edtf_of(day, unit))

    def off_in_words(self, given: Grade) -> str:
        """How far a card missed: "within the known time", "about 3 years too early"."""
        if given.is_full:
            return self.tr("within the time that is known")
        days = abs(given.off)
        finest = Precision.DAY if days < MONTH else Precision.MONTH if days < 2 * YEAR else Precision.YEAR
        length = length_in_words(0.0, max(days, 1.0), finest, about=False)
        text = self.tr("{length} too early") if given.off < 0 else self.tr("{length} too late")
        return text.format(length=length)

    def _take(self, hand: EventHand) -> None:
        self.hand = hand
        self._dealt(len(hand.cards))

    def _show_card(self) -> None:
        if self.hand is not None:
            self.needle = self.hand.axis.day(0.5)
