"""The facets of an index in which some events have changed: those of its two parts, added up."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from explorer.domain.contents import Contents
from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.timeline.carrying import joined
from explorer.timeline.distinct import among
from explorer.timeline.edited import EditedIndex
from explorer.timeline.filters import FacetAnswer, FacetTable, GroupCounts, Pairs
from explorer.timeline.mask import Sieve
from explorer.timeline.rowset import pack

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class SomePairs:
    """Who has what, of some events."""

    entity: NDArray[np.int32]
    source: NDArray[np.int32]

    def without(self, ids: NDArray[np.int32]) -> "SomePairs":
        """Those of all other events."""
        return SomePairs(*(pairs[~among(pairs[:, 0], ids)] for pairs in (self.entity, self.source)))

    def with_others(self, others: Pairs) -> "SomePairs":
        """These and others."""
        return SomePairs(
            np.concatenate((self.entity, others.entity)), np.concatenate((self.source, others.source))
        )


NO_PAIRS = SomePairs(np.empty((0, 2), np.int32), np.empty((0, 2), np.int32))


class EditedFacets(FacetTable):
    """All groups over the rows of an edited index."""

    def __init__(self, index: EditedIndex, base: FacetTable, contents: Contents, pairs: SomePairs) -> None:
        """``base`` is the table of the first part of the index, ``pairs`` are those of the second."""
        super().__init__(index, {})
        self._edited = index
        self._contents = contents
        self.base = base
        self.pairs = pairs

    @cached_property
    def side(self) -> FacetTable:
        """The table of the second part; made when it is first asked for, which is mostly after a frame."""
        return FacetTable.build(self._edited.side, self._contents, self.pairs)

    def visible(self, choice: FacetChoice) -> Bools:
        """Which events pass: bool[space] by row."""
        one = self.base.visible(choice)
        one[self._edited.splice.dead] = False
        return np.concatenate((one, self.side.visible(choice)))

    def counts(self, choice: FacetChoice) -> dict[FacetGroup, GroupCounts]:
        """The exact count of every value, each group under the choices of the others and the dates."""
        passing = self.base.passing(choice)
        dead = self._edited.splice.dead
        if len(dead):
            live = np.ones(self.base.size, np.bool_)
            live[dead] = False
            passing["live"] = pack(live)
        counts = self.base.counts_of(passing)
        return {group: _sum(counts[group], more) for group, more in self.side.counts(choice).items()}

    def answer(self, choice: FacetChoice) -> FacetAnswer:
        """Both in one go."""
        sieve = self.sieve(choice)
        total = self._edited.size
        shown = total if sieve is None or sieve.passing is None else sieve.passing.count
        return FacetAnswer(choice, sieve, shown, total, self.counts(choice))

    def sieve(self, choice: FacetChoice) -> Sieve | None:
        """What passes; at once if the table of the first part was asked about this choice last."""
        one = self.base.sieve(choice)
        other = None if one is None else self.side.sieve(choice)
        return None if one is None or other is None else joined(self._edited, one, other)


def edited_facets(facets: FacetTable, index: EditedIndex, contents: Contents, pairs: Pairs) -> EditedFacets:
    """The table after a change of a few events.

    Args:
        facets: The table before; it stays as it is.
        index: Made by the same change of the index of that table.
        contents: The values that the library has now.
        pairs: Who has what among the events that are new or have changed.
    """
    base, known = facets, NO_PAIRS
    if isinstance(facets, EditedFacets):
        base, known = facets.base, facets.pairs
    all_pairs = known.without(index.touched).with_others(pairs)
    return EditedFacets(index, base, contents, all_pairs)


def _sum(one: GroupCounts, other: GroupCounts) -> GroupCounts:
    """The counts of the values that there are now, which ``other`` has."""
    order = np.argsort(one.value, kind="stable")
    counts = other.count.copy()
    if len(order):
        at = np.minimum(one.value.searchsorted(other.value, sorter=order), len(order) - 1)
        known = one.value[order[at]] == other.value
        counts[known] += one.count[order[at[known]]]
    return GroupCounts(other.value, counts)
