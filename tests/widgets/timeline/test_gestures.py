import pytest
from PySide6.QtCore import QPointF

from explorer.timeline.viewport import Viewport
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.timeline.geometry import Box
from explorer.widgets.timeline.gestures import FrameGesture, Grip, grip_at

BOX = Box(100, 0, 1000, 40)
WHOLE = Viewport(0.0, 10_000.0, 1000)


@pytest.fixture
def model(qapp):
    model = ViewportModel()
    model.set_width(800)
    model.set_bounds(0.0, 10_000.0)
    model.show(2000.0, 4000.0)
    return model


@pytest.mark.parametrize(
    ("x", "grip"),
    [
        (190, Grip.NONE),
        (195, Grip.START),
        (204, Grip.START),
        (300, Grip.WHOLE),
        (396, Grip.END),
        (406, Grip.END),
        (410, Grip.NONE),
    ],
)
def test_what_of_the_frame_is_held(x, grip):
    assert grip_at(x, (200, 400), 6) is grip


def test_a_narrow_frame_leaves_its_middle_to_be_held():
    assert grip_at(203, (200, 206), 6) is Grip.WHOLE


def test_an_edge_follows_the_pointer_and_stops_at_the_other(model):
    gesture = FrameGesture(model, BOX, WHOLE, Grip.START, QPointF(300, 10))
    gesture.move(QPointF(400, 10))
    assert (model.viewport.start, model.viewport.end) == pytest.approx((3000.0, 4000.0))
    gesture.move(QPointF(900, 10))
    assert 3990 < model.viewport.start < model.viewport.end
    other = FrameGesture(model, BOX, WHOLE, Grip.END, QPointF(500, 10))
    other.move(QPointF(600, 10))
    assert model.viewport.end == pytest.approx(5000.0, abs=1.0)


def test_the_frame_moves_as_a_whole(model):
    gesture = FrameGesture(model, BOX, WHOLE, Grip.WHOLE, QPointF(350, 10))
    gesture.move(QPointF(450, 10))
    gesture.end()
    assert (model.viewport.start, model.viewport.end) == pytest.approx((3000.0, 5000.0))
