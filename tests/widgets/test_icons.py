"""Icons are drawn in the colour of the theme, at the size asked for."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from explorer.widgets.icons import Icons


@pytest.fixture
def icons(qapp, resources):
    return Icons(resources / "icons")


def inked(image: QImage):
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() > 250]


def test_an_icon_has_the_colour_asked_for(icons):
    picture = icons.icon("menu", QColor("#D55E00")).pixmap(QSize(32, 32)).toImage()
    assert (picture.width(), picture.height()) == (32, 32)
    colours = {colour.name() for colour in inked(picture)}
    assert colours == {"#d55e00"}


def test_a_disabled_icon_is_paler(icons):
    icon = icons.icon("menu", QColor("#000000"))
    assert not inked(icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage())


def test_every_icon_is_drawn_in_one_weight(resources, icons):
    names = [path.stem for path in (resources / "icons").glob("*.svg") if path.stem != "app"]
    assert len(names) > 5
    for name in names:
        svg = (resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert set(re.findall(r'stroke-width="([^"]+)"', svg)) <= {"1.75"}, name
        assert not icons.icon(name, QColor("black")).pixmap(24).isNull()


def test_an_unknown_name_is_an_error(icons):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", QColor("black"))
