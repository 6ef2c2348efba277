"""The order of a bibliography, and the letters that tell works of one author and year apart."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from explorer.domain.citation import CitationStyle
from explorer.domain.reference import Reference
from explorer.services.bibliography.dates import first_year
from explorer.services.bibliography.records import without_marks
from explorer.services.citations.legal import KINDS
from explorer.services.citations.styles import FACTS

_ARTICLES = ("a ", "an ", "the ")
_WITH_LETTERS = frozenset((CitationStyle.APA, CitationStyle.HARVARD))


def in_order(references: Iterable[Reference], style: CitationStyle) -> tuple[Reference, ...]:
    """References by author (or title, where there is none), then title and date as the style has it."""

    def key(reference: Reference) -> tuple[object, ...]:
        title, date = _title(reference), reference.date or ""
        rest = (title, date) if FACTS[style].by_title else (date, title)
        return (_author(reference) or (title,), *rest, reference.key)

    return tuple(sorted(references, key=key))


def year_letters(references: Sequence[Reference], style: CitationStyle) -> tuple[str, ...]:
    """For each reference "", or the letter after its year, in styles that cite by author and year."""
    letters = [""] * len(references)
    if style not in _WITH_LETTERS:
        return tuple(letters)
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for at, reference in enumerate(references):
        if reference.date and reference.authors and reference.kind not in KINDS:
            alike[(_author(reference), first_year(reference.date))].append(at)
    for places in alike.values():
        for number, at in enumerate(places if len(places) > 1 else ()):
            letters[at] = _letter(number)
    return tuple(letters)


def _letter(number: int) -> str:
    """A, b ... z, aa, ab ..."""
    text = chr(ord("a") + number % 26)
    return text if number < 26 else _letter(number // 26 - 1) + text


def _author(reference: Reference) -> tuple[str, ...]:
    if reference.kind in KINDS:
        return ()
    names = reference.authors or reference.editors
    return tuple(_folded(f"{name.family or name.literal} {name.given}") for name in names)


def _title(reference: Reference) -> str:
    title = _folded(without_marks(reference.title))
    return next((title.removeprefix(article) for article in _ARTICLES if title.startswith(article)), title)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter for letter in letters if letter.isalnum() or letter.isspace())
    return " ".join("".join(kept).split())
