"""The dates found in a document as they stand in a list: what they are, and what became of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from explorer.domain.detail import EventHeading, SourceDetail
from explorer.domain.edtf import parse
from explorer.domain.entity import Entity
from explorer.domain.event import Extent
from explorer.domain.suggestion import Reason, Rival, Suggestion
from explorer.services.suggestions import FoundDates


class OfferStatus(Enum):
    """What became of a suggestion."""

    OPEN = auto()
    ON_TIMELINE = auto()
    REJECTED = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion as it stands in the list.

    ``edtf``, ``title`` and ``end`` are what would be taken: the reader may have chosen another reading,
    written another title, and let the passage go on to ``end``, over the sentences that follow.
    ``readings`` are all readings, the first one what was found. ``event`` is the event of the library that
    the sentence names, where the date is that event's.
    """

    suggestion: Suggestion
    digest: str
    status: OfferStatus
    edtf: str
    title: str
    end: int
    sentence: str
    names: tuple[str, ...]
    readings: tuple[Rival, ...]
    event: EventHeading | None

    @property
    def words(self) -> str:
        """The words that give the date; its EDTF where there are none."""
        one = self.suggestion
        return self.sentence[one.date_start - one.start : one.date_end - one.start] or self.edtf


def offers_of(
    found: FoundDates,
    detail: SourceDetail,
    entities: Iterable[Entity],
    chosen: Mapping[str, str],
    titles: Mapping[str, str],
    ends: Mapping[str, int],
) -> Iterator[Offer]:
    """What was found in a document, in order.

    ``chosen`` are readings, ``titles`` words and ``ends`` places that the reader has put in place of what was
    found, by digest.
    """
    if detail.document is None:
        return
    text = detail.document.text
    names = {entity.id: entity.name for entity in entities}
    used = _used_places(detail)
    for suggestion, digest in zip(found.suggestions, found.digests, strict=True):
        event = None
        if suggestion.reason is Reason.LIBRARY_EVENT:
            event = found.events.get(suggestion.event_ids[0])
        yield Offer(
            suggestion,
            digest,
            _status(suggestion, digest, event, found, used),
            chosen.get(digest, suggestion.edtf),
            titles.get(digest, suggestion.title),
            ends.get(digest, suggestion.end),
            text[suggestion.start : suggestion.end],
            tuple(names[id_] for id_ in suggestion.entity_ids if id_ in names),
            tuple(_readings(suggestion)),
            event,
        )


Place = tuple[int, int, int, Extent]
"""Where a passage stands (start, end), and the id and the dates of an event that rests on it."""

_BLOCK = 1_000
"""Characters of a text whose passages are looked at together."""


def _used_places(detail: SourceDetail) -> Mapping[int, list[Place]]:
    """The places by the block of the text that they touch."""
    used: dict[int, list[Place]] = {}
    for item in detail.passages:
        anchor = item.anchor
        if anchor is None or anchor.start is None or anchor.end is None:
            continue
        for block in range(anchor.start // _BLOCK, anchor.end // _BLOCK + 1):
            places = used.setdefault(block, [])
            places += [(anchor.start, anchor.end, event.id, event.extent) for event in item.events]
    return used


def _status(
    suggestion: Suggestion,
    digest: str,
    event: EventHeading | None,
    found: FoundDates,
    used: Mapping[int, list[Place]],
) -> OfferStatus:
    """On the timeline is a date whose sentence an event stands on that falls into it."""
    extent = parse(suggestion.edtf).extent
    blocks = range(suggestion.start // _BLOCK, suggestion.end // _BLOCK + 1)
    for start, end, id_, other in (place for block in blocks for place in used.get(block, ())):
        if start < suggestion.end and suggestion.start < end:
            if event is not None and id_ == event.id:
                return OfferStatus.ON_TIMELINE
            if event is None and other.earliest < extent.latest and extent.earliest < other.latest:
                return OfferStatus.ON_TIMELINE
    return OfferStatus.REJECTED if digest in found.rejected else OfferStatus.OPEN


def _readings(suggestion: Suggestion) -> Iterator[Rival]:
    seen: set[str] = set()
    for one in (Rival(suggestion.edtf, suggestion.reason, suggestion.basis), *suggestion.rivals):
        if one.edtf not in seen:
            seen.add(one.edtf)
            yield one


def end_of_next(text: str, end: int) -> int | None:
    """Where the sentence ends that follows upon ``end`` in the same paragraph; None if there is none."""
    from explorer.services.suggesting.sentences import LONGEST, sentences

    rest = text[end : end + 2 * LONGEST].partition("\n")[0]
    following = next(sentences(rest), None)
    return None if following is None else end + following[1]
