import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.timeline.dates import ODD, SPAN, Dates

MINUTE = 1 / 1440


def four_of(seed: int, count: int) -> tuple[list[np.ndarray], np.ndarray]:
    """Dates of all kinds, some of them no whole number of minutes."""
    random = np.random.default_rng(seed)
    start = np.floor(random.uniform(-40_000, 30_000, count) * 1440) / 1440
    lengths = np.array([1, MINUTE, 30, 31, 365, 0, 0.123456, 5000])
    length = random.choice(lengths, count)
    inner = np.where(random.random(count) < 0.2, length / 4, 0)
    four = [start, start + inner, start + length - inner, start + length]
    four[0] = np.where(random.random(count) < 0.05, FIRST_DAY, four[0])
    four[3] = np.where(random.random(count) < 0.05, LAST_DAY, four[3])
    return four, random.random(count) < 0.3


@given(st.integers(0, 2**32), st.integers(0, 300))
def test_dates_come_out_as_they_went_in(seed: int, count: int) -> None:
    four, span = four_of(seed, count)
    dates = Dates.build(four, span)
    rows = np.random.default_rng(seed).permutation(count)
    for kept in (dates, Dates.from_arrays(dates.to_arrays())):
        for which, column in enumerate(four):
            assert np.allclose(kept.of(which, rows), column[rows], rtol=0, atol=1e-8)
        together = [kept.of(which, rows) for which in range(4)]
        assert np.allclose(kept.four(rows), together, rtol=0, atol=1e-9)
        for which, end in zip((0, 3), kept.ends(rows), strict=True):
            assert np.array_equal(end, kept.of(which, rows))
        assert np.allclose(kept.length(rows), together[3] - together[0], rtol=0, atol=1e-8)


def test_few_kinds_of_date_need_no_room_of_their_own() -> None:
    day = np.arange(1000.0)
    length = np.where(day % 3 == 0, 1.0, 30.0)
    dates = Dates.build([day, day, day + length, day + length], day % 5 == 0)
    assert dates.odd.count == 0
    assert dates.spans.count == 200
    assert set(dates.shape.tolist()) == {0, 1, SPAN}


def test_more_kinds_than_there_are_shapes_are_kept_as_they_are() -> None:
    day = np.zeros(600)
    length = np.repeat(np.arange(300.0), 2)
    length[:3] = 299
    dates = Dates.build([day, day, day + length, day + length], np.zeros(600, np.bool_))
    assert np.count_nonzero(dates.shape == ODD) == dates.odd.count > 0
    assert dates.of(3, np.arange(600)).tolist() == length.tolist()
