"""Carries what was counted for an index over to the same index after an edit, without counting it again."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.edited import EditedIndex
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.rowset import RowSet
from explorer.timeline.splice import SplicedSet, parts_of
from explorer.timeline.spliced import SplicedPassing, SplicedStrata


def joined(index: EditedIndex, one: Sieve, other: Sieve) -> Sieve:
    """The sieve of an edited index, of those of its two parts."""
    strata: Any = SplicedStrata(index.splice, one.strata, other.strata)
    reach: Any = SplicedPassing(one.reach, other.reach)
    return Sieve(SplicedSet(index.splice, one.passing, other.passing), reach, strata)


def carried_set(rows: RowSet, old: EventIndex, new: EditedIndex, *, fresh: bool) -> SplicedSet:
    """A set of rows of ``old`` as one of ``new``, which was made of it by an edit.

    Events that have changed are in it if they were; new ones are if ``fresh``.
    """
    one = parts_of(rows)[0] if isinstance(old, EditedIndex) else rows
    return SplicedSet(new.splice, one, RowSet.of(_side(rows, old, new, fresh=fresh)))


def carried_sieve(sieve: Sieve, old: EventIndex, new: EditedIndex) -> Sieve:
    """The same filter. Events that have changed pass if they did, and new ones do: only a guess for those."""
    if sieve.passing is None:
        return Sieve.build(new, None)
    among = _side(sieve.passing, old, new, fresh=True)
    one = sieve
    if isinstance(old, EditedIndex):
        strata, reach = sieve.strata, sieve.reach
        one = Sieve(parts_of(sieve.passing)[0], getattr(reach, "one", None), getattr(strata, "one", strata))
    return joined(new, one, Sieve.build(new.side, among))


def _side(rows: RowSet, old: EventIndex, new: EditedIndex, *, fresh: bool) -> NDArray[np.bool_]:
    """Which rows of the second part are in a set of rows of the index before."""
    before = old.find(new.side.id)
    found = np.full(len(before), fresh, np.bool_)
    known = before >= 0
    found[known] = rows[before[known]]
    return found


def carried(
    visible: Sieve | None, lit: RowSet | None, old: EventIndex, new: EventIndex
) -> tuple[Sieve | None, RowSet | None]:
    """Filter and search for the index after an edit; None for any other index."""
    if not isinstance(new, EditedIndex) or not new.follows(old):
        return None, None
    return (
        None if visible is None else carried_sieve(visible, old, new),
        None if lit is None else carried_set(lit, old, new, fresh=False),
    )
