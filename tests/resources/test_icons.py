import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "icons"
LINE_ICONS = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "app")
NAMES = {
    "search", "clear", "back", "forward", "previous", "next", "open", "attach", "detach", "copy", "filter",
    "list", "timeline", "sources", "help", "settings", "sun", "moon", "zoom-in", "zoom-out", "home", "menu",
    "chevron-down", "chevron-right", "warning", "check", "person", "body", "place", "close", "more", "chart",
}  # fmt: skip


def painted(name: str, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray((FOLDER / f"{name}.svg").read_bytes()))
    assert renderer.isValid()
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 40
    ]


def test_the_set_is_complete() -> None:
    assert set(LINE_ICONS) == NAMES
    assert (FOLDER / "app.svg").exists()


@pytest.mark.parametrize("name", LINE_ICONS)
def test_line_icons_have_one_weight_and_the_colour_of_the_theme(name: str) -> None:
    root = ET.fromstring((FOLDER / f"{name}.svg").read_text("utf-8"))
    assert root.attrib == {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.75",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert not re.search(
        r"(fill|stroke|style|class)=", "".join(ET.tostring(part, "unicode") for part in root)
    )


@pytest.mark.parametrize("name", [*LINE_ICONS, "app"])
def test_icons_paint_within_their_square(qapp: object, name: str) -> None:
    size = 48
    marks = inked(painted(name, size))
    assert len(marks) > 20
    assert all(0 < x < size - 1 and 0 < y < size - 1 for x, y in marks)
    left, right = min(x for x, _ in marks), max(x for x, _ in marks)
    assert abs((left + right) / 2 - (size - 1) / 2) < 5
