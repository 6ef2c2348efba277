import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.facet import FacetChoice
from explorer.timeline.edited import edited
from explorer.timeline.edited_facets import edited_facets
from explorer.timeline.filters import FacetTable
from explorer.timeline.index import EventIndex
from tests.timeline.test_filters import Pairs, choices, contents, library

NAMES = (
    "id", "lane", "earliest", "likely_start", "likely_end", "latest", "importance", "precision", "flags",
    "layer", "sources", "contested", "label_em",
)  # fmt: skip


def columns(index: EventIndex, ids: list[int]) -> dict[str, np.ndarray]:
    rows = index.rows_of(ids)
    return {name: getattr(index, name)[rows] for name in NAMES}


def of_events(pairs: Pairs, ids: list[int], *, others: bool = False) -> Pairs:
    parts = (pairs.entity, pairs.source)
    return Pairs(*(part[np.isin(part[:, 0], ids) != others] for part in parts))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 60), choices)
def test_an_edited_table_answers_as_one_built_anew(seed: int, size: int, choice: FacetChoice) -> None:
    random = np.random.default_rng(seed)
    index, pairs = library(random, size, 80)
    wanted, others = library(random, size + 6, 80)
    table, now = FacetTable.build(index, contents(3), pairs), index
    left, known = index, pairs
    for _ in range(3):
        touched = random.choice(np.arange(1, size + 7), min(5, size), replace=False).tolist()
        gone, changed = touched[:2], touched[2:]
        now = edited(now, columns(wanted, changed), gone)
        some = of_events(others, changed)
        table = edited_facets(table, now, contents(3), some)
        kept = sorted(set(left.id.tolist()) - set(touched))
        parts = (columns(left, kept), columns(wanted, changed))
        left = EventIndex.build(3, **{name: np.concatenate([part[name] for part in parts]) for name in NAMES})
        rest = of_events(known, touched, others=True)
        known = Pairs(np.concatenate((rest.entity, some.entity)), np.concatenate((rest.source, some.source)))
    rebuilt = FacetTable.build(left, contents(3), known)
    mine, theirs = table.answer(choice), rebuilt.answer(choice)
    assert (mine.shown, mine.total) == (theirs.shown, theirs.total)
    assert mine.counts.keys() == theirs.counts.keys()
    for group, counts in theirs.counts.items():
        assert mine.counts[group].value.tolist() == counts.value.tolist()
        assert mine.counts[group].count.tolist() == counts.count.tolist()
    passing = {int(now.id[row]) for row in np.flatnonzero(table.visible(choice))}
    assert passing == {int(left.id[row]) for row in np.flatnonzero(rebuilt.visible(choice))}
    if theirs.visible is not None:
        assert {int(now.id[row]) for row in mine.visible.passing.rows()} == passing
    else:
        assert mine.visible is None


def test_the_same_choice_is_not_asked_of_all_events_again() -> None:
    index, pairs = library(np.random.default_rng(3), 50, 50)
    choice = FacetChoice(frozenset(), 3)
    table = FacetTable.build(index, contents(3), pairs)
    before = table.answer(choice).visible
    after = edited_facets(table, edited(index, {}, [1]), contents(3), of_events(pairs, [])).sieve(choice)
    assert before is table.sieve(choice)
    assert after.passing.one is before.passing
