"""Which events pass a choice of facets, and how many each value would show.

A value that many events have is a bitmap (one bit an event), a rare one a list of rows: never more than an
eighth of a byte an event and value, whatever the number of events. Nothing loops over events.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from explorer.domain.contents import Contents
from explorer.domain.entity import EntityKind
from explorer.domain.event import DateFlag, Precision
from explorer.domain.facet import (
    CONTEXT_ONLY,
    IMPORTANCES,
    DateRange,
    EvidenceValue,
    Exactness,
    FacetChoice,
    FacetGroup,
    LayerValue,
)
from explorer.domain.source import SourceRole
from explorer.timeline.distinct import among
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.reaching import lies_in
from explorer.timeline.rowset import RowSet, Words, pack, unpack, words_for
from explorer.timeline.strata import IMPORTANCES as CLASSES

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]

RARE = 32
"""A value with fewer than one event in ``RARE`` is kept as rows: at 4 bytes each, smaller than a bitmap."""
PEOPLE = (EntityKind.PERSON, EntityKind.BODY)


class Pairs(Protocol):
    """Who has what: int32[m, 2] of (event id, entity id) and (event id, source id), with repetitions."""

    @property
    def entity(self) -> NDArray[np.int32]: ...  # noqa: D102
    @property
    def source(self) -> NDArray[np.int32]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """``count[i]`` events have ``value[i]`` and pass the other groups' choices. Both int32[values]."""

    value: Ints
    count: Ints

    def of(self, value: int) -> int:
        """The count of one value; 0 if the group does not have it."""
        found = np.flatnonzero(self.value == value)
        return int(self.count[found[0]]) if found.size else 0


@dataclass(frozen=True, slots=True)
class FacetAnswer:
    """``visible`` tells which events pass, None if nothing is chosen; they are ``shown`` of ``total``."""

    choice: FacetChoice
    visible: Sieve | None
    shown: int
    total: int
    counts: Mapping[FacetGroup, GroupCounts]


def in_range(earliest: ArrayLike, latest: ArrayLike, dates: DateRange) -> Bools:
    """Which dates lie in a range, certainly or possibly. A date without length lies where it begins."""
    first, last = np.asarray(earliest, np.float64), np.asarray(latest, np.float64)
    return lies_in(first, last, dates.start, dates.end, certain=dates.certain)


