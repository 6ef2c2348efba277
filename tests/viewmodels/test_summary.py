"""What the status line says about the view."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.domain.days import day_number
from explorer.timeline.lanes import lane_layout
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.models import Models
from explorer.viewmodels.summary import SummaryModel, ViewSummary
from tests.viewmodels.conftest import settle


class Reader:
    """Looks at the story, and hears what is said about each view."""

    def __init__(self, models: Models) -> None:
        self.models = models
        self.said: list[ViewSummary] = []
        self._model = SummaryModel(models.timeline)
        self._model.changed.connect(self.said.append)

    def look(self, start: float, end: float) -> ViewSummary:
        """What it says once these days are in view."""
        scale = Scale.of(1.0, 1.0)
        lanes = len(self.models.timeline.stage.lanes)
        layout = lane_layout([1] * lanes, 600, scale)
        self.models.timeline.compose(Viewport(start, end, 1000), layout, scale, None)
        self._model.settle()
        return self.said[-1]


@pytest.fixture
def reader(models: Models) -> Reader:
    return Reader(models)


def days(*dates: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(float(day_number(*date)) for date in dates)


def test_the_whole_range_counts_every_event(reader: Reader) -> None:
    assert reader.look(*reader.models.viewport.bounds).counts == "188 of 188 events in view"


def test_a_view_counts_the_events_in_it(reader: Reader) -> None:
    stage = reader.models.timeline.stage
    start, end = days((1971,), (1972,))
    inside = ((stage.index.earliest < end) & (stage.index.latest > start)).sum()
    seen = int(reader.look(start, end).counts.partition(" of 188 ")[0])
    assert 0 < seen <= inside


def test_a_filter_is_told_with_what_it_leaves_out(reader: Reader, qtbot: QtBot) -> None:
    reader.models.facets.set_importance(5)
    settle(qtbot, reader.models)
    shown = reader.models.timeline.stage.shown
    assert 0 < shown < 188
    told = reader.look(*reader.models.viewport.bounds).counts
    assert told == f"{shown} of {shown} events in view, 188 without filters"


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ((1968,), (2025,), "1968 – 2024 · years"),
        ((2019,), (2023,), "2019 – 2022 · years"),
        ((2023, 10), (2024, 1), "October – December 2023 · months"),
        ((2023, 11, 13), (2023, 11, 16), "13 – 15 November 2023 · days"),
        ((2023, 11, 15), (2023, 11, 16), "15 November 2023 · hours"),
        ((-43, 3, 1), (-43, 3, 16), "1 – 15 March 44 BC · days"),
        ((-9000,), (1000,), "9001 BC – AD 999 · years"),
        ((-30_000,), (-19_999,), "30,001 BC – 20,001 BC · years"),
    ],
)
def test_the_span_is_as_fine_as_the_view_needs(
    first: tuple[int, ...], last: tuple[int, ...], span: str, reader: Reader
) -> None:
    assert reader.look(*days(first, last)).span == span


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.floats(-30_000, 30_000),
    st.one_of(st.floats(1 / 24, 800.0), st.floats(800.0, 8e6)),
)
def test_every_view_has_words_for_its_span(reader: Reader, year: float, length: float) -> None:
    start = float(day_number(int(year)))
    assert reader.look(start, start + length).span.partition(" · ")[0]


def test_the_same_is_not_said_twice(reader: Reader) -> None:
    start, end = days((1980,), (2000,))
    reader.look(start, end)
    said = len(reader.said)
    reader.look(start + 0.25, end - 0.25)
    assert len(reader.said) == said
    reader.look(start + 400, end)
    assert len(reader.said) == said + 1


def test_a_view_that_rests_is_told_without_being_asked(models: Models, qtbot: QtBot) -> None:
    told = SummaryModel(models.timeline)
    with qtbot.waitSignal(told.changed) as heard:
        lanes = lane_layout([1] * len(models.timeline.stage.lanes), 600, Scale.of(1.0, 1.0))
        models.timeline.compose(Viewport(0.0, 400.0, 1000), lanes, Scale.of(1.0, 1.0), None)
    assert heard.args[0].span.endswith("months")
