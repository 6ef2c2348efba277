import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.event import Extent
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.viewport import ViewportModel, between


@pytest.fixture
def model(qapp):
    model = ViewportModel()
    model.set_width(1000)
    model.set_bounds(0.0, 10_000.0)
    model.show(2000.0, 4000.0)
    yield model
    model.stop()


def arrive(model: ViewportModel, qtbot) -> None:
    qtbot.waitUntil(lambda: not model.moving, timeout=3000)


def test_the_width_does_not_move_time(model):
    model.set_width(500)
    assert (model.viewport.start, model.viewport.end, model.viewport.width) == (2000.0, 4000.0, 500)


def test_nothing_outside_the_bounds_is_shown(model):
    model.show(-5000.0, 1000.0)
    assert model.viewport.start == model.bounds[0] < 0.0
    model.pan(1e9)
    assert model.viewport.end == model.bounds[1]
    model.zoom(1e-9, 5000.0)
    assert (model.viewport.start, model.viewport.end) == pytest.approx(model.bounds)


def test_less_than_an_hour_is_not_shown(model):
    model.zoom(1e12, 3000.0)
    assert model.viewport.days == pytest.approx(1 / 24)
    assert model.viewport.start <= 3000.0 <= model.viewport.end


@settings(max_examples=50)
@given(day=st.floats(2100.0, 3900.0), factor=st.floats(0.8, 40.0))
def test_a_zoom_keeps_the_day_under_the_pointer(qapp, day, factor):
    model = ViewportModel()
    model.set_width(1000)
    model.set_bounds(0.0, 10_000.0)
    model.show(2000.0, 4000.0)
    before = model.viewport.x(day)
    model.zoom(factor, day)
    assert model.viewport.x(day) == pytest.approx(before, abs=1e-6)


def test_turns_of_the_wheel_run_out_and_add_up_exactly(model, qtbot):
    seen = []
    model.changed.connect(seen.append)
    model.glide_zoom(1.25, 3000.0)
    model.glide_zoom(1.25, 3000.0)
    assert model.moving
    assert model.viewport.days == 2000.0
    arrive(model, qtbot)
    assert model.viewport.days == pytest.approx(2000.0 / 1.25**2)
    assert model.viewport.x(3000.0) == pytest.approx(500.0)
    widths = [viewport.days for viewport in seen]
    assert len(widths) > 3
    assert widths == sorted(widths, reverse=True)


def test_a_view_let_go_in_motion_runs_on_and_rests(model, qtbot):
    model.glide_pan(1000.0)
    arrive(model, qtbot)
    assert 2150.0 < model.viewport.start < 2300.0
    assert model.viewport.days == pytest.approx(2000.0)


def test_a_throw_ends_at_the_bounds(model, qtbot):
    model.glide_pan(1e7)
    arrive(model, qtbot)
    assert model.viewport.end == pytest.approx(model.bounds[1])


def test_a_flight_arrives_exactly_and_its_goal_is_known_at_once(model, qtbot):
    model.fly_to(6000.0, 6100.0)
    assert model.moving
    assert (model.goal.start, model.goal.end) == (6000.0, 6100.0)
    assert model.viewport.start == 2000.0
    arrive(model, qtbot)
    assert (model.viewport.start, model.viewport.end) == (6000.0, 6100.0)


def test_zooms_by_key_add_up_while_the_view_flies(model, qtbot):
    model.fly_zoom(2.0, 3000.0)
    model.fly_zoom(2.0, 3000.0)
    arrive(model, qtbot)
    assert model.viewport.days == pytest.approx(500.0)


def test_a_resize_in_flight_keeps_its_goal(model, qtbot):
    model.fly_to(6000.0, 6100.0)
    model.set_width(640)
    arrive(model, qtbot)
    assert model.viewport == Viewport(6000.0, 6100.0, 640)


def test_a_drag_takes_over_from_a_flight(model, qtbot):
    model.fly_to(6000.0, 6100.0)
    model.pan(10.0)
    assert not model.moving
    assert model.viewport.start == 2010.0


def test_without_motion_everything_is_there_at_once(model):
    model.reduced_motion = True
    model.fly_to(6000.0, 6100.0)
    assert model.viewport.start == 6000.0
    model.glide_zoom(2.0, 6050.0)
    assert model.viewport.days == pytest.approx(50.0)
    model.glide_pan(1000.0)
    model.show_all()
    assert (model.viewport.start, model.viewport.end) == model.bounds
    assert not model.moving


def test_a_held_key_drives_the_view_until_it_is_let_go(model, qtbot):
    seen = []
    model.changed.connect(seen.append)
    model.drive(1, 0)
    qtbot.waitUntil(lambda: model.viewport.start > 2200.0, timeout=5000)
    assert model.moving
    model.drive(0, 0)
    arrive(model, qtbot)
    starts = [viewport.start for viewport in seen]
    assert len(starts) > 5
    assert starts == sorted(starts)
    assert model.viewport.days == pytest.approx(2000.0)


