import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.numerals import plain, read_number, with_unit


@pytest.mark.parametrize(
    ("value", "text"),
    [(73838.0, "73,838"), (2.0308123, "2.0308"), (-1.5, "−1.5"), (-0.00001, "0"), (100.0, "100")],
)
def test_a_number_has_no_more_decimals_than_it_needs(value: float, text: str) -> None:
    assert plain(value) == text


def test_a_unit_has_its_sign() -> None:
    assert with_unit(89, "percent") == "89 %"
    assert with_unit(26700, "pounds") == "26,700 lb"
    assert with_unit(5, "deaths per calendar year") == "5"


@given(st.integers(-(10**12), 10**12))
def test_what_is_written_is_read_again(value: int) -> None:
    assert read_number(plain(value)) == value


@pytest.mark.parametrize("text", ["", "nan", "inf", "1,2.3.4", "about 5"])
def test_no_number_is_none(text: str) -> None:
    assert read_number(text) is None
