import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.rowset import RowSet, pack, unpack


@given(st.lists(st.booleans(), max_size=300))
def test_bits_go_in_and_out(mask: list[bool]) -> None:
    bits = pack(np.array(mask, np.bool_))
    assert bits.size == len(mask) // 64 + 1
    assert unpack(bits, len(mask)).tolist() == mask


@given(st.integers(0, 2**32), st.integers(0, 700), st.sampled_from((0.0, 0.02, 0.5, 1.0)))
def test_rows_are_counted_and_found_as_in_a_list(seed: int, size: int, share: float) -> None:
    random = np.random.default_rng(seed)
    mask = random.random(size) < share
    rows = RowSet.of(mask)
    listed = np.flatnonzero(mask)
    assert rows.size == size
    assert rows.count == len(listed)
    assert rows.rows().tolist() == listed.tolist()
    assert rows[np.arange(size)].tolist() == mask.tolist()
    assert rows.before(np.arange(size + 1)).tolist() == [0, *np.cumsum(mask).tolist()]
    assert rows.nth(np.arange(len(listed))).tolist() == listed.tolist()
    low, high = sorted(random.integers(0, size + 1, 2).tolist())
    assert rows.between(low, high).tolist() == [row for row in listed.tolist() if low <= row < high]
    assert rows[low:high].tolist() == mask[low:high].tolist()
    assert RowSet.of_rows(random.permutation(listed), size).words.tolist() == rows.words.tolist()


def test_two_sets_have_rows_in_common() -> None:
    one, other = (RowSet.of_rows(np.array(rows), 200) for rows in ((1, 64, 199), (64, 100, 199)))
    assert (one & other).rows().tolist() == [64, 199]
    assert bool(one[64])
    assert not bool(one[65])