def test_a_driven_zoom_keeps_the_day_at_its_share_of_the_plot(model, qtbot):
    day = model.viewport.day(250.0)
    model.drive(0, 1, 0.25)
    qtbot.waitUntil(lambda: model.viewport.days < 1500.0, timeout=5000)
    model.drive(0, 0, 0.25)
    arrive(model, qtbot)
    assert model.viewport.x(day) == pytest.approx(250.0, abs=1e-6)


def test_a_zoom_by_key_joins_a_drive(model, qtbot):
    model.drive(1, 0)
    model.fly_zoom(2.0, 3000.0)
    qtbot.waitUntil(lambda: model.viewport.days < 1050.0, timeout=5000)
    assert model.moving
    model.drive(0, 0)
    arrive(model, qtbot)
    assert model.viewport.days == pytest.approx(1000.0, rel=0.01)


def test_a_drive_takes_over_from_a_flight_and_a_flight_from_a_drive(model, qtbot):
    model.fly_to(6000.0, 6100.0)
    model.drive(-1, 0)
    qtbot.waitUntil(lambda: model.viewport.start < 1950.0, timeout=5000)
    model.fly_to(6000.0, 6100.0)
    arrive(model, qtbot)
    assert (model.viewport.start, model.viewport.end) == (6000.0, 6100.0)


def test_a_drive_against_the_bounds_waits_there(model, qtbot):
    model.show(9000.0, 9900.0)
    model.drive(1, 0)
    qtbot.waitUntil(lambda: model.viewport.end == model.bounds[1], timeout=5000)
    model.drive(-1, 0)
    qtbot.waitUntil(lambda: model.viewport.end < 9900.0, timeout=5000)
    model.drive(0, 0)
    arrive(model, qtbot)


def test_a_drive_without_motion_goes_in_steps(model):
    model.reduced_motion = True
    model.drive(1, 0)
    assert 2100.0 < model.viewport.start < 2500.0
    model.drive(0, 1, 0.0)
    assert 1500.0 < model.viewport.days < 1900.0
    assert not model.moving


@pytest.mark.parametrize(
    ("start", "end", "room", "shown"),
    [
        (3000.0, 3100.0, 2.0, (2950.0, 3150.0)),
        (3000.0, 3000.0, 5.0, (3000.0 - 1 / 48, 3000.0 + 1 / 48)),
        (-1e9, 1e9, 1.0, None),
    ],
)
def test_what_fits_stands_in_the_middle_with_room(model, start, end, room, shown):
    model.reduced_motion = True
    model.fly_to_fit(start, end, room)
    assert (model.viewport.start, model.viewport.end) == pytest.approx(shown or model.bounds)


@pytest.mark.parametrize(
    ("extent", "moves"),
    [
        (Extent(3000.0, 3000.0, 3001.0, 3001.0), False),
        (Extent(100.0, 100.0, 9000.0, 9000.0), False),
        (Extent(3900.0, 3900.0, 9000.0, 1e7), False),
        (Extent(5000.0, 5000.0, 5001.0, 5001.0), True),
        (Extent(1000.0, 1200.0, 1400.0, 3000.0), True),
    ],
)
def test_an_event_in_sight_moves_nothing(model, extent, moves):
    model.reduced_motion = True
    before = model.viewport
    model.fly_to_extent(extent)
    assert (model.viewport != before) == moves
    assert model.viewport.days == pytest.approx(before.days)
    assert model.viewport.start < extent.likely_end
    assert model.viewport.end > extent.likely_start


def test_changed_tells_changes_only(model):
    seen = []
    model.changed.connect(seen.append)
    model.show(2000.0, 4000.0)
    model.set_width(1000)
    assert not seen


@given(
    start=st.floats(-1e5, 1e5),
    days=st.floats(0.1, 1e5),
    later=st.floats(-1e5, 1e5),
    other=st.floats(0.1, 1e5),
    share=st.floats(0.0, 1.0),
)
def test_a_flight_changes_its_scale_evenly(start, days, later, other, share):
    first, last = Viewport(start, start + days, 800), Viewport(later, later + other, 800)
    half = between(first, last, share)
    assert math.log(half.days) == pytest.approx(
        math.log(first.days) * (1 - share) + math.log(last.days) * share, abs=1e-4
    )
    assert between(first, last, 0.0).start == pytest.approx(first.start, abs=1e-3)
    end = between(first, last, 1.0)
    assert (end.start, end.end) == pytest.approx((last.start, last.end), abs=1e-2 + 1e-6 * (days + other))
