"""What a handout says, as frozen values."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.detail import PassageCard
from explorer.domain.event import Event, Status, Theme
from explorer.domain.tour import Step
from explorer.domain.tour_view import Focus
from explorer.services.handing_out.order import View
from explorer.timeline.mask import Sieve


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the list tells it, with the short names of the sources that speak of it."""

    event: Event
    theme: Theme
    sources: tuple[str, ...]
    contested: bool

    @property
    def checked(self) -> bool:
        """Whether date and citation were both checked."""
        return self.event.date_status is Status.CHECKED and self.event.citation_status is Status.CHECKED


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the titles of the events it speaks of, and its citation in full."""

    card: PassageCard
    citation: str
    events: tuple[str, ...]


class Asked(StrEnum):
    """What a question is about."""

    ORDER = "order"
    WHEN = "when"
    WHO = "who"
    DIFFER = "differ"
    CLAIM = "claim"
    CHECKED = "checked"
    NOTED = "noted"
    """It stands in the notes of a tour."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question. ``matter`` are the titles or the words it is about.

    Of a noted one they are the question itself and the title of its step.
    """

    kind: Asked
    matter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many events are in view, of how many; how many of those in view were not checked."""

    in_view: int
    total: int
    unchecked: int


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A view with what it holds: the filter in force and the events counted.

    ``step`` and what it names, its ``focus``, are None where it is no step of a tour.
    """

    view: View
    sieve: Sieve | None
    counted: Counted
    step: Step | None = None
    focus: Focus | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """All that a handout says.

    ``views`` are the view that was asked for, or one a step of the tour. ``events`` are by time, of
    ``counted.in_view``; ``quotations`` of ``quotations_in_view``. ``works`` are entries of a bibliography, of
    ``works_cited``.
    """

    title: str
    subtitle: str
    views: tuple[Shown, ...]
    counted: Counted
    events: tuple[Told, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    quotations_in_view: int = 0
    questions: tuple[Question, ...] = ()
    works: tuple[str, ...] = ()
    works_cited: int = 0
    audience: str = ""
    minutes: int = 0
