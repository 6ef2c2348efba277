"""The timeline on the stage."""

from PySide6.QtCore import Qt

from tests.widgets.presenting.conftest import rest


def test_the_event_of_the_step_is_named_and_eras_have_the_room_that_lanes_leave(present) -> None:
    shown = present(2)
    canvas, stage = shown.window.canvas, shown.stage.timeline
    assert canvas.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert len(stage.stage.bands) == 1
    geometry = canvas.picture.geometry
    assert geometry.bands.height > 0
    assert geometry.series.height == 0
    event = shown.stage.selection.current
    canvas.grab()
    assert canvas.shows_event(event)
    assert event in {stage.id_of(int(row)) for row in stage.frame.labels.row}


def test_figures_stand_below_the_lanes_and_go_with_their_step(present, qtbot) -> None:
    shown = present(8, tour=1)
    canvas = shown.window.canvas
    geometry = canvas.picture.geometry
    assert geometry.series.height > 0
    assert geometry.series.y >= geometry.lanes.bottom
    assert not shown.stage.timeline.stage.bands
    shown.stage.talk.go_to(0)
    rest(qtbot, shown)
    assert canvas.picture.geometry.series.height == 0
