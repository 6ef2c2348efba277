"""Finds the single dates of a sentence: every pattern runs, traps block, the longest match wins."""

from explorer.services.suggesting.dated import Dated
from explorer.services.suggesting.eras import EraNames
from explorer.services.suggesting.patterns import HINTS, PATTERNS
from explorer.services.suggesting.traps import Trap, traps


def atoms(folded: str, eras: EraNames) -> list[Dated]:
    """The single dates of a folded sentence in order; none overlaps another."""
    hints = {name for name, words in HINTS.items() if words.search(folded)}
    found: list[Dated] = list(eras.dates(folded))
    for pattern in PATTERNS:
        if pattern.hint in hints:
            for match in pattern.expression.finditer(folded):
                date = pattern.make(match)
                if date is not None:
                    found.append(date)
    if not found:
        return []
    blocks = traps(folded) if "digit" in hints else []
    kept: list[Dated] = []
    for date in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(_blocks(block, date) for block in blocks) and not any(_overlap(date, one) for one in kept):
            kept.append(date)
    return sorted(kept, key=lambda one: one.start)


def _blocks(trap: Trap, date: Dated) -> bool:
    """Whether a trap takes the words of a date: a longer date around a soft one wins."""
    if trap.end <= date.start or date.end <= trap.start:
        return False
    return trap.firm or trap.end - trap.start >= date.end - date.start


def _overlap(one: Dated, other: Dated) -> bool:
    return one.start < other.end and other.start < one.end
