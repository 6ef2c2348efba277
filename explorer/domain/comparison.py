"""What several sources say of one event, side by side, and the reader's own comparison of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.domain.claim import Concordance
from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.event import Event
from explorer.domain.source import Source

RELATIONS = (
    "agreement",
    "agreement-imprecise",
    "agreement-different-emphasis",
    "different-emphasis",
    "omission",
    "conflict-of-reading",
    "conflict-of-judgement",
    "conflict-of-emphasis",
    "conflict-with-record",
    "needs-context",
)
"""How sources may stand to each other on a topic."""
CONFLICT = "conflict"
"""How the relations begin in which they differ."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One source with its passages on the event in document order, our examples last; it may be silent."""

    source: Source
    cards: tuple[PassageCard, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An event, the sources that speak of it, and on which topics they were compared."""

    event: Event
    voices: tuple[Voice, ...]
    topics: tuple[Concordance, ...]


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """A comparison as the reader writes it. ``lines``: by source id, what it adds, omits or disputes."""

    topic: str
    relation: str
    record: str = ""
    lines: Mapping[int, str] = field(default_factory=dict)


def comparison_of(detail: EventDetail, sources: tuple[Source, ...]) -> Comparison:
    """The sources in the order in which they are heard; then those that a topic names as silent.

    Args:
        detail: The event with its passages and topics.
        sources: All sources of the library.
    """
    cards: dict[int, list[PassageCard]] = {}
    known: dict[int, Source] = {}
    for card in detail.passages:
        known[card.source.id] = card.source
        cards.setdefault(card.source.id, []).append(card)
    named = {line.source_id for topic in detail.concordances for line in topic.lines}
    known |= {source.id: source for source in sources if source.id in named - known.keys()}
    voices = tuple(Voice(source, _in_order(cards.get(each, []))) for each, source in known.items())
    return Comparison(detail.event, voices, detail.concordances)


def _in_order(cards: list[PassageCard]) -> tuple[PassageCard, ...]:
    return tuple(sorted(cards, key=lambda card: (card.example, card.passage.selector.start)))
