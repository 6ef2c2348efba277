"""Cards and rounds of the games a class plays with a library."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.detail import EventDetail, PassageCard, WorkedClaim
from explorer.domain.event import Extent
from explorer.domain.passage import Stance


class Level(StrEnum):
    """How far apart in time the cards of a game lie."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Deck(StrEnum):
    """Where the cards of "Place it" come from.

    All events by their importance, those that pass the present filters, those of a theme, or those of a tour.
    """

    IMPORTANT = "important"
    FILTER = "filter"
    THEME = "theme"
    TOUR = "tour"


class Role(StrEnum):
    """What a passage does for an event: it tells what happened, asserts something of it, or is against it."""

    REPORTS = "reports"
    CLAIMS = "claims"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True)
class TourDeck:
    """A tour by its title, with the events in focus on its steps, each once."""

    slug: str
    title: str
    event_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThemeDeck:
    """A theme by its name, and how many events it has."""

    slug: str
    title: str
    events: int


@dataclass(frozen=True, slots=True)
class Decks:
    """What a library has to play with: its events, themes and tours that have some, and quotations."""

    events: int
    themes: tuple[ThemeDeck, ...]
    tours: tuple[TourDeck, ...]
    quotations: int
    sources: int


@dataclass(frozen=True, slots=True)
class Axis:
    """The time from one day number to another on which cards are placed."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """Days from end to end."""
        return self.end - self.start

    def share(self, day: float) -> float:
        """How far along a day lies: 0 at the start, 1 at the end."""
        return (day - self.start) / self.span

    def day(self, share: float) -> float:
        """The day so far along."""
        return self.start + share * self.span


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event to be placed: all that is known of it, and ``target``, the time in which it is right.

    ``name`` is what it is called without its date. Of an event that lasts it is the beginning that is looked
    for, and ``begins`` is true. ``hint`` is the summary, or "" where that would give the date away.
    """

    detail: EventDetail
    name: str
    target: Extent
    hint: str
    begins: bool


@dataclass(frozen=True, slots=True)
class EventHand:
    """Cards in the order in which they are played, and the axis they belong on."""

    cards: tuple[EventCard, ...]
    axis: Axis


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """A quotation without its author. ``text`` is masked where it names its own author or document.

    ``choices`` are the sources offered as (id, what it is called), the right one among them; ``role`` is what
    it does for its event. ``claim`` is a checkable statement of this passage, with the sum worked where the
    library has the figures.
    """

    card: PassageCard
    text: str
    role: Role
    choices: tuple[tuple[int, str], ...]
    detail: EventDetail
    claim: WorkedClaim | None


@dataclass(frozen=True, slots=True)
class Round:
    """One turn that was played: the number of the team, what it was about, what came of it, the points.

    ``subject`` is the title or quotation, ``answer`` what the team said, ``truth`` what is right, ``state``
    whether that was checked.
    """

    team: int
    subject: str
    answer: str
    truth: str
    state: str
    points: int


@dataclass(frozen=True, slots=True)
class Place:
    """A team in the table: ``rank`` from 1, the same for the same points; ``rounds`` it has played."""

    rank: int
    team: str
    points: int
    rounds: int


def role_of(stance: Stance, *, checkable: bool) -> Role:
    """What a passage does that stands so to its event; ``checkable`` if the library keeps a claim of it.

    To question is to dispute. To support is to claim: it gives grounds or consequences, not what happened.
    """
    if stance in {Stance.DISPUTES, Stance.QUESTIONS}:
        return Role.DISPUTES
    return Role.CLAIMS if checkable or stance is Stance.SUPPORTS else Role.REPORTS


def standing(teams: tuple[str, ...], rounds: tuple[Round, ...]) -> tuple[Place, ...]:
    """The table: most points first, teams with the same points in the order in which they play."""
    totals = [sum(one.points for one in rounds if one.team == number) for number in range(len(teams))]
    played = [sum(one.team == number for one in rounds) for number in range(len(teams))]
    order = sorted(range(len(teams)), key=lambda number: (-totals[number], number))
    return tuple(
        Place(
            1 + sum(other > totals[number] for other in totals), teams[number], totals[number], played[number]
        )
        for number in order
    )


def turns(teams: int, wanted: int, cards: int) -> int:
    """Turns of a game in which every team plays ``wanted`` cards, or as many as there are for each."""
    return teams * min(wanted, cards // teams) if teams else 0
