"""Finds the source, the place and the events of annotations, before anything is written."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.domain.annotation import Fate, NamedSource, PlacedAnnotation, ReadAnnotation
from explorer.domain.paragraphs import paragraphs
from explorer.domain.passage import AnchorState, Passage, Selector
from explorer.domain.source import Source
from explorer.store.reads.citing import RecordsKnown

CONTEXT = 32
"""Characters of the text that a selector keeps on either side of the words."""


@dataclass(frozen=True, slots=True)
class Known:
    """What of a library annotations are compared with.

    ``text_of`` answers the attached text of a source, None without one; ``addresses`` are ids of sources by
    their address, as :func:`addresses` makes them.
    """

    sources: tuple[Source, ...]
    text_of: Callable[[int], str | None]
    addresses: Mapping[str, int]
    records: RecordsKnown


def place(
    annotations: Sequence[ReadAnnotation], known: Known, pulse: Callable[[], None]
) -> tuple[PlacedAnnotation, ...]:
    """What would become of each annotation. What ``pulse``, called now and then, raises ends the work."""
    named = [_meant(read.source, known) for read in annotations]
    found: dict[int, PlacedAnnotation] = {}
    for source in dict.fromkeys(one for one in named if one is not None):
        here = [
            read for read, meant in zip(annotations, named, strict=True) if meant is source and read.selector
        ]
        for placed in _in_text(here, source, known, pulse):
            found[placed.read.number] = placed
    return tuple(
        _known(found[read.number], known) if read.number in found else _left_out(read, source)
        for read, source in zip(annotations, named, strict=True)
    )


def _meant(named: NamedSource, known: Known) -> Source | None:
    """By uuid, by the file's SHA-256, by address, and last by title, if one source only has it."""
    by_id = {source.id: source for source in known.sources}
    for source in known.sources:
        if named.uuid and source.uuid == named.uuid:
            return source
    if named.sha256:
        for source in known.sources:
            if source.sha256 == named.sha256:
                return source
        if named.sha256 in known.records.sums:
            return by_id[known.records.sums[named.sha256]]
    if named.url and _address(named.url) in known.addresses:
        return by_id[known.addresses[_address(named.url)]]
    title = _folded(named.title)
    alike = [source for source in known.sources if title and _folded(source.title) == title]
    return alike[0] if len(alike) == 1 else None


def _in_text(
    annotations: Sequence[ReadAnnotation], source: Source, known: Known, pulse: Callable[[], None]
) -> Iterable[PlacedAnnotation]:
    text = known.text_of(source.id)
    if text is None:
        for read in annotations:
            yield _without_text(read, source)
        return
    from explorer.services.anchoring import anchor

    passages = [_as_passage(read, source.id) for read in annotations]
    starts = paragraphs(text)
    for read, found in zip(annotations, anchor(text, passages, pulse), strict=True):
        if found.state not in {AnchorState.EXACT, AnchorState.MOVED} or found.start is None:
            sentence = f"Its words are not found in the text of “{source.label}”."
            yield PlacedAnnotation(read, Fate.LEFT_OUT, source, problems=(*read.problems, sentence))
            continue
        end = found.end if found.end is not None else found.start
        selector = Selector(
            exact=text[found.start : end],
            prefix=text[max(found.start - CONTEXT, 0) : found.start],
            suffix=text[end : end + CONTEXT],
            start=found.start,
            end=end,
            paragraph=max(bisect_right(starts, found.start), 1),
        )
        yield PlacedAnnotation(read, Fate.NEW, source, selector, anchored=True, problems=read.problems)


def _without_text(read: ReadAnnotation, source: Source) -> PlacedAnnotation:
    assert read.selector is not None
    if read.selector.start < 0:
        sentence = f"“{source.label}” has no text in this library. Attach its text, then import again."
        return PlacedAnnotation(read, Fate.LEFT_OUT, source, problems=(*read.problems, sentence))
    sentence = f"“{source.label}” has no text in this library; the words could not be compared."
    selector = replace(read.selector, paragraph=max(read.selector.paragraph, 1))
    return PlacedAnnotation(read, Fate.NEW, source, selector, problems=(*read.problems, sentence))


def _as_passage(read: ReadAnnotation, source_id: int) -> Passage:
    selector = read.selector
    assert selector is not None
    # Without a position the first place is as good as any: the words and what is around them decide.
    start = max(selector.start, 0)
    selector = replace(selector, start=start, end=start + len(selector.exact))
    return Passage(read.number, "", "", source_id, selector, "", "event", None, "", "", ())


def _known(placed: PlacedAnnotation, known: Known) -> PlacedAnnotation:
    """An annotation of a passage that may be there already, with the events it adds to it."""
    if placed.fate is Fate.LEFT_OUT or placed.source is None or placed.selector is None:
        return placed
    records = known.records
    place = (placed.source.id, placed.selector.start, placed.selector.exact)
    passage_id = records.passages.get(placed.read.uuid, records.places.get(place))
    links = []
    problems = list(placed.problems if passage_id is None else placed.read.problems)
    for link in placed.read.links:
        event_id = records.events.get(link.uuid)
        if event_id is None:
            name = f" “{link.title[:80]}”" if link.title else ""
            problems.append(f"The event{name} is not in this library; the passage comes without it.")
        elif passage_id is None or (passage_id, event_id) not in records.evidence:
            links.append((event_id, link))
    fate = Fate.NEW
    if passage_id is not None:
        fate = Fate.LINKED if links else Fate.KNOWN
    unique = {event_id: (event_id, link) for event_id, link in links}
    return replace(
        placed, fate=fate, passage_id=passage_id, links=tuple(unique.values()), problems=tuple(problems)
    )


def _left_out(read: ReadAnnotation, source: Source | None) -> PlacedAnnotation:
    if source is not None:
        return PlacedAnnotation(read, Fate.LEFT_OUT, source, problems=read.problems)
    name = read.source.title or read.source.url or read.source.uuid
    said = f"No source of this library is “{name[:80]}”." if name else "It names no source."
    return PlacedAnnotation(read, Fate.LEFT_OUT, None, problems=(*read.problems, said))


def _address(url: str) -> str:
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").rstrip("/")


def _folded(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def addresses(sources: Iterable[Source]) -> dict[str, int]:
    """The addresses of sources, as they are compared, by source."""
    import json

    found: dict[str, int] = {}
    for source in sources:
        csl = json.loads(source.csl) if source.csl.startswith("{") else {}
        url, doi = csl.get("URL"), csl.get("DOI")
        if isinstance(url, str) and url:
            found.setdefault(_address(url), source.id)
        if isinstance(doi, str) and doi:
            found.setdefault(f"doi.org/{doi}", source.id)
    return found
