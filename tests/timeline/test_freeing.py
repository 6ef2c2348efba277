from dataclasses import replace

import numpy as np

from explorer.domain.event import DateFlag
from explorer.timeline.edited import edited
from explorer.timeline.freeing import free_positions, free_rows
from explorer.timeline.stacking import UNSTACKED
from tests.support.worlds import Happening, columns_of_happenings, index_of


def columns(*happenings: Happening) -> dict[str, np.ndarray]:
    kinds = {"id": np.int32, "lane": np.int16, "flags": np.uint8}
    return {
        name: np.array(column, kinds.get(name, np.float64))
        for name, column in columns_of_happenings(*happenings).items()
    }


DAY = Happening(10, 11)


def test_an_event_stands_in_the_middle_of_its_dates_or_else_on_the_way_to_an_end() -> None:
    assert free_positions(index_of(), columns(DAY)).tolist() == [10.5]
    assert free_positions(index_of(DAY), columns(replace(DAY, id=2))).tolist() == [10.25]
    both = index_of(DAY, Happening(10, 10.5))
    assert free_positions(both, columns(replace(DAY, id=3))).tolist() == [10.75]


def test_an_event_whose_dates_stay_stands_where_it_stood() -> None:
    index = index_of(DAY, DAY, DAY)
    stood = index.position[index.row_of(3)]
    assert free_positions(index, columns(replace(DAY, id=3, importance=5))).tolist() == [stood]
    moved = edited(index, columns_of_happenings(replace(DAY, id=3, start=40, end=41)))
    assert free_positions(moved, columns(replace(DAY, id=3))).tolist() == [stood]


def test_another_lane_is_another_place() -> None:
    index = index_of(DAY, DAY, lanes=2)
    assert free_positions(index, columns(replace(DAY, id=1, lane=1))).tolist() == [10.5]


def test_a_span_stands_at_its_start_whatever_is_there() -> None:
    span = Happening(10, 30, flags=DateFlag.SPAN)
    assert free_positions(index_of(span), columns(replace(span, id=2))).tolist() == [10]


def test_a_span_keeps_its_row_if_that_is_free() -> None:
    spans = [Happening(start, 50, flags=DateFlag.SPAN) for start in (0, 1, 2)]
    index = index_of(*spans)
    rows = index.stack_row[index.rows_of((1, 2, 3))].tolist()
    assert rows == [0, 1, 2]
    longer = columns(replace(spans[2], id=3, end=90))
    assert free_rows(index, longer, np.array([3], np.int32)).tolist() == [2]
    elsewhere = columns(replace(DAY, id=4), replace(spans[2], id=5), replace(spans[2], id=6))
    assert free_rows(index, elsewhere, np.array([1], np.int32)).tolist() == [UNSTACKED, 0, 3]
