import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.columns import columns_of
from explorer.timeline.runs import Runs, sort_columns, taken
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

SCALE = Scale.of()
COLUMNS = columns_of(Viewport(0, 400, 400), SCALE.cell, 1.0)


def runs_of(*places: tuple[int, int]) -> Runs:
    counts = np.zeros((1, len(COLUMNS.pixel)), np.int64)
    for pixel, count in places:
        counts[0, COLUMNS.first + pixel] = count
    return sort_columns(counts, COLUMNS, SCALE)


@given(
    counts=st.lists(st.integers(0, 9), min_size=1, max_size=200),
    lanes=st.integers(1, 3),
)
def test_every_occupied_column_lies_in_one_group(counts: list[int], lanes: int) -> None:
    table = np.zeros((lanes, len(COLUMNS.pixel)), np.int64)
    table[:, 50 : 50 + len(counts)] = counts
    runs = sort_columns(table, COLUMNS, SCALE)
    seen = np.zeros_like(table)
    for groups in (runs.marks, runs.clusters, runs.dense):
        for lane, first, last, count in zip(
            groups.lane, groups.first, groups.last, groups.count, strict=True
        ):
            seen[lane, first : last + 1] += 1
            assert table[lane, first : last + 1].sum() == count
    assert np.all(seen[table > 0] == 1)


def test_events_apart_are_marks() -> None:
    runs = runs_of((100, 1), (105, 1), (110, 1), (200, 1))
    assert runs.marks.count.sum() == 4
    assert len(runs.clusters.count) == len(runs.dense.count) == 0


def test_events_in_one_column_are_a_cluster_at_their_place() -> None:
    runs = runs_of((100, 3), (200, 1))
    assert runs.clusters.count.tolist() == [3]
    assert abs(runs.clusters.middle[0] - 100) < 1
    assert runs.marks.count.tolist() == [1]


def test_one_collision_does_not_spoil_a_long_run() -> None:
    runs = runs_of(*((pixel, 1) for pixel in range(100, 200, 5)), (161, 1))
    assert runs.clusters.count.sum() <= 5
    assert runs.marks.count.sum() >= 16


def test_a_long_crowded_run_is_density() -> None:
    runs = runs_of(*((pixel, 2) for pixel in range(100, 200)))
    assert runs.dense.count.sum() == 200


def test_the_numbers_of_a_group_are_those_before_its_edges() -> None:
    runs = runs_of((100, 3), (200, 2))
    before = np.zeros((1, len(COLUMNS.edges)), np.int64)
    before[0, COLUMNS.first + 101 :] = 3
    before[0, COLUMNS.first + 201 :] = 5
    assert taken(runs.clusters, before).tolist() == [0, 1, 2, 3, 4]
    assert taken(runs.dense, before).tolist() == []
