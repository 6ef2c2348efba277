import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.lookup import find, rows_by_id


@given(
    ids=st.lists(st.integers(0, 40) | st.integers(0, 10**6), unique=True),
    wanted=st.lists(st.integers(-5, 45) | st.integers(0, 2**40)),
)
def test_rows_are_found_whether_ids_are_dense_or_sparse(ids: list[int], wanted: list[int]) -> None:
    column = np.array(ids, np.int32)
    span = (min(ids), max(ids)) if ids else (0, 0)
    found = find(np.array(wanted, np.int64), column, rows_by_id(column), span)
    assert found.tolist() == [ids.index(one) if one in ids else -1 for one in wanted]
