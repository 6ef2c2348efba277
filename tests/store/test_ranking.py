from hypothesis import given
from hypothesis import strategies as st

from explorer.store.ranking import record_id, rowid

IDS = st.integers(1, 2**40 - 1)
WEIGHTS = st.integers(0, 2**24)


@given(IDS, WEIGHTS)
def test_the_record_is_known_from_its_row(id_, weight):
    row = rowid(id_, weight)
    assert record_id(row) == id_
    assert 0 < row < 2**63


@given(IDS, IDS, WEIGHTS, WEIGHTS)
def test_what_weighs_more_comes_first_then_the_lower_id(first, second, heavy, light):
    heavy, light = min(heavy, 2**20), min(light, 2**20)
    assert (rowid(first, heavy) < rowid(second, light)) == ((-heavy, first) < (-light, second))
