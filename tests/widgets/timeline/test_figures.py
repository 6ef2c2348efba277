import pytest

from explorer.domain.days import day_number
from explorer.widgets.timeline.figures import (
    ValueScale,
    ValueScales,
    full_value,
    heading,
    observed,
    short_name,
)
from explorer.widgets.timeline.geometry import Box
from tests.support.canvas import SERIES


def test_rows_and_values_are_inverse():
    scale = ValueScale.of(SERIES[:2], Box(0, 100, 500, 150), 30)
    for value in (0.0, 123.0, 900.0):
        assert scale.value(scale.y(value)) == pytest.approx(value)
    assert 100 < scale.y(975.0) < scale.y(0.0) < 250


def test_names_come_from_titles():
    assert heading(SERIES[:2]) == "Deaths"
    assert [short_name(one) for one in SERIES] == ["synthetics", "all drugs", "pounds"]
    assert heading(SERIES[2:]) == "Seizures"


def test_the_figures_of_a_period():
    assert [one.value for one in observed(SERIES[0], day_number(2010, 7))] == [300.0]
    assert observed(SERIES[1], day_number(2005, 7)) == ()
    assert full_value(73838.0) == "73,838"
    assert full_value(25.2) == "25.2"


def test_each_unit_has_a_scale_of_its_own_and_stands_as_high_on_the_first():
    scales = ValueScales.of(SERIES, Box(0, 100, 500, 150), 30)
    assert [unit for unit, _ in scales.units] == list(dict.fromkeys(one.unit for one in SERIES))
    for unit, own in scales.units:
        factor, offset = scales.on_first(unit)
        for value in (0.0, 17.0, 4000.0):
            assert scales.first.y(value * factor + offset) == pytest.approx(own.y(value))


def test_what_a_claim_adds_is_in_sight_on_the_first_scale_only():
    scales = ValueScales.of(SERIES, Box(0, 100, 500, 150), 30, (1e6,))
    plain = ValueScales.of(SERIES, Box(0, 100, 500, 150), 30)
    assert scales.first.axis.high >= 1e6
    assert scales.units[1:] == plain.units[1:]
