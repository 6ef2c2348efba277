import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.sorting import by_position, positions


def columns_of(seed: int, count: int, lanes: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    earliest = random.integers(0, 6, count) + random.choice([0.0, 0.5, 1e-7], count)
    length = random.choice([1.0, 2.0, 5.0], count)
    return {
        "lane": random.integers(0, lanes, count).astype(np.int16),
        "earliest": earliest,
        "likely_start": earliest,
        "likely_end": earliest + length,
        "latest": earliest + length,
        "flags": random.choice([0, 0, int(DateFlag.SPAN)], count).astype(np.uint8),
    }


@given(st.integers(0, 2**32), st.integers(0, 60), st.integers(1, 4))
def test_events_with_the_same_dates_share_their_time_evenly(seed: int, count: int, lanes: int) -> None:
    columns = columns_of(seed, count, lanes)
    found = positions(columns, lanes)
    same: dict[tuple[float, ...], list[int]] = {}
    for row in range(count):
        same.setdefault(tuple(float(column[row]) for column in columns.values()), []).append(row)
    for (_, earliest, _, _, latest, flags), rows in same.items():
        if int(flags) & DateFlag.SPAN:
            assert found[rows].tolist() == [earliest] * len(rows)
        else:
            share = (np.arange(len(rows)) + 0.5) / len(rows)
            assert np.allclose(found[rows], earliest + share * (latest - earliest))


@given(st.integers(0, 2**32), st.integers(0, 60), st.integers(1, 4))
def test_the_order_is_that_of_lane_position_and_place(seed: int, count: int, lanes: int) -> None:
    random = np.random.default_rng(seed)
    lane = random.integers(0, lanes, count).astype(np.int16)
    position = random.integers(0, 9, count).astype(np.float64)
    offsets = np.append(0, np.cumsum(np.bincount(lane, minlength=lanes))).astype(np.int32)
    assert by_position(lane, position, offsets).tolist() == np.lexsort((position, lane)).tolist()
