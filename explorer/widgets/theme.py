"""Colours, type and measures by role; the only place where the look is decided."""

import re
import sys
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

INTERFACE_FAMILIES = ("Inter", "Inter Variable", "SF Pro Text", "Segoe UI", "Noto Sans", "DejaVu Sans")
SERIF_FAMILIES = ("Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours by role and a text scale (1.0 = 100 %).

    Sizes are logical pixels. ``size`` and ``font`` scale with the text; hair lines do not. No font is smaller
    than ``least``; text has a contrast of ``legible`` to its ground.
    """

    name: str
    dark: bool
    colours: dict[str, QColor]
    scale: float
    interface: str
    serif: str
    least: float = 6
    legible: float = 4.5

    def colour(self, role: str) -> QColor:
        """The colour of a role ("canvas", "ink", "accent" ...)."""
        return self.colours[role]

    def size(self, pixels: float) -> int:
        """A length that belongs to text, at this text scale."""
        return round(pixels * self.scale)

    def font(
        self, pixels: float = 13, *, bold: bool = False, italic: bool = False, serif: bool = False
    ) -> QFont:
        """The interface or quotation face at a size given for 100 %."""
        font = QFont(self.serif if serif else self.interface)
        font.setPixelSize(round(max(pixels * self.scale, self.least)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setItalic(italic)
        return font

    @property
    def stroke(self) -> float:
        """How much thicker lines are than in a window: on a stage they are seen from afar."""
        return max(self.least / 24, 1.0)

    def blend(self, colour: QColor, share: float, ground: str = "canvas") -> QColor:
        """``share`` of a colour mixed with a ground: an opaque tint, cheaper to paint than alpha."""
        under = self.colours[ground]
        return _mix(under, colour, share)

    def event_colour(self, colour: str) -> QColor:
        """A theme (lane) colour as it is drawn as a mark on this ground."""
        return QColor(colour)

    def text_colour(self, colour: str, ground: str = "paper") -> QColor:
        """A lane colour as text: moved towards the ink until it can be read on ``ground``."""
        wanted = QColor(colour)
        for step in range(11):
            mixed = _mix(wanted, self.colours["ink"], step / 10)
            if contrast(mixed, self.colours[ground]) >= self.legible:
                return mixed
        return self.colours["ink"]


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    """``share`` of the second colour in the first."""
    pairs = zip(_parts(first), _parts(second), strict=True)
    return QColor.fromRgbF(*(one * (1 - share) + other * share for one, other in pairs))


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


@lru_cache(maxsize=1)
def _families() -> tuple[str, str]:
    present = set(QFontDatabase.families())
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    interface = next((name for name in INTERFACE_FAMILIES[:2] if name in present), "")
    if not interface:
        native = sys.platform in {"darwin", "win32"}
        interface = (
            general if native else next((name for name in INTERFACE_FAMILIES if name in present), general)
        )
    serif = next((name for name in SERIF_FAMILIES if name in present), "serif")
    return interface, serif


def load_theme(folder: Path, name: str, scale: float = 1.0, least: float = 6) -> Theme:
    """Read ``folder/name.toml``; ``scale`` is the text scale (1.0 = 100 %), ``least`` the smallest font."""
    data = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    colours = {role: QColor(value) for role, value in data["colour"].items()}
    interface, serif = _families()
    legible = data.get("contrast", 4.5)
    return Theme(data["name"], data["dark"], colours, scale, interface, serif, least, legible)


def palette(theme: Theme) -> QPalette:
    """The theme's colours in Qt's own roles."""
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: "panel",
        roles.WindowText: "ink",
        roles.Base: "paper",
        roles.AlternateBase: "canvas",
        roles.Text: "ink",
        roles.Button: "paper",
        roles.ButtonText: "ink",
        roles.BrightText: "on_accent",
        roles.ToolTipBase: "paper",
        roles.ToolTipText: "ink",
        roles.PlaceholderText: "muted",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.Mid: "line",
        roles.Midlight: "grid",
        roles.Light: "paper",
        roles.Dark: "line",
        roles.Shadow: "line",
        roles.Accent: "accent",
    }
    made = QPalette()
    for role, colour in pairs.items():
        made.setColor(role, theme.colour(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return made


class ThemeHolder(QObject):
    """The theme in force. Widgets ask for ``theme`` when they paint and repaint on ``changed``."""

    changed = Signal(object)

    def __init__(self, folder: Path, name: str, scale: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = load_theme(folder, name, scale)

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._theme

    def apply(self, name: str, scale: float) -> None:
        """Change the look of the whole app: palette, font, style sheet, then ``changed``."""
        if (name, scale) != (self._theme.name, self._theme.scale):
            self._theme = load_theme(self._folder, name, scale)
        self.dress()
        self.changed.emit(self._theme)

    def dress(self) -> None:
        """Put the theme on the application."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self._theme))
            application.setFont(self._theme.font())
            application.setStyleSheet(style_sheet(self._theme, self._folder / "app.qss"))


class RoomLook(ThemeHolder):
    """The look of one window that is read from the back of a room: that of the app, with larger text."""

    def __init__(self, base: ThemeHolder, window: QWidget, least: float) -> None:
        """``window`` is dressed now and when ``base`` changes; ``least`` is its text scale (1.6 = 160 %)."""
        super().__init__(base._folder, base.theme.name, max(base.theme.scale, least), window)
        self._base = base
        self._window = window
        self._least = least
        base.changed.connect(self._follow)
        self.dress()

    def dress(self) -> None:
        """Put the theme on the window, and on nothing else."""
        self._window.setPalette(palette(self._theme))
        self._window.setFont(self._theme.font())
        self._window.setStyleSheet(style_sheet(self._theme, self._folder / "app.qss"))

    def _follow(self, theme: Theme) -> None:
        self.apply(theme.name, max(theme.scale, self._least))


def style_sheet(theme: Theme, path: Path) -> str:
    """The app's one style sheet: ``@role`` is a colour, ``12px`` a length that scales with the text."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"@([a-z_]+)", lambda found: theme.colour(found[1]).name(), text)
    text = text.replace("%interface", f'"{theme.interface}"').replace("%serif", f'"{theme.serif}"')
    text = re.sub(
        r"(?<=font-size: )(\d+)px", lambda found: f"{theme.font(int(found[1])).pixelSize()}px!", text
    )
    text = re.sub(r"\b(\d+)px(?!!)", lambda found: f"{scaled(int(found[1]), theme.scale)}px", text)
    return text.replace("px!", "px")


def scaled(pixels: int, scale: float) -> int:
    """Hair lines stay hair lines; everything else grows with the text."""
    return pixels if pixels <= 2 else round(pixels * scale)


def dress_window(window: QWidget, theme: Theme, sheet: Path) -> None:
    """Give one window and all in it another look than the rest of the app has."""
    window.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme, sheet))


def system_is_dark() -> bool:
    """Whether the desktop asks for a dark look."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
