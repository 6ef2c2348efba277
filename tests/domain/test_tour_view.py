"""What a step has the timeline show."""

import json

import pytest

from explorer.domain.days import day_number
from explorer.domain.errors import DateError
from explorer.domain.event import Theme
from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import days_of, facets_of, filters_of, filters_text

THEMES = [Theme(number, slug, slug, "#000000", number, "") for number, slug in ((1, "law"), (4, "health"))]
NOTHING = {"values": {}, "importance": 1, "dates": {"start": "", "end": "", "certain": False}}


def step(start="2020", end="2021", lanes=(), filters=""):
    return Step(1, "One", start, end, lanes, filters, (), None, None, None, Show.VIEW, "", "")


def test_the_view_reaches_from_the_first_moment_to_the_last():
    assert days_of(step("2020-03", "2021")) == (day_number(2020, 3), day_number(2022))


@pytest.mark.parametrize(("start", "end"), [("", "2021"), ("2022", "2021"), ("soon", "later")])
def test_what_is_no_range_of_time_is_refused(start, end):
    with pytest.raises(DateError):
        days_of(step(start, end))


def test_lanes_and_filters_are_one_choice():
    filters = '{"importance": 3, "values": {"people": ["xi"], "theme": ["health"]}}'
    assert facets_of(step(lanes=(4,), filters=filters), THEMES) == {
        "importance": 3,
        "values": {"people": ["xi"], "theme": ["health"]},
    }
    assert facets_of(step(filters=filters), THEMES)["values"]["theme"] == []


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", "[" * 100_000])
def test_filters_that_are_none_are_none(text):
    assert filters_of(text) == {}
    assert facets_of(step(filters=text), THEMES) == {"values": {"theme": []}}


def test_only_what_narrows_is_kept_and_lanes_are_kept_apart():
    assert filters_text(NOTHING) == ""
    assert filters_text(NOTHING | {"values": {"theme": ["law"]}}) == ""
    dates = {"start": "1971", "end": "", "certain": True}
    chosen = NOTHING | {"values": {"theme": ["law"], "people": ["xi"]}, "importance": 4, "dates": dates}
    assert json.loads(filters_text(chosen)) == {"values": {"people": ["xi"]}, "importance": 4, "dates": dates}
