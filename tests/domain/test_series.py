from math import inf

import pytest

from explorer.domain.event import Status
from explorer.domain.series import Observation, Series


@pytest.mark.parametrize(
    ("remark", "limits"),
    [
        ("", (1500.0, 1500.0)),
        ("rounded to 100", (1450.0, 1550.0)),
        ("rounded to 0.5, as published", (1499.75, 1500.25)),
        ("lower bound", (1500.0, inf)),
        ("upper bound as first published", (0.0, 1500.0)),
        ("from a press release", (1500.0, 1500.0)),
    ],
)
def test_the_remark_of_a_figure_bounds_it(remark: str, limits: tuple[float, float]) -> None:
    assert figure("", remark).limits == limits


def test_the_lines_of_a_series_come_once_each_in_their_order() -> None:
    points = (figure("b"), figure("b"), figure("a"))
    assert Series(1, "u", "s", "S", "deaths", "CDC", "", points).lines == ("b", "a")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("US overdose deaths with synthetic opioids other than methadone", "synthetic opioids"),
        ("US drug overdose and drug poisoning deaths, all drugs", "all drugs"),
        ("CBP fentanyl seizures by fiscal year", ""),
    ],
)
def test_a_title_may_tell_what_kind_is_counted(title: str, kind: str) -> None:
    assert Series(1, "u", "s", title, "deaths", "CDC", "", ()).kind == kind


def figure(line: str, remark: str = "") -> Observation:
    return Observation("2017", 0.0, 1.0, line, 1500.0, Status.CHECKED, remark, "CBP")
