"""Finds out whether a text is in the library already, or is a copy of a source that is quoted there."""

from collections.abc import Sequence
from statistics import median

from explorer.domain.adding import CopyOf, Twin
from explorer.domain.passage import Passage
from explorer.domain.reading import Reading
from explorer.services.libraries import OpenLibrary
from explorer.services.reading.sketch import likeness
from explorer.services.workers import Errand
from explorer.store import reads
from explorer.store.contents_kept import sha256_of
from explorer.store.engine import Transaction

PERHAPS = 0.08
"""The share of runs of words in common from which two texts are laid beside each other."""
ALIKE = 0.85
"""How like the samples of two texts must be, letter for letter, for them to be called nearly the same."""
LENGTHS = 0.7
"""Of the longer text, how long the shorter one must be: a chapter is no copy of its book."""
SAMPLES = 9
SAMPLE = 400
AROUND = 4_000
"""Letters before and after its place among which a sample is looked for, beside a share of the text."""
DRIFT = 0.05
QUOTATIONS = 12
FOUND = 0.5
"""Of the quotations that are tried, how many a file must hold to be taken for a copy."""
TITLE = 8
"""Letters of the shortest title by which a source is known again."""
_PIECE = 10_000


def twin_of(connection: Transaction, sha256: str, reading: Reading, errand: Errand) -> Twin | None:
    """The document of the library that a file is, or is nearly; None if it is new.

    Args:
        connection: shows the library as it is.
        sha256: of the file.
        reading: its text.
        errand: may call it off.
    """
    text_sha256 = sha256_of(reading.text.encode())
    near: list[tuple[float, reads.KnownDocument]] = []
    for known in reads.known_documents(connection):
        same_file, same_text = known.sha256 == sha256, known.text_sha256 == text_sha256
        if same_file or same_text:
            return Twin(known.source_id, known.title, 1.0, same_file, same_text)
        share = likeness(known.sketch, reading.sketch)
        if share >= PERHAPS:
            near.append((share, known))
    for _, known in sorted(near, key=_share, reverse=True)[:3]:
        errand.go_on()
        document = reads.document_of(connection, known.source_id)
        alike = likeness_of(reading.text, document.text) if document is not None else 0.0
        if alike >= ALIKE:
            return Twin(known.source_id, known.title, alike, same_file=False, same_text=False)
    return None


def likeness_of(one: str, other: str) -> float:
    """How like two texts are by samples of their letters, 0 to 1; 0 if one is much longer.

    Case, spaces and punctuation do not count. A sample is looked for near its place in the other text.
    """
    from rapidfuzz.fuzz import partial_ratio

    if min(len(one), len(other)) < LENGTHS * max(len(one), len(other)):
        return 0.0
    scores = []
    around = AROUND + round(DRIFT * len(other))
    for at in range(SAMPLES):
        start = round((len(one) - SAMPLE) * at / (SAMPLES - 1)) if len(one) > SAMPLE else 0
        sample = _folded(one[start : start + SAMPLE])
        there = round(start / max(len(one), 1) * len(other))
        region = _folded(other[max(there - around, 0) : there + SAMPLE + around])
        if sample:
            scores.append(partial_ratio(sample, region) / 100 if len(sample) <= len(region) else 0.0)
    return float(median(scores)) if scores else 0.0


def copy_of(library: OpenLibrary, connection: Transaction, reading: Reading, errand: Errand) -> CopyOf | None:
    """The source without text of which a document is a copy, if there is one.

    Most of its quotations stand in the document, or nothing is quoted of it and the titles are the same.
    """
    text, title = reading.text, _folded(reading.found.title)
    attached = {known.source_id for known in reads.known_documents(connection)}
    folded = ""
    best: CopyOf | None = None
    for source in library.contents.sources:
        if source.id in attached:
            continue
        errand.go_on()
        tried = _longest(reads.passages(connection, source.id))
        if not tried:
            if best is None and len(title) >= TITLE and title == _folded(source.title):
                best = CopyOf(source.id, source.title, 0, 0)
            continue
        folded = folded or "".join(_folded(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))
        found = sum(_folded(passage.selector.exact) in folded for passage in tried)
        if found >= FOUND * len(tried) and (best is None or found / len(tried) > _found_share(best)):
            best = CopyOf(source.id, source.title or source.label, found, len(tried))
    return best


def _found_share(copy: CopyOf) -> float:
    return copy.found / copy.tried if copy.tried else 0.0


def _longest(passages: Sequence[Passage]) -> list[Passage]:
    return sorted(passages, key=_length, reverse=True)[:QUOTATIONS]


def _length(passage: Passage) -> int:
    return len(passage.selector.exact)


def _folded(text: str) -> str:
    """Letters and digits only, small."""
    return "".join(filter(str.isalnum, text.casefold()))


def _share(near: tuple[float, reads.KnownDocument]) -> float:
    return near[0]
