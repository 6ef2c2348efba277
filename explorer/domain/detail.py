"""Answers about one event or one document, put together from several records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explorer.domain.claim import Claim, Concordance
from explorer.domain.entity import Entity
from explorer.domain.event import DateFlag, Event, Extent, Precision, Theme
from explorer.domain.judgement import Outcome
from explorer.domain.note import Note
from explorer.domain.passage import Anchor, Passage, Stance
from explorer.domain.relation import RelationKind
from explorer.domain.source import Document, Source


@dataclass(frozen=True, slots=True)
class EventHeading:
    """As much of an event as a list or a link needs."""

    id: int
    slug: str
    title: str
    label: str
    start: str
    end: str | None
    extent: Extent
    precision: Precision
    flags: DateFlag
    theme_id: int
    importance: int


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage as it stands to one event. ``anchor`` is None while its document has no text attached.

    ``example`` is true where the passage does not speak of the event, which is our example of what it says.
    ``page`` is what the pages are called on which it stands ("12–13"), "" where that is not known.
    """

    passage: Passage
    source: Source
    stance: Stance
    note: str
    example: bool
    anchor: Anchor | None
    page: str = ""


@dataclass(frozen=True, slots=True)
class UndatedPassage:
    """A passage whose claim cannot be dated, for the tray beside the timeline."""

    passage: Passage
    source: Source


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage and the source in which it stands."""

    passage: Passage
    source: Source


@dataclass(frozen=True, slots=True)
class RelatedEvent:
    """A neighbour in the web of causes. ``reading`` marks our interpretation."""

    event: EventHeading
    kind: RelationKind
    note: str
    reading: bool


@dataclass(frozen=True, slots=True)
class WorkedClaim:
    """A claim with the statement it tests, and what the series give.

    ``passage`` is the first of those that state it, None where it stands on no passage. ``sum`` is the sum in
    one line ("36,359 → 73,838  ×2.03"), "" where nothing can be worked. ``basis`` says which figures were
    read ("2019, 2022: US overdose deaths ..."). ``mismatch`` is a sentence where the record of the claim,
    its figures or its finding, says something else than the series.
    """

    claim: Claim
    passage: Passage | None
    source: Source | None
    outcome: Outcome
    sum: str = ""
    basis: str = ""
    mismatch: str = ""

    @property
    def quotation(self) -> str:
        """The words of the statement, "" where it stands on no passage."""
        return "" if self.passage is None else self.passage.selector.exact

    @property
    def doubtful(self) -> bool:
        """Whether a figure in the sum is not checked, or provisional."""
        return any(one.doubtful for one in self.outcome.judgements)


@dataclass(frozen=True, slots=True)
class EventDetail:
    """All that the detail pane shows of one event."""

    event: Event
    theme: Theme
    people: tuple[Entity, ...]
    bodies: tuple[Entity, ...]
    places: tuple[Entity, ...]
    passages: tuple[PassageCard, ...]
    concordances: tuple[Concordance, ...]
    claims: tuple[WorkedClaim, ...]
    causes: tuple[RelatedEvent, ...]
    effects: tuple[RelatedEvent, ...]
    records: tuple[Source, ...]
    previous: EventHeading | None
    next: EventHeading | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentPassage:
    """A passage in the reader with the events it speaks of, the most important first.

    ``examples`` are events it does not speak of: they are our examples of what it says in general.
    ``stances`` tell by id how it stands to each of both, ``notes`` are the reader's.
    """

    passage: Passage
    anchor: Anchor | None
    events: tuple[EventHeading, ...]
    examples: tuple[EventHeading, ...]
    stances: Mapping[int, Stance] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A source with its passages in document order and, if attached, its text.

    ``paragraphs`` are the code points at which the paragraphs of the text begin.
    """

    source: Source
    document: Document | None
    passages: tuple[DocumentPassage, ...]
    events: tuple[EventHeading, ...]
    paragraphs: Sequence[int] = ()
