"""Reads a document of a library: the dates that stand in it, and what in the library they belong to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import islice

from explorer.domain.detail import EventHeading
from explorer.domain.edtf import event_date, parse
from explorer.domain.errors import DateError, ReaderError
from explorer.domain.event import Extent
from explorer.domain.suggestion import Reason, Rival, Suggestion
from explorer.services.libraries import OpenLibrary
from explorer.services.suggesting.finding import Context, Finder
from explorer.services.suggesting.folding import fold
from explorer.services.suggesting.naming import Names
from explorer.services.suggesting.sentences import sentences
from explorer.services.suggesting.titles import draft_title
from explorer.services.suggestions import FoundDates, Search
from explorer.store import reads

MOST_EVENTS = 20_000
"""In a library of more events their names are not looked for."""

MOST_DATES = 20_000
"""Of a text with more dates, a table perhaps, only the first are given."""

BEFORE = 3_000
"""Characters before a passage that are read for what "that year" means in it, and after it for its end."""

_NAMED = 0.6


def find_in(library: OpenLibrary, source_id: int, search: Search) -> FoundDates:
    """The dates of the document attached to a source.

    Raises:
        ReaderError: there is none.
        CancelledError: the search was called off.
    """
    headings, text, sha, rejected = _material(library, source_id)
    names = Names.of(library.contents.entities, headings.values())
    context = _context(library, source_id)
    dates = Finder(context, search.reach).find(text)
    found = tuple(_with_names(text, islice(dates, MOST_DATES), names, headings))
    is_cut = next(dates, None) is not None
    named = tuple(_named_events(text, found, names, headings, search))
    ordered = sorted((*found, *named), key=lambda one: (one.start, one.date_start))
    return FoundDates(
        source_id,
        sha,
        tuple(ordered),
        tuple(_digests(text, ordered)),
        {id_: headings[id_] for one in ordered for id_ in one.event_ids},
        rejected,
        is_cut,
    )


def _digests(text: str, suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """What each suggestion is known again by; where a sentence is repeated, its number tells them apart."""
    times: Counter[str] = Counter()
    for one in suggestions:
        digest = _digest(text, one)
        times[digest] += 1
        yield digest if times[digest] == 1 else f"{digest}-{times[digest]}"


def _digest(text: str, suggestion: Suggestion) -> str:
    """The sentence, folded, and where in it the date stands, as a hash."""
    sentence = " ".join(fold(text[suggestion.start : suggestion.end]).split()).casefold()
    words = fold(text[suggestion.date_start : suggestion.date_end]).casefold()
    nth = text.count(words, suggestion.start, suggestion.date_start)
    named = suggestion.event_ids if suggestion.reason is Reason.LIBRARY_EVENT else ()
    return sha256(f"{sentence}\n{words}\n{nth}\n{named}".encode("utf-8", "replace")).hexdigest()


def dates_of_passage(library: OpenLibrary, source_id: int, start: int, end: int) -> tuple[Suggestion, ...]:
    """What a passage chosen by hand can be dated by, the best first; see ``Suggestions.of_passage``."""
    headings, text, _, _ = _material(library, source_id)
    names = Names.of(library.contents.entities, headings.values())
    context = _context(library, source_id)
    begin = _line_start(text, max(start - BEFORE, 0))
    after = _line_end(text, end)
    touched = [
        (begin + first, begin + last)
        for first, last in sentences(text[begin:after])
        if begin + first < end and start < begin + last
    ]
    low, high = (touched[0][0], touched[-1][1]) if touched else (start, end)
    dated = (
        replace(
            one,
            start=begin + one.start,
            end=begin + one.end,
            date_start=begin + one.date_start,
            date_end=begin + one.date_end,
        )
        for one in Finder(context).find(text[begin:high])
    )
    own = _with_names(text, (one for one in dated if low <= one.date_start < high), names, headings)
    words = text[low:high]
    named = (
        _named(start, end, headings[id_], words, names.entities_in(words)) for id_ in names.events_in(words)
    )

    def far(one: Suggestion) -> tuple[int, float]:
        return max(one.date_start - end, start - one.date_end, 0), -one.confidence

    dates = sorted(own, key=far)
    offers = [*(one for one in dates if not one.vague), *named]
    if context.published is not None and _is_valid(context.published):
        title = draft_title(words, 0, 0)
        offers.append(
            Suggestion(
                start, end, start, start, context.published, 0.3, Reason.DOCUMENT, "", (), title,
                names.entities_in(words), (),
            )
        )  # fmt: skip
    offers += (one for one in dates if one.vague)
    return tuple(offers)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at, at + BEFORE)
    return end if end >= 0 else min(at + BEFORE, len(text))


def _material(
    library: OpenLibrary, source_id: int
) -> tuple[dict[int, EventHeading], str, str, frozenset[str]]:
    with library.store.reading() as connection:
        document = reads.source_detail(connection, source_id).document
        if document is None:
            raise ReaderError("This source has no text attached. Attach a copy of it first.")
        headings = reads.headings(connection) if len(library.index.id) <= MOST_EVENTS else ()
        rejected = reads.rejected_dates(connection, source_id)
    return {one.id: one for one in headings}, document.text, document.sha256, rejected


def _context(library: OpenLibrary, source_id: int) -> Context:
    source = next((one for one in library.contents.sources if one.id == source_id), None)
    return Context(source.date if source is not None else None, library.contents.eras)


def _with_names(
    text: str, found: Iterator[Suggestion], names: Names, headings: Mapping[int, EventHeading]
) -> Iterator[Suggestion]:
    """The suggestions with whom they name; an event of that name within the date is a closer reading."""
    for one in found:
        sentence = text[one.start : one.end]
        extent = parse(one.edtf).extent
        events = tuple(id_ for id_ in names.events_in(sentence) if _meet(headings[id_].extent, extent))
        closer = tuple(
            Rival(edtf, Reason.LIBRARY_EVENT, headings[id_].label)
            for id_ in events
            if (edtf := date_of(headings[id_])) != one.edtf
        )
        yield replace(
            one, rivals=one.rivals + closer, entity_ids=names.entities_in(sentence), event_ids=events
        )


def _named_events(
    text: str,
    found: tuple[Suggestion, ...],
    names: Names,
    headings: Mapping[int, EventHeading],
    search: Search,
) -> Iterator[Suggestion]:
    """Sentences without a date of their own that name an event of the library."""
    if not (names.events or names.acronyms):
        return
    dated = {one.start for one in found if not one.vague}
    for number, (start, end) in enumerate(sentences(text)):
        if number % 200 == 0:
            search.reach(search.share)
        if start not in dated:
            sentence = text[start:end]
            for id_ in names.events_in(sentence):
                yield _named(start, end, headings[id_], sentence, names.entities_in(sentence))


def _named(start: int, end: int, event: EventHeading, sentence: str, entities: tuple[int, ...]) -> Suggestion:
    title = draft_title(sentence, 0, 0)
    return Suggestion(
        start, end, start, start, date_of(event), _NAMED, Reason.LIBRARY_EVENT, event.label, (), title,
        entities, (event.id,),
    )  # fmt: skip


def date_of(event: EventHeading) -> str:
    """The date of an event as one EDTF text."""
    if event.end is None:
        return event.start
    try:
        return (
            event_date(event.start, event.end).text
            if _is_valid(f"{event.start}/{event.end}")
            else event.start
        )
    except DateError:
        return event.start


def _is_valid(edtf: str) -> bool:
    try:
        parse(edtf)
    except DateError:
        return False
    return True


def _meet(one: Extent, other: Extent) -> bool:
    return one.earliest < other.latest and other.earliest < one.latest