class _Values:
    """The values of one group and who has them."""

    def __init__(
        self, size: int, values: Ints, bitmaps: dict[int, Words], offsets: NDArray[np.int64], rows: Ints
    ):
        """``bitmaps`` by position in ``values``; the others' rows at ``rows[offsets[i]:offsets[i + 1]]``."""
        self.values = values
        self._size = size
        self._bitmaps = bitmaps
        self._offsets = offsets
        self._rows = rows
        self._totals = self._count(None)

    @classmethod
    def of_pairs(cls, size: int, values: Ints, rows: Ints, having: NDArray[np.integer]) -> Self:
        """From pairs (row, position in ``values``), in any order and with repetitions."""
        keys = np.sort(having.astype(np.int64) * size + rows)
        keys = keys[np.diff(keys, prepend=-1) > 0]
        offsets = np.searchsorted(keys, np.arange(values.size + 1, dtype=np.int64) * size)
        sorted_rows = (keys % max(size, 1)).astype(np.int32)
        common = np.flatnonzero(np.diff(offsets) * RARE >= max(size, 1))
        keep = np.ones(keys.size, np.bool_)
        bitmaps = {}
        for position in common.tolist():
            part = slice(int(offsets[position]), int(offsets[position + 1]))
            mask = np.zeros(size, np.bool_)
            mask[sorted_rows[part]] = True
            bitmaps[position] = pack(mask)
            keep[part] = False
        lengths = np.diff(offsets)
        lengths[common] = 0
        return cls(size, values, bitmaps, np.concatenate([[0], np.cumsum(lengths)]), sorted_rows[keep])

    @classmethod
    def of_masks(cls, size: int, masks: Mapping[int, Bools]) -> Self:
        """From one mask a value: for the few values that every library has."""
        values = np.fromiter(masks, np.int32, len(masks))
        bitmaps = {position: pack(mask) for position, mask in enumerate(masks.values())}
        return cls(size, values, bitmaps, np.zeros(values.size + 1, np.int64), np.empty(0, np.int32))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Flat: the values, which of them are bitmaps, those bitmaps, and the rows of the others."""
        return {
            "values": self.values,
            "common": np.fromiter(self._bitmaps, np.int32, len(self._bitmaps)),
            "bitmaps": np.concatenate([np.empty(0, np.uint64), *self._bitmaps.values()]),
            "offsets": self._offsets,
            "rows": self._rows,
        }

    @classmethod
    def from_arrays(cls, size: int, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """What :meth:`to_arrays` was asked for, over ``size`` events."""
        common = arrays["common"].tolist()
        bitmaps = arrays["bitmaps"].reshape(len(common), words_for(size))
        return cls(
            size, arrays["values"], dict(zip(common, bitmaps, strict=True)), arrays["offsets"], arrays["rows"]
        )

    def having(self, chosen: Iterable[int]) -> Words:
        """The events with any of the values chosen; values that the group does not have select nothing."""
        wanted = set(chosen)
        rare = [np.empty(0, np.int32)]
        words = None
        for position, value in enumerate(self.values.tolist()):
            if value not in wanted:
                continue
            if position in self._bitmaps:
                words = self._bitmaps[position] if words is None else words | self._bitmaps[position]
            else:
                rare.append(self._rows[self._offsets[position] : self._offsets[position + 1]])
        rows = np.concatenate(rare)
        if words is None or len(rows):
            some = RowSet.of_rows(rows, self._size).words
            words = some if words is None else words | some
        return words

    def counts(self, passing: Words | None) -> GroupCounts:
        """How many of the events that pass have each value; None for all events."""
        return GroupCounts(self.values, self._totals if passing is None else self._count(passing))

    def _count(self, passing: Words | None) -> Ints:
        count = np.zeros(self.values.size, np.int32)
        lengths = np.diff(self._offsets)
        filled = np.flatnonzero(lengths)
        if passing is None:
            count[filled] = lengths[filled]
        elif filled.size:
            passes = unpack(passing, self._size).view(np.uint8).take(self._rows)
            count[filled] = np.add.reduceat(passes, self._offsets[filled], dtype=np.int32)
        for position, words in self._bitmaps.items():
            count[position] = _ones(words if passing is None else words & passing)
        return count


class _Lanes:
    """The themes: each is a lane, so its events are a range of rows."""

    def __init__(self, index: EventIndex, values: Ints) -> None:
        self._values = values
        self._offsets = index.lane_offsets
        self._size = index.size

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The values."""
        return {"values": self._values}

    def having(self, chosen: Iterable[int]) -> Words:
        """The events with any of the values chosen."""
        mask = np.zeros(self._size, np.bool_)
        for lane in np.flatnonzero(among(self._values, np.fromiter(chosen, np.int32))).tolist():
            mask[self._offsets[lane] : self._offsets[lane + 1]] = True
        return pack(mask)

    def counts(self, passing: Words | None) -> GroupCounts:
        """How many of the events that pass have each value; None for all events."""
        edges = self._offsets if passing is None else RowSet(passing, self._size).before(self._offsets)
        return GroupCounts(self._values, np.diff(edges).astype(np.int32))


_Group = _Values | _Lanes
Part = FacetGroup | str
"""What narrows the events: a group, or something else by name."""


