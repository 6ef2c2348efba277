"""Sets over two indexes against plain lists."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.rowset import RowSet
from explorer.timeline.splice import Splice, SplicedSet, parts_of


@st.composite
def splices(draw: st.DrawFn) -> Splice:
    first = draw(st.integers(0, 150))
    dead = draw(st.sets(st.integers(0, first - 1))) if first else set()
    anchors = sorted(draw(st.lists(st.integers(0, first), max_size=20)))
    return Splice(first, np.array(sorted(dead), np.int32), np.array(anchors, np.int32))


def in_order(splice: Splice) -> list[int]:
    """All rows in the order of their places."""
    order = []
    for row in range(splice.first + 1):
        order += [splice.first + at for at, anchor in enumerate(splice.anchors.tolist()) if anchor == row]
        order += [row] if row < splice.first else []
    return order


def drawn(draw: st.DrawFn, splice: Splice) -> tuple[SplicedSet, set[int]]:
    """A set over both, any part of which may be everything, and what it should hold."""
    parts, held = [], set()
    for start, size in ((0, splice.first), (splice.first, len(splice.anchors))):
        among = draw(st.none() | st.lists(st.booleans(), min_size=size, max_size=size))
        parts.append(None if among is None else RowSet.of(np.array(among, np.bool_)))
        held |= {start + at for at in range(size) if among is None or among[at]}
    return SplicedSet(splice, *parts), held - set(splice.dead.tolist())


@given(data=st.data(), splice=splices())
def test_a_set_counts_and_finds_in_the_common_order(data: st.DataObject, splice: Splice) -> None:
    rows, held = drawn(data.draw, splice)
    order = in_order(splice)
    assert rows.count == len(held)
    assert set(rows.rows().tolist()) == held
    assert rows[:].tolist() == [row in held for row in range(splice.space)]
    before = rows.before(np.arange(splice.space + 1))
    assert before.tolist() == [sum(row in held for row in order[:place]) for place in range(len(order) + 1)]
    assert rows.nth(np.arange(len(held))).tolist() == [row for row in order if row in held]
    places = splice.place_of(np.arange(splice.space))
    assert [order[place] for place in places.tolist()] == list(range(splice.space))


@given(data=st.data(), splice=splices())
def test_sets_are_met_and_taken_away(data: st.DataObject, splice: Splice) -> None:
    (one, some), (other, others) = (drawn(data.draw, splice) for _ in range(2))
    assert set((one & other).rows().tolist()) == some & others
    assert set((one - other).rows().tolist()) == some - others
    again = SplicedSet.split(splice, one[:])
    assert again.rows().tolist() == one.rows().tolist()


def test_a_set_of_another_index_is_refused() -> None:
    with pytest.raises(TypeError):
        parts_of(RowSet.every(3))
