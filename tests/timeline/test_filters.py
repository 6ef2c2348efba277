"""Filters against brute force: the same answer as asking every event in turn."""

import time
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.contents import Contents
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.event import DateFlag, Precision, Status, Theme
from explorer.domain.facet import CONTEXT_ONLY, DateRange, Exactness, FacetChoice, FacetGroup
from explorer.domain.source import Source, SourceRole
from explorer.timeline.filters import FacetTable, in_range
from explorer.timeline.index import EventIndex

GROUPS = tuple(group for group in FacetGroup if group is not FacetGroup.IMPORTANCE)


@dataclass
class Pairs:
    entity: np.ndarray
    source: np.ndarray


def entity(number: int, kind: EntityKind) -> Entity:
    return Entity(number, "", f"e{number}", kind, f"E{number}", (), "", "", None, None, Status.CHECKED)


def source(number: int, role: SourceRole) -> Source:
    return Source(
        number, "", f"s{number}", role, "", "", "", "", None, "", "", "en", "", (), (), "{}", None, None, None
    )


def contents(themes: int) -> Contents:
    kinds = [EntityKind.PERSON, EntityKind.BODY, EntityKind.PLACE, EntityKind.PLACE, EntityKind.SUBSTANCE]
    return Contents(
        "",
        "",
        "",
        None,
        tuple(Theme(10 + i, f"t{i}", "", "#000000", i, "") for i in range(themes)),
        (),
        tuple(entity(i + 1, kind) for i, kind in enumerate(kinds)),
        (source(1, SourceRole.ARTICLE), source(2, SourceRole.ARTICLE), source(3, SourceRole.RECORD)),
        (),
    )


def library(generator: np.random.Generator, size: int, pairs: int) -> tuple[EventIndex, Pairs]:
    earliest = generator.integers(-20, 20, size).astype(np.float64)
    latest = earliest + generator.integers(0, 9, size)
    ids = generator.integers(1, size + 1, (2, pairs)) if size else np.empty((2, 0), int)
    columns = ids.shape[1]
    return (
        EventIndex.build(
            3,
            id=np.arange(1, size + 1),
            lane=generator.integers(0, 3, size).astype(np.int16),
            earliest=earliest,
            likely_start=earliest,
            likely_end=latest,
            latest=latest,
            label_em=np.ones(size),
            importance=generator.integers(1, 6, size).astype(np.uint8),
            precision=generator.integers(0, 7, size).astype(np.uint8),
            flags=generator.choice([0, 0, 1, 2, 16, 17, 40], size).astype(np.uint8),
            layer=generator.integers(0, 2, size).astype(np.uint8),
            sources=generator.integers(0, 3, size).astype(np.uint8),
            contested=generator.random(size) < 0.2,
        ),
        Pairs(
            np.column_stack([ids[0], generator.integers(1, 6, columns)]).astype(np.int32),
            np.column_stack([ids[1], generator.integers(1, 4, columns)]).astype(np.int32),
        ),
    )


def values_of(rows: EventIndex, pairs: Pairs, row: int) -> dict[FacetGroup, set[int]]:
    """The values that one event has, said as plainly as possible."""
    number = int(rows.id[row])
    entities = {int(e) for i, e in pairs.entity if i == number}
    articles = {int(s) for i, s in pairs.source if i == number} & {1, 2}
    precision, flags = Precision(int(rows.precision[row])), DateFlag(int(rows.flags[row]))
    if flags & (DateFlag.APPROXIMATE | DateFlag.UNCERTAIN) or precision >= Precision.DECADE:
        exact = Exactness.ABOUT
    elif precision <= Precision.DAY:
        exact = Exactness.DAY
    else:
        exact = Exactness.YEAR if precision is Precision.YEAR else Exactness.MONTH
    alone = rows.layer[row] == 1 and rows.sources[row] == 0
    return {
        FacetGroup.THEME: {10 + int(rows.lane[row])},
        FacetGroup.SOURCE: articles | ({CONTEXT_ONLY} if alone else set()),
        FacetGroup.PEOPLE: entities & {1, 2},
        FacetGroup.PLACE: entities & {3, 4},
        FacetGroup.IMPORTANCE: {int(rows.importance[row])},
        FacetGroup.EXACTNESS: {int(exact)},
        FacetGroup.LAYER: {int(rows.layer[row])},
        FacetGroup.EVIDENCE: ({0} if rows.sources[row] == 0 else set())
        | ({1} if rows.contested[row] else set()),
    }


def passes(
    rows: EventIndex, pairs: Pairs, row: int, choice: FacetChoice, without: FacetGroup | None = None
) -> bool:
    having = values_of(rows, pairs, row)
    for group in GROUPS:
        chosen = choice.of(group)
        if group is not without and chosen and not chosen & having[group]:
            return False
    if without is not FacetGroup.IMPORTANCE and rows.importance[row] < choice.importance:
        return False
    if choice.dates is None:
        return True
    first, last, start, end = rows.earliest[row], rows.latest[row], choice.dates.start, choice.dates.end
    if choice.dates.certain:
        return start <= first < end and last <= end
    return first < end and (last > start or first == start or first > start)


