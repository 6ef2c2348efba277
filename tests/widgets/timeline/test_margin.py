"""The margin is kept as a picture, and yet always says what is so."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from explorer.domain.days import day_number
from tests.support.canvas import Desk


@pytest.fixture
def desk(qapp):
    return Desk()


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    return view


def margin_of(view) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    geometry = view.picture.geometry
    return rows[: geometry.axis.y, : geometry.lanes.x].copy()


def test_it_stays_as_it_is_while_time_moves(view, desk):
    before = margin_of(view)
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    assert (margin_of(view) == before).all()


def test_it_follows_the_counts(view, desk):
    before = margin_of(view)
    desk.timeline.set_visible(desk.timeline.stage.index.lane != 1)
    changed = np.flatnonzero((margin_of(view) != before).any(axis=1))
    top, foot = view.picture.lane_rows(1)
    assert len(changed)
    assert top <= changed.min() <= changed.max() < foot


def test_it_follows_the_theme(view, desk):
    desk.look.apply("dark", 1.0)
    ground = desk.look.theme.colour("canvas").rgb()
    assert (margin_of(view) == ground).mean() > 0.8
    desk.look.apply("light", 1.0)
    assert (margin_of(view) == desk.look.theme.colour("canvas").rgb()).mean() > 0.8


def test_it_scrolls_with_the_lanes(view):
    view.resize(900, 260)
    before = margin_of(view)
    assert view.picture.overflow
    assert view.scroll_lanes(view.picture.overflow)
    assert (margin_of(view) != before).any()