class FacetTable:
    """All groups over the rows of an event index."""

    def __init__(self, index: EventIndex, groups: dict[FacetGroup, _Group]):
        self.size = index.size
        self._index = index
        self._groups = groups
        self._known: tuple[FacetChoice, Sieve | None] = (FacetChoice(), None)

    @classmethod
    def build(cls, index: EventIndex, contents: Contents, pairs: Pairs) -> Self:
        """Build from the columns in row order, the values that the library has, and who has them.

        Themes are values in the order of the lanes; substances and sources that are no articles are none.
        """
        size = index.size
        themes = np.array(
            [theme.id for theme in sorted(contents.themes, key=lambda theme: theme.order)], np.int32
        )
        articles = _ids(source.id for source in contents.sources if source.role is SourceRole.ARTICLE)
        people = _ids(entity.id for entity in contents.entities if entity.kind in PEOPLE)
        places = _ids(entity.id for entity in contents.entities if entity.kind is EntityKind.PLACE)
        groups: dict[FacetGroup, _Group] = {
            FacetGroup.THEME: _Lanes(index, themes),
            FacetGroup.SOURCE: _with_context_only(index, articles, pairs.source),
            FacetGroup.PEOPLE: _paired(index, people, pairs.entity),
            FacetGroup.PLACE: _paired(index, places, pairs.entity),
            FacetGroup.IMPORTANCE: _importances(index),
            FacetGroup.EXACTNESS: _exactness(index),
            FacetGroup.LAYER: _Values.of_masks(
                size, {int(value): index.layer == int(value) for value in LayerValue}
            ),
            FacetGroup.EVIDENCE: _Values.of_masks(
                size,
                {
                    int(EvidenceValue.NO_PASSAGE): index.sources == 0,
                    int(EvidenceValue.CONTESTED): np.asarray(index.contested),
                },
            ),
        }
        return cls(index, groups)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """All that building costs, as flat arrays by name, to be kept beside those of the index.

        They belong to one :data:`explorer.timeline.index.LAYOUT`.
        """
        return {
            f"{group.value}.{name}": array
            for group, values in self._groups.items()
            if group is not FacetGroup.IMPORTANCE
            for name, array in values.to_arrays().items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], index: EventIndex) -> Self:
        """The table that :meth:`to_arrays` was asked for; ``index`` holds the same events."""
        parts: dict[str, dict[str, NDArray[Any]]] = {}
        for name, array in arrays.items():
            group, _, part = name.partition(".")
            parts.setdefault(group, {})[part] = array
        themes = parts.pop(FacetGroup.THEME.value)["values"]
        groups: dict[FacetGroup, _Group] = {
            FacetGroup.THEME: _Lanes(index, themes),
            FacetGroup.IMPORTANCE: _importances(index),
        }
        groups |= {FacetGroup(group): _Values.from_arrays(index.size, some) for group, some in parts.items()}
        return cls(index, groups)

    def visible(self, choice: FacetChoice) -> Bools:
        """Which events pass: bool[n] in row order."""
        passing = all_of(self.passing(choice).values())
        return np.ones(self.size, np.bool_) if passing is None else unpack(passing, self.size)

    def counts(self, choice: FacetChoice) -> dict[FacetGroup, GroupCounts]:
        """The exact count of every value, each group under the choices of the others and the dates."""
        return self.counts_of(self.passing(choice))

    def answer(self, choice: FacetChoice) -> FacetAnswer:
        """Both in one go."""
        passing = self.passing(choice)
        whole = all_of(passing.values())
        return FacetAnswer(
            choice=choice,
            visible=self._sieve(choice, whole),
            shown=self.size if whole is None else _ones(whole),
            total=self.size,
            counts=self.counts_of(passing),
        )

    def sieve(self, choice: FacetChoice) -> Sieve | None:
        """What passes; for the choice that was asked about last, the very same sieve as then, at once."""
        known, made = self._known
        return made if known == choice else self._sieve(choice, all_of(self.passing(choice).values()))

    def _sieve(self, choice: FacetChoice, whole: Words | None) -> Sieve | None:
        known, made = self._known
        if known != choice:
            made = None if whole is None else Sieve.build(self._index, RowSet(whole, self.size))
            self._known = choice, made
        return made

    def passing(self, choice: FacetChoice) -> dict[Part, Words]:
        """What passes each part of a choice: its groups, and under "dates" the range of time."""
        passing: dict[Part, Words] = {}
        for group, values in self._groups.items():
            chosen = choice.of(group)
            if group is FacetGroup.IMPORTANCE and choice.importance > IMPORTANCES[0]:
                chosen = frozenset(range(choice.importance, IMPORTANCES[-1] + 1))
            if chosen:
                passing[group] = values.having(chosen)
        if choice.dates is not None:
            dates = choice.dates
            passing["dates"] = pack(self._index.reach.meeting(dates.start, dates.end, certain=dates.certain))
        return passing

    def counts_of(self, passing: Mapping[Part, Words]) -> dict[FacetGroup, GroupCounts]:
        """The count of every value, each group under all parts but its own."""
        whole = all_of(passing.values())
        counts = {}
        for group, values in self._groups.items():
            under = whole
            if group in passing:
                under = all_of(words for other, words in passing.items() if other is not group)
            counts[group] = values.counts(under)
        return counts


