"""The filters, what is looked at, and the details side by side, sharing the room there is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.widgets.theme import Theme, ThemeHolder

HANDLE = 1
MOST_OF_THE_WINDOW = 0.34
"""No side takes more than this share."""
MARGIN, AXIS = 150, 360
"""What the timeline needs: its lane names (grows with the text) and a time axis."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a side likes to be and must be: logical pixels, the first two at 100 % text."""

    usual: int
    least: int
    fixed: int = 0


MEASURES = {"facets": Measure(usual=236, least=200), "detail": Measure(usual=396, least=200, fixed=80)}


class Place(QWidget):
    """The place of a panel; the panel itself may come later."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, panel: QWidget) -> None:
        """Put the panel into its place."""
        self._column.addWidget(panel)
        panel.show()


class Columns(QSplitter):
    """A side is shown while the reader wants it and the timeline keeps the room it needs.

    Where both sides do not fit, the one asked for last stays. ``shown_changed`` carries the names of the
    sides shown, ``crowded`` the name of a side that was asked for and has no room.
    """

    shown_changed = Signal(object)
    crowded = Signal(object)

    def __init__(self, middle: QWidget, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._scale = look.theme.scale
        self._places = {"facets": Place("panel", self), "detail": Place("paper", self)}
        self._wanted = ["detail", "facets"]
        """The side asked for last comes first."""
        self._widths = {name: self._scaled(measure.usual) for name, measure in MEASURES.items()}
        self._shown: tuple[str, ...] = ()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)
        for part in (self._places["facets"], middle, self._places["detail"]):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._note_widths)
        look.changed.connect(self._dress)

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the sides that are shown."""
        return self._shown

    def fill(self, name: str, panel: QWidget) -> None:
        """Put a panel into its place."""
        self._places[name].fill(panel)

    def show_side(self, name: str, *, wanted: bool) -> None:
        """Show or hide a side."""
        self._wanted = [one for one in self._wanted if one != name]
        if wanted:
            self._wanted.insert(0, name)
        self._arrange()
        if wanted and name not in self._shown and self.width():
            self.crowded.emit(name)

    def state(self) -> dict[str, object]:
        """Which sides are wanted and how wide, to be remembered."""
        return {
            "wanted": list(self._wanted),
            "widths": {name: w / self._scale for name, w in self._widths.items()},
        }

    def restore(self, state: object) -> None:
        """Take up what ``state`` gave; what cannot be read is left as it is."""
        kept = state if isinstance(state, dict) else {}
        wanted, widths = kept.get("wanted"), kept.get("widths")
        if isinstance(wanted, list):
            self._wanted = [name for name in dict.fromkeys(map(str, wanted)) if name in MEASURES]
        for name, width in widths.items() if isinstance(widths, dict) else ():
            if name in MEASURES and isinstance(width, (int, float)) and 0 < width < 10_000:
                self._widths[name] = round(width * self._scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self._scaled(MARGIN) - AXIS
        sizes: dict[str, int] = {}
        for name in self._wanted:
            measure = MEASURES[name]
            least = self._scaled(measure.least) + measure.fixed
            width = max(min(self._widths[name], round(self.width() * MOST_OF_THE_WINDOW)), least)
            width = width if width <= room else least
            if width <= room:
                sizes[name] = width
                room -= width
        for name, place in self._places.items():
            place.setVisible(name in sizes)
        left, right = sizes.get("facets", 0), sizes.get("detail", 0)
        self.setSizes([left, max(self.width() - left - right, 1), right])
        shown = tuple(name for name in MEASURES if name in sizes)
        if shown != self._shown:
            self._shown = shown
            self.shown_changed.emit(shown)

    def _note_widths(self) -> None:
        for name, place in self._places.items():
            if name in self._shown:
                self._widths[name] = place.width()

    def _dress(self, theme: Theme) -> None:
        if theme.scale != self._scale:
            self._widths = {name: round(w * theme.scale / self._scale) for name, w in self._widths.items()}
            self._scale = theme.scale
            self._arrange()

    def _scaled(self, pixels: int) -> int:
        return self._look.theme.size(pixels)
