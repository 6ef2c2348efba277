"""Type and colours of the stage, by the sums for a room of ten metres."""

from itertools import product
from math import radians, tan
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from explorer.widgets.presenting.look import StageLook, arc_of, capital_share, least_type, pixels_for
from explorer.widgets.theme import ThemeHolder, contrast

TEXT = ("ink", "muted", "accent", "good", "warn", "bad")
GROUNDS = ("canvas", "paper", "panel", "band")


def test_the_angle_is_that_of_a_screen_of_two_metres_seen_from_ten() -> None:
    assert arc_of(1920 / 2 * 10 * tan(radians(20 / 60)), 1920) == pytest.approx(20)
    assert pixels_for(20, 1920) == pytest.approx(55.85, abs=0.01)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (2560, 1080)])
def test_capitals_are_seen_under_twenty_minutes_on_every_screen(look: StageLook, size) -> None:
    look.fit(QSize(*size))
    theme = look.theme
    assert theme.least == least_type(QSize(*size), theme)
    for pixels, serif in product((1, 8, 20), (False, True)):
        font = theme.font(pixels, serif=serif, italic=serif)
        width = min(size[0], size[1] * 16 / 9)
        assert arc_of(QFontMetricsF(font).capHeight(), width) >= 20
    assert theme.scale >= 1.6


def test_the_share_of_capitals_is_that_of_the_lower_face(look: StageLook) -> None:
    for serif in (False, True):
        font = look.theme.font(serif=serif, italic=serif)
        font.setPixelSize(100)
        assert QFontMetricsF(font).capHeight() / 100 >= capital_share(look.theme) - 0.011


@pytest.mark.parametrize("name", ["light", "dark"])
def test_all_text_has_a_contrast_of_seven_to_one(app_look: ThemeHolder, resources: Path, name: str) -> None:
    app_look.apply(name, 1.0)
    theme = StageLook(resources / "themes", app_look).theme
    for role, ground in product(TEXT, GROUNDS):
        assert contrast(theme.colour(role), theme.colour(ground)) >= 7, (role, ground)
    assert contrast(theme.colour("ink"), theme.colour("mark")) >= 7
    for lane in ("#E69F00", "#0072B2", "#61666D", "#D55E00"):
        assert contrast(theme.text_colour(lane, "canvas"), theme.colour("canvas")) >= 7


def test_it_is_light_or_dark_as_the_app_is_and_changes_with_it(look: StageLook, app_look, qtbot) -> None:
    least = look.theme.least
    assert not look.theme.dark
    with qtbot.waitSignal(look.changed):
        app_look.apply("dark", 1.0)
    assert look.theme.dark
    assert look.theme.least == least


def test_the_smallest_type_of_a_window_is_that_of_the_stage_in_a_part_made_for_windows(
    app_look, resources: Path, look: StageLook
) -> None:
    charts = StageLook(resources / "themes", app_look, 15)
    charts.fit(QSize(1920, 1080))
    assert charts.theme.font(15).pixelSize() == look.theme.least
    assert charts.theme.size(30) < 2.1 * look.theme.least
