from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from explorer.domain.days import day_number
from explorer.timeline.frame import Bars, BarShape
from explorer.widgets.timeline.bars import (
    CORNER,
    HEAD,
    HEIGHT,
    LEFT,
    OUTER_LEFT,
    OUTER_RIGHT,
    RIGHT,
    TOP,
    BarPainter,
    edges_of,
)
from tests.support.canvas import Desk


@pytest.fixture
def desk(qapp):
    return Desk()


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    return view


@pytest.fixture
def scene(view):
    return view.picture.scene()


def bar(*, x0=100.0, core0=100.0, core1=300.0, x1=300.0, shape=BarShape.SPAN, strength=1.0):
    """One bar of the first lane."""

    def one(value, kind=np.float32):
        return np.array([value], kind)

    return Bars(
        row=one(0, np.int32),
        x0=one(x0),
        core0=one(core0),
        core1=one(core1),
        x1=one(x1),
        y=one(20),
        height=one(14),
        lane=one(0, np.int32),
        shape=one(shape, np.uint8),
        lit=one(1, np.bool_),
        strength=one(strength),
        counted=one(1, np.bool_),
    )


def test_an_exact_end_is_rounded_and_one_that_fades_is_not(scene):
    assert edges_of(bar(), scene)[CORNER, 0] > 0
    assert edges_of(bar(x1=340.0), scene)[CORNER, 0] == 0
    assert edges_of(bar(shape=BarShape.SPAN | BarShape.FADE_RIGHT), scene)[CORNER, 0] == 0


def test_the_possible_fades_out_around_the_likely(scene):
    left = scene.origin[0]
    edges = edges_of(bar(x0=60.5, x1=340.5), scene)[:, 0]
    assert edges[[OUTER_LEFT, LEFT, RIGHT, OUTER_RIGHT]].tolist() == [
        left + 60,
        left + 100,
        left + 300,
        left + 340,
    ]


def test_an_open_end_takes_its_fade_from_the_body(scene):
    edges = edges_of(bar(shape=BarShape.SPAN | BarShape.FADE_LEFT | BarShape.FADE_RIGHT), scene)[:, 0]
    assert edges[OUTER_LEFT] < edges[LEFT] < edges[RIGHT] < edges[OUTER_RIGHT]


def test_a_head_is_drawn_where_the_start_is_seen(scene):
    assert edges_of(bar(), scene)[HEAD, 0] == 0
    assert edges_of(bar(shape=BarShape.SPAN | BarShape.HEAD), scene)[HEAD, 0] > 0


def test_a_bar_is_never_thinner_than_can_be_seen(scene):
    edges = edges_of(bar(core1=100.0, x1=100.0), scene)[:, 0]
    assert edges[RIGHT] - edges[LEFT] >= 2
    assert edges[CORNER] == 0


def test_an_uncertain_bar_is_dashed_along_its_top_and_foot_in_the_colour_of_its_lane(scene):
    geometry, ground = scene.geometry, scene.theme.colour("canvas")
    image = QImage(geometry.width, geometry.height, QImage.Format.Format_RGB32)
    image.fill(ground)
    bars = bar(shape=BarShape.SPAN | BarShape.DASHED)
    with QPainter(image) as painter:
        BarPainter().paint(painter, replace(scene, frame=replace(scene.frame, bars=bars)))
    left, top, height = (int(edges_of(bars, scene)[part, 0]) for part in (LEFT, TOP, HEIGHT))
    colour = scene.lane_colours[0]

    def colours(row: int) -> set[str]:
        return {image.pixelColor(left + step, row).name() for step in range(30)}

    body = image.pixelColor(left + 5, top + height // 2).name()
    assert colours(top) == colours(top + height - 1) == {colour.name(), body}
    assert colours(top + height // 2) == {body}
    assert colours(top - 1) == colours(top + height) == {ground.name()}


def test_what_a_search_did_not_find_is_weaker(view, desk):
    desk.viewport.show(float(day_number(1989)), float(day_number(2004)))
    row = desk.timeline.row_of(7)
    scene = view.picture.scene()
    (at,) = np.flatnonzero(scene.frame.bars.row == row)
    x = int(edges_of(scene.frame.bars, scene)[RIGHT, at]) - 30
    y = int(scene.origin[1] + scene.frame.bars.y[at])
    strong = view.grab().toImage().pixelColor(x, y)
    desk.light(1)
    view.picture.invalidate()
    weak = view.grab().toImage().pixelColor(x, y)
    ground = scene.theme.colour("canvas")
    assert strong != weak != ground
    assert abs(weak.lightness() - ground.lightness()) < abs(strong.lightness() - ground.lightness())
