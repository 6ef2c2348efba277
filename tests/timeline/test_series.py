import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import day_number
from explorer.domain.event import Status
from explorer.domain.series import Observation
from explorer.timeline.series import segments, value_axis, value_text


def observed(year: int, value: float, line: str = "", status: Status = Status.CHECKED) -> Observation:
    return Observation(
        str(year), day_number(year), day_number(year + 1), line, value, status, remark="", source=""
    )


def test_a_gap_in_the_data_is_a_gap() -> None:
    years = [1999, 2000, 2001, 2005, 2006]
    found = segments([observed(year, year) for year in years])
    assert [part.value.tolist() for part in found] == [[1999, 2000, 2001], [2005, 2006]]
    assert found[0].day[0] == (day_number(1999) + day_number(2000)) / 2
    assert [part.observation.tolist() for part in found] == [[0, 1, 2], [3, 4]]


def test_lines_are_never_joined() -> None:
    found = segments([observed(2000, 1, "old"), observed(2001, 2, "old"), observed(2002, 3, "new")])
    assert [(part.line, part.value.tolist()) for part in found] == [("old", [1, 2]), ("new", [3])]


def test_provisional_figures_are_not_firm() -> None:
    (found,) = segments([observed(2022, 1), observed(2023, 2, status=Status.PROVISIONAL)])
    assert found.firm.tolist() == [True, False]
    assert segments([]) == ()


@given(values=st.lists(st.floats(-1e9, 1e9, allow_subnormal=False), max_size=20), height=st.floats(40, 400))
def test_an_axis_holds_its_values_with_round_ticks_apart(values: list[float], height: float) -> None:
    axis = value_axis(values, height, 30)
    assert all(axis.low <= value <= axis.high for value in values)
    assert axis.low <= 0 <= axis.high
    steps = np.diff(axis.ticks)
    assert len(axis.ticks) >= 1
    assert np.allclose(steps, steps[:1])
    y = axis.y(np.array([axis.low, axis.high]), height)
    assert y.tolist() == pytest.approx([height, 0])


def test_deaths_have_ticks_at_50_and_100_thousand() -> None:
    assert value_axis([2_000, 107_941], 110, 45).texts == ("0", "50k", "100k")


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (0, 5, "0"),
        (0.5, 0.5, "0.5"),
        (2500, 500, "2.5k"),
        (50_000, 50_000, "50k"),
        (2e9, 1e9, "2bn"),
        (-20, 10, "-20"),
    ],
)
def test_values_are_short(value: float, step: float, text: str) -> None:
    assert value_text(value, step) == text
