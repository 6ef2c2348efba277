import numpy as np

from explorer.timeline.carrying import carried_set, carried_sieve
from explorer.timeline.edited import edited
from explorer.timeline.mask import Sieve
from explorer.timeline.rowset import RowSet
from tests.support.worlds import Happening, columns_of_happenings, index_of

INDEX = index_of(*(Happening(day, day + 1) for day in range(0, 60, 10)))


def events(index, rows: RowSet) -> list[int]:
    return sorted(index.id[rows.rows()].tolist())


def test_a_set_goes_through_any_number_of_edits() -> None:
    lit = INDEX.set_of([1, 2, 3, 4])
    once = edited(INDEX, columns_of_happenings(Happening(5, 6, id=2), Happening(7, 8, id=90)), [3])
    lit = carried_set(lit, INDEX, once, fresh=False)
    assert events(once, lit) == [1, 2, 4]
    twice = edited(once, columns_of_happenings(Happening(50, 51, id=2), Happening(50, 51, id=6)), [1])
    lit = carried_set(lit, once, twice, fresh=False)
    assert events(twice, lit) == [2, 4]


def test_a_filter_goes_through_any_number_of_edits_and_new_events_pass() -> None:
    sieve = Sieve.build(INDEX, np.array([True, False] * 3))
    once = edited(INDEX, columns_of_happenings(Happening(5, 6, id=2), Happening(6, 7, id=3)), [1])
    sieve = carried_sieve(sieve, INDEX, once)
    assert events(once, sieve.passing) == [3, 5]
    twice = edited(once, columns_of_happenings(Happening(50, 51, id=90)))
    sieve = carried_sieve(sieve, once, twice)
    assert events(twice, sieve.passing) == [3, 5, 90]
    assert sieve.before(twice.lane_offsets).tolist() == [0, 3]


def test_no_filter_stays_none() -> None:
    once = edited(INDEX, {}, [1])
    sieve = carried_sieve(Sieve.build(INDEX, None), INDEX, once)
    assert events(once, sieve.passing) == [2, 3, 4, 5, 6]
