import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.edited import edited
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from tests.support.worlds import columns_of_happenings, happening, index_of


def pair(seed: int) -> tuple[EventIndex, EventIndex]:
    """An index of forty events to which ten came and ten others went, and one built of what is left."""
    random = np.random.default_rng(seed)
    old = [happening(random, number, 2) for number in range(40)]
    new = [happening(random, number, 2) for number in range(40, 50)]
    patched = edited(index_of(*old, lanes=2), columns_of_happenings(*new), [one.id for one in old[::4]])
    left = columns_of_happenings(*(one for at, one in enumerate(old) if at % 4), *new)
    rows = patched.rows_of(left["id"])
    where, stacked = patched.position[rows], patched.stack_row[rows]
    return patched, EventIndex.build(2, **left, position=where, stack_row=stacked)


@given(seed=st.integers(0, 2**32))
def test_dates_are_those_of_the_events(seed: int) -> None:
    patched, rebuilt = pair(seed)
    mine = patched.rows_of(rebuilt.id)
    every = np.arange(rebuilt.size)
    assert np.array_equal(patched.dates.four(mine), rebuilt.dates.four(every))
    assert np.array_equal(patched.dates.length(mine), rebuilt.dates.length(every))
    for which in range(4):
        assert np.array_equal(patched.dates.of(which, mine), rebuilt.dates.of(which, every))


@settings(deadline=None)
@given(seed=st.integers(0, 2**32), start=st.floats(0, 20_000), days=st.floats(0.01, 9_000))
def test_what_reaches_in_is_counted_and_found(seed: int, start: float, days: float) -> None:
    patched, rebuilt = pair(seed)
    chosen = rebuilt.id[::3].tolist()
    answers = []
    for index in (patched, rebuilt):
        near = index.reach.near(start, start + days, days / 500)
        near = near[(index.earliest[near] < start + days) & (index.latest[near] > start)]
        sieve = Sieve.build(index, index.set_of(chosen))
        answers.append(
            (
                sorted(index.id[near[index.length[near] >= days / 500]].tolist()),
                index.reach.counts(start, start + days, None).tolist(),
                sieve.reaching(index, start, start + days).tolist(),
                [rows.count for rows in index.strata.classes],
                [rows.count for rows in sieve.strata.classes],
            )
        )
    assert answers[0] == answers[1]
