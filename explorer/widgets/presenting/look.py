"""The look of the stage: type so large that it can be read from the last row.

The room that is reckoned with has a screen two metres wide and its last row ten metres from it. The height of
capital letters and figures there is at least 20 minutes of arc; ISO 9241-303 measures letters by their
capitals and asks for 16, better 20 to 22. It holds for all text there, labels of the timeline included.
"""

from math import atan, ceil, degrees, radians, tan
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from explorer.widgets.theme import Theme, ThemeHolder, load_theme

SCREEN = 2.0
"""Metres from the left to the right edge of the screen."""
LAST_ROW = 10.0
"""Metres from the screen to the last row."""
LEAST_ARC = 20.0
"""Minutes of arc that a capital letter is high."""
WIDEST = 16 / 9
"""A screen that is wider than this for its height is reckoned as one of its height: lines must have room."""
BASE = 20
"""Pixels at 100 % that are the smallest type of the stage; what is smaller in a window is as large there."""
SAMPLE = 1000


def arc_of(pixels: float, screen_pixels: float) -> float:
    """Minutes of arc under which the last row sees a height on a screen so many pixels wide."""
    return 60 * degrees(atan(pixels * SCREEN / screen_pixels / LAST_ROW))


def pixels_for(arc: float, screen_pixels: float) -> float:
    """The height that the last row sees under so many minutes of arc."""
    return tan(radians(arc / 60)) * LAST_ROW / SCREEN * screen_pixels


def capital_share(theme: Theme) -> float:
    """Height of a capital letter beside the size of its font, in the lower one of both faces."""
    found = []
    for serif in (False, True):
        font = theme.font(serif=serif, italic=serif)
        font.setPixelSize(SAMPLE)
        found.append(QFontMetricsF(font).capHeight() / SAMPLE)
    return min(found)


def least_type(size: QSize, theme: Theme) -> int:
    """Pixels of the smallest font on a stage of this size."""
    width = min(size.width(), size.height() * WIDEST)
    return ceil(pixels_for(LEAST_ARC, max(width, 1)) / capital_share(theme))


class StageLook(ThemeHolder):
    """The presentation theme, light or dark as the app is, at the size that a stage asks for.

    ``base`` is the size that is the smallest type: a part that was made for a window with type of that size
    keeps its proportions.
    """

    def __init__(self, folder: Path, app: ThemeHolder, base: float = BASE) -> None:
        self._app = app
        self._base = base
        self._size = QSize()
        super().__init__(folder, _name(app.theme), 1.0)
        app.changed.connect(self._follow)

    @property
    def sheet(self) -> Path:
        """The style sheet of the app."""
        return self._folder / "app.qss"

    def fit(self, size: QSize) -> None:
        """Set the type for a stage of this size in logical pixels."""
        if size != self._size:
            self._size = size
            self._load()

    def dress(self) -> None:
        """The app keeps its own look."""

    def _follow(self, _theme: Theme) -> None:
        self._load()

    def _load(self) -> None:
        least = least_type(self._size, self._theme)
        self._theme = load_theme(self._folder, _name(self._app.theme), least / self._base, least)
        self.changed.emit(self._theme)


def _name(theme: Theme) -> str:
    return "stage-dark" if theme.dark else "stage-light"
