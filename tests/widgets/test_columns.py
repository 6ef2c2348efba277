"""The timeline keeps its room; the sides share the rest, and come back."""

import pytest
from PySide6.QtWidgets import QWidget

from explorer.widgets.columns import AXIS, MARGIN, Columns
from explorer.widgets.theme import ThemeHolder


@pytest.fixture
def look(qapp, resources):
    holder = ThemeHolder(resources / "themes", "light", 1.0)
    yield holder
    holder.apply("light", 1.0)


@pytest.fixture
def columns(qtbot, look):
    made = Columns(QWidget(), look)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0, 2.5])
@pytest.mark.parametrize("width", [640, 720, 1024, 1280, 1600, 1920, 2560])
def test_the_timeline_keeps_an_axis_at_every_size(columns, look, width, scale):
    look.apply("light", scale)
    columns.resize(width, 700)
    assert columns.sizes()[1] >= min(look.theme.size(MARGIN) + AXIS, width - 2)


@pytest.mark.parametrize(
    ("width", "scale", "shown"),
    [
        (1600, 1.0, ("facets", "detail")),
        (1280, 1.0, ("facets", "detail")),
        (1920, 1.5, ("facets", "detail")),
        (1280, 1.5, ("detail",)),
        (640, 1.0, ()),
    ],
)
def test_sides_are_folded_where_they_do_not_fit_and_come_back(columns, look, width, scale, shown):
    look.apply("light", scale)
    columns.resize(width, 700)
    assert columns.shown == shown
    look.apply("light", 1.0)
    columns.resize(1600, 700)
    assert columns.shown == ("facets", "detail")


def test_where_only_one_fits_the_one_asked_for_last_is_shown(columns, look):
    look.apply("light", 1.5)
    columns.resize(1280, 700)
    columns.show_side("facets", wanted=True)
    assert columns.shown == ("facets",)
    columns.show_side("facets", wanted=False)
    assert columns.shown == ("detail",)


def test_a_side_without_room_is_told(columns):
    crowded = []
    columns.crowded.connect(crowded.append)
    columns.resize(640, 700)
    columns.show_side("detail", wanted=True)
    assert crowded == ["detail"]


def test_widths_outlive_the_look_and_grow_with_the_text(columns, look):
    columns.resize(1600, 700)
    columns.setSizes([300, 900, 400])
    columns.splitterMoved.emit(300, 1)
    look.apply("dark", 1.0)
    assert columns.sizes()[0] == pytest.approx(300, abs=2)
    look.apply("dark", 1.2)
    assert columns.sizes()[0] == pytest.approx(360, abs=2)


def test_the_layout_is_remembered(columns, look, qtbot):
    columns.resize(1600, 700)
    columns.setSizes([320, 880, 400])
    columns.splitterMoved.emit(320, 1)
    columns.show_side("detail", wanted=False)
    state = columns.state()
    again = Columns(QWidget(), look)
    qtbot.addWidget(again)
    again.restore(state)
    again.show()
    again.resize(1600, 700)
    assert again.shown == ("facets",)
    assert again.state() == state


@pytest.mark.parametrize(
    "broken", [None, 5, {"wanted": 3, "widths": []}, {"wanted": ["x"], "widths": {"detail": -1}}]
)
def test_a_state_that_cannot_be_read_does_no_harm(columns, broken):
    columns.restore(broken)
    columns.resize(1600, 700)
    assert columns.sizes()[1] > AXIS
