"""Text can be read on every ground it stands on, in both looks; lengths scale with the text."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from explorer.widgets.theme import contrast, load_theme, palette, style_sheet

FOLDER = Path(__file__).parents[2] / "resources" / "themes"
THEMES = ("light", "dark")
LANES = ("#0072B2", "#E69F00", "#7A5195", "#D55E00", "#8C6D31", "#CC79A7", "#009E73", "#56B4E9")
TEXT_ON = [
    (text, ground) for text in ("ink", "muted", "accent") for ground in ("canvas", "panel", "paper", "band")
] + [
    ("ink", "hover"),
    ("ink", "mark"),
    ("ink", "mark_strong"),
    ("on_accent", "accent"),
    *((kind, ground) for kind in ("good", "warn", "bad") for ground in (f"{kind}_ground", "paper")),
]


@pytest.fixture(params=THEMES)
def theme(request, qapp):
    return load_theme(FOLDER, request.param)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_has_a_contrast_of_four_and_a_half(theme, text, ground):
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("lane", LANES)
def test_lane_colours_become_readable_as_text(theme, lane):
    for ground in ("paper", "canvas"):
        assert contrast(theme.text_colour(lane, ground), theme.colour(ground)) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_both_looks_name_the_same_roles():
    light, dark = (tomllib.loads((FOLDER / f"{name}.toml").read_text())["colour"] for name in THEMES)
    assert set(light) == set(dark)


def test_lengths_scale_with_the_text_and_hair_lines_do_not(qapp):
    small, large = load_theme(FOLDER, "light", 1.0), load_theme(FOLDER, "light", 1.5)
    assert large.size(20) == 30
    assert large.font(20).pixelSize() == 30
    sheet = style_sheet(large, FOLDER / "app.qss")
    assert "font-size: 30px" in sheet
    assert "border: 1px solid" in sheet
    assert "@" not in sheet
    assert "font-size: 20px" in style_sheet(small, FOLDER / "app.qss")


def test_the_palette_carries_the_theme(theme):
    made = palette(theme)
    assert made.window().color() == theme.colour("panel")
    assert made.highlight().color() == theme.colour("accent")