values = st.frozensets(
    st.tuples(st.sampled_from(GROUPS), st.sampled_from([0, 1, 2, 3, 4, 10, 11, 12])), max_size=8
)
days = st.one_of(st.integers(-25, 25).map(float))
ranges = st.none() | st.builds(
    DateRange,
    st.just(-np.inf) | days,
    st.just(np.inf) | days,
    st.booleans(),
)
choices = st.builds(FacetChoice, values, st.integers(1, 5), ranges)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 120), st.integers(0, 150), choices)
def test_the_same_as_asking_every_event(seed: int, size: int, pairs: int, choice: FacetChoice) -> None:
    rows, links = library(np.random.default_rng(seed), size, pairs)
    table = FacetTable.build(rows, contents(3), links)
    answer = table.answer(choice)
    expected = [passes(rows, links, row, choice) for row in range(size)]
    assert table.visible(choice).tolist() == expected
    assert (answer.visible is None) == (not choice.restricts)
    if answer.visible is not None:
        assert answer.visible[np.arange(size)].tolist() == expected
    assert (answer.shown, answer.total) == (sum(expected), size)
    for group, counts in table.counts(choice).items():
        under = [row for row in range(size) if passes(rows, links, row, choice, without=group)]
        for value, count in zip(counts.value.tolist(), counts.count.tolist(), strict=True):
            assert count == sum(value in values_of(rows, links, row)[group] for row in under), (group, value)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 120), st.integers(0, 150), choices)
def test_a_table_made_of_its_arrays_answers_the_same(
    seed: int, size: int, pairs: int, choice: FacetChoice
) -> None:
    rows, links = library(np.random.default_rng(seed), size, pairs)
    table = FacetTable.build(rows, contents(3), links)
    again = FacetTable.from_arrays(table.to_arrays(), rows)
    assert again.visible(choice).tolist() == table.visible(choice).tolist()
    for group, counts in table.counts(choice).items():
        assert again.counts(choice)[group].value.tolist() == counts.value.tolist()
        assert again.counts(choice)[group].count.tolist() == counts.count.tolist()


@given(days, st.integers(0, 30), days, st.integers(1, 30))
def test_certainly_in_is_possibly_in(first: float, length: int, start: float, width: int) -> None:
    earliest, latest = np.array([first]), np.array([first + length])
    certain = DateRange(start, start + width, certain=True)
    if in_range(earliest, latest, certain)[0]:
        assert in_range(earliest, latest, replace(certain, certain=False))[0]


@pytest.mark.parametrize(
    ("first", "last", "certainly", "possibly"),
    [
        (0, 31, True, True),  # a month that is the range
        (0, 1, True, True),  # its first day
        (30, 31, True, True),  # its last day
        (31, 32, False, False),  # the day after
        (-1, 0, False, False),  # the day before
        (-100, 265, False, True),  # a year around it
        (20, 40, False, True),  # sticks out
        (0, 0, True, True),  # an instant at the start
        (31, 31, False, False),  # and at the end, which is exclusive
    ],
)
def test_what_a_range_of_a_month_holds(first: float, last: float, certainly: bool, possibly: bool) -> None:
    earliest, latest = np.array([float(first)]), np.array([float(last)])
    assert bool(in_range(earliest, latest, DateRange(0, 31, certain=True))[0]) is certainly
    assert bool(in_range(earliest, latest, DateRange(0, 31, certain=False))[0]) is possibly


def test_a_value_that_is_gone_selects_nothing() -> None:
    rows, links = library(np.random.default_rng(1), 50, 50)
    table = FacetTable.build(rows, contents(3), links)
    choice = FacetChoice(frozenset({(FacetGroup.PEOPLE, 999)}))
    assert not table.visible(choice).any()
    assert table.counts(choice)[FacetGroup.PEOPLE].of(999) == 0


def test_a_million_events_and_ten_thousand_people_are_counted_in_no_time() -> None:
    generator = np.random.default_rng(3)
    size, people = 1_000_000, 10_000
    rows, _ = library(generator, size, 0)
    ids = np.arange(1, size + 1)
    pairs = np.column_stack([ids, generator.integers(1, people, size)]).astype(np.int32)
    bare = contents(3)
    crowd = replace(bare, entities=tuple(entity(i, EntityKind.PERSON) for i in range(1, people)))
    table = FacetTable.build(rows, crowd, Pairs(pairs, np.empty((0, 2), np.int32)))
    choice = FacetChoice(frozenset({(FacetGroup.THEME, 10), (FacetGroup.EXACTNESS, 0)}), 2)
    started = time.perf_counter()
    answer = table.answer(choice)
    took = time.perf_counter() - started
    having = answer.counts[FacetGroup.PEOPLE].count
    assert int(having.sum()) == answer.shown
    assert took < 0.5
