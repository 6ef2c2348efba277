"""The eras of the library as dates: "the Nixon era", "under Carter", "late in Reagan's second term"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.domain.event import Era
from explorer.domain.suggestion import Reason
from explorer.services.suggesting.building import part_named
from explorer.services.suggesting.dated import Dated, Unit
from explorer.services.suggesting.pieces import PART

_OFFICE = r"(?:era|years|presidency|term|tenure|time\s+in\s+office|premiership|reign|rule|decade)"
_TITLES = r"(?:(?:President|Premier|Prime\s+Minister|Chairman|King|Queen|Emperor)\s+)?"
_TERM_YEARS = 4
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class EraNames:
    """The eras of a library, ready to be looked for."""

    eras: dict[str, Era]
    expression: re.Pattern[str] | None

    @classmethod
    def of(cls, eras: Sequence[Era]) -> "EraNames":
        """Take the eras that have a name of letters and an end or a start."""
        named = {
            era.title: era for era in eras if 2 < len(era.title) <= _LONGEST_NAME and era.title[0].isalpha()
        }
        if not named:
            return cls({}, None)
        names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
        return cls(
            named,
            re.compile(
                rf"(?:{PART})?\b(?:"
                rf"(?P<owner>{names})(?:'s)?\s+(?:(?P<term>(?i:first|second))\s+|[\"'\w\s]{{1,24}}?\s)??(?i:{_OFFICE})\b"
                rf"|(?P<under>(?i:under|during|throughout))\s+(?:the\s+)?{_TITLES}(?P<ruler>{names})(?!\w|'s?\b|\s+(?:[A-Z]|(?i:administration|government|white|cabinet)))"
                rf")"
            ),
        )

    def named_in(self, folded: str) -> bool:
        """Whether a folded sentence may speak of an era."""
        return self.expression is not None and any(name in folded for name in self.eras)

    def dates(self, folded: str) -> Iterator[Dated]:
        """The eras that a folded sentence speaks of as a time. "The Nixon administration did" is none."""
        if self.expression is None:
            return
        for match in self.expression.finditer(folded):
            name = match["owner"] or match["ruler"]
            era = self.eras[name]
            if match["under"] and era.entity_id is None and match["under"].lower() == "under":
                continue
            span = _term(era, match["term"])
            if span is not None:
                yield Dated(
                    *match.span(),
                    Unit.SPAN,
                    span=span,
                    part=part_named(match),
                    confidence=0.6,
                    reason=Reason.ERA,
                    basis=era.title,
                )


def _term(era: Era, number: str | None) -> tuple[str, str] | None:
    """The whole of an era, or one of its terms of four years."""
    last = era.end or ".."
    if number is None:
        return era.start, last
    if len(era.start) != 10:
        return None
    middle = f"{int(era.start[:4]) + _TERM_YEARS:04}{era.start[4:]}"
    if number.lower() == "first":
        return era.start, min(middle, last) if last != ".." else middle
    return (middle, last) if last == ".." or middle < last else None
