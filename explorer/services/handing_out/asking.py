"""Questions for a class, by simple rules: each can be answered from the handout or from its sources."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from explorer.domain.detail import WorkedClaim
from explorer.domain.event import DateFlag, Precision
from explorer.domain.tour import Tour
from explorer.services.handing_out.content import Asked, Question, Quoted, Told

MOST_OF_A_KIND = 3
IN_ORDER = 5
"""Events to be put in order."""
IMPORTANT = 4
_SENTENCE = re.compile(r"[^.!?]*[.!?]+[”’\")]*")
_LEAD = re.compile(r"^(?:ask|discuss|question)s?\s*:\s*", re.IGNORECASE)


def noted(tour: Tour) -> tuple[Question, ...]:
    """The questions that stand in the notes of a tour, each once, in its order."""
    found: dict[str, str] = {}
    for step in tour.steps:
        for sentence in _SENTENCE.findall(step.speaker_note):
            text = _LEAD.sub("", sentence.strip())
            if text.rstrip('”’")').endswith("?"):
                found.setdefault(text[:1].upper() + text[1:], step.title)
    return tuple(Question(Asked.NOTED, (text, title)) for text, title in found.items())


def asked(
    events: Sequence[Told], quotations: Sequence[Quoted], claims: Sequence[WorkedClaim]
) -> tuple[Question, ...]:
    """Questions on what is in view, none of a kind for which there is nothing to ask."""
    foremost = sorted(events, key=lambda told: -told.event.importance)
    return tuple(
        question
        for kind in (
            _order(events),
            _when(events),
            _who(quotations),
            _differ(foremost),
            _claims(claims),
            _checked(foremost),
        )
        for question in islice(kind, MOST_OF_A_KIND)
    )


def _spread(found: Sequence[Told], most: int = MOST_OF_A_KIND) -> list[Told]:
    """A few of them, from one end to the other."""
    most = min(len(found), most)
    return [found[round(at * (len(found) - 1) / max(most - 1, 1))] for at in range(most)]


def _order(events: Sequence[Told]) -> Iterator[Question]:
    """Important events of different days, by their titles: the order of the alphabet says nothing."""
    by_day = {told.event.start: told for told in events if told.event.precision <= Precision.YEAR}
    most = max((told.event.importance for told in by_day.values()), default=0)
    found = [told for told in by_day.values() if told.event.importance == most]
    if len(found) < IN_ORDER:
        found = list(by_day.values())
    chosen = sorted(told.event.title for told in _spread(found, IN_ORDER))
    if len(chosen) > 2:
        yield Question(Asked.ORDER, tuple(chosen))


def _when(events: Sequence[Told]) -> Iterator[Question]:
    """Of the events that matter and whose date is sure, some from the beginning to the end."""
    sure = [
        told
        for told in events
        if told.checked
        and told.event.importance >= IMPORTANT
        and told.event.precision <= Precision.MONTH
        and not told.event.flags & ~DateFlag.SPAN
    ]
    for told in _spread(sure):
        yield Question(Asked.WHEN, (told.event.title,))


def _who(quotations: Sequence[Quoted]) -> Iterator[Question]:
    if len({quoted.card.source.id for quoted in quotations}) > 1:
        for quoted in _one_a_source(quotations):
            yield Question(Asked.WHO, (quoted.card.passage.selector.exact,))


def _one_a_source(quotations: Iterable[Quoted]) -> Iterator[Quoted]:
    seen: set[int] = set()
    for quoted in quotations:
        if quoted.card.source.id not in seen:
            seen.add(quoted.card.source.id)
            yield quoted


def _differ(foremost: Sequence[Told]) -> Iterator[Question]:
    for told in foremost:
        if told.contested and len(told.sources) > 1:
            yield Question(Asked.DIFFER, (told.event.title,))


def _claims(claims: Sequence[WorkedClaim]) -> Iterator[Question]:
    for worked in claims:
        if worked.quotation and worked.claim.workings:
            yield Question(Asked.CLAIM, (worked.quotation,))


def _checked(foremost: Sequence[Told]) -> Iterator[Question]:
    for told in foremost:
        if not told.checked:
            yield Question(Asked.CHECKED, (told.event.title,))