def _ids(values: Iterable[int]) -> Ints:
    return np.array(sorted(set(values)), np.int32)


def _paired(index: EventIndex, values: Ints, pairs: NDArray[np.int32]) -> _Values:
    return _Values.of_pairs(index.size, values, *_known(index, values, pairs))


def _known(index: EventIndex, values: Ints, pairs: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Rows, and positions in ``values``, of the pairs whose event and value are both there."""
    position = np.full(max(values.max(initial=0), pairs[:, 1].max(initial=0)) + 1, -1, np.int32)
    position[values] = np.arange(values.size, dtype=np.int32)
    having = position[pairs[:, 1]]
    there = (having >= 0) & np.isin(pairs[:, 0], index.id)
    return np.asarray(index.rows_of(pairs[there, 0]), np.int32), having[there]


def _with_context_only(index: EventIndex, articles: Ints, pairs: NDArray[np.int32]) -> _Values:
    alone = np.flatnonzero((index.layer == int(LayerValue.CONTEXT)) & (index.sources == 0)).astype(np.int32)
    rows, position = _known(index, articles, pairs)
    return _Values.of_pairs(
        index.size,
        np.append(articles, np.int32(CONTEXT_ONLY)),
        np.concatenate([rows, alone]),
        np.concatenate([position, np.full(alone.size, articles.size, np.int32)]),
    )


def _importances(index: EventIndex) -> _Values:
    """The bitmaps are those of the index."""
    classes = dict(zip(CLASSES, index.strata.classes, strict=True))
    values = np.array(IMPORTANCES, np.int32)
    bitmaps = {position: classes[value].words for position, value in enumerate(IMPORTANCES)}
    return _Values(index.size, values, bitmaps, np.zeros(len(values) + 1, np.int64), np.empty(0, np.int32))


def _exactness(index: EventIndex) -> _Values:
    guess = (index.flags & int(DateFlag.APPROXIMATE | DateFlag.UNCERTAIN)) != 0
    guess |= index.precision >= int(Precision.DECADE)
    day = ~guess & (index.precision <= int(Precision.DAY))
    year = ~guess & (index.precision == int(Precision.YEAR))
    masks = {
        Exactness.DAY: day,
        Exactness.MONTH: ~(guess | day | year),
        Exactness.YEAR: year,
        Exactness.ABOUT: guess,
    }
    return _Values.of_masks(index.size, {int(value): mask for value, mask in masks.items()})


def all_of(parts: Iterable[Words]) -> Words | None:
    """The events that pass all parts; None if there is none."""
    whole: Words | None = None
    for words in parts:
        whole = words if whole is None else whole & words
    return whole


def _ones(words: Words) -> int:
    return int(np.bitwise_count(words).sum(dtype=np.int64))
