"""A large answer to choose, with the number of its key; later it says whether it was right."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.widgets.parts.controls import WrappingButton
from explorer.widgets.theme import ThemeHolder

RADIUS = 8
KEY_WIDTH = 20


class Mark(Enum):
    """What is known of an option."""

    OPEN = ""
    RIGHT = "good"
    WRONG = "bad"


class Option(WrappingButton):
    """One of several; the others are let go by whoever made them. Colour is never the only sign."""

    def __init__(self, key: str, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key = key
        self._mark = Mark.OPEN
        self.setCheckable(True)

    def put(self, text: str, *, checked: bool, mark: Mark = Mark.OPEN) -> None:
        """Show ``text``; ``mark`` once the answer is known."""
        signs = {
            Mark.OPEN: "",
            Mark.RIGHT: self.tr("✓ {text}"),
            Mark.WRONG: self.tr("✗ {text}"),
        }
        self._mark = mark
        self.say(signs[mark].format(text=text) if signs[mark] else text)
        self.setToolTip(self.tr("Key {key}").format(key=self._key))
        self.setChecked(checked)
        self.setEnabled(mark is Mark.OPEN)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the key and the words."""
        theme = self._look.theme
        known = self._mark is not Mark.OPEN
        chosen = self.isChecked() and not known
        ground = f"{self._mark.value}_ground" if known else "accent" if chosen else "paper"
        strong = self.isChecked() or self.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = "ink" if chosen and self.hasFocus() else "accent" if strong else "line"
            painter.setPen(QPen(theme.colour(ring), 3 if strong else 2))
            if ground == "paper" and self.underMouse():
                ground = "hover"
            painter.setBrush(theme.colour(ground))
            radius = theme.size(RADIUS)
            painter.drawRoundedRect(self._frame(3), radius, radius)
            painter.setFont(theme.font(12, bold=True))
            ink = self._mark.value if known else "on_accent" if chosen else "ink"
            painter.setPen(theme.colour("muted" if ink == "ink" else ink))
            _, down = self._room()
            key = QRectF(theme.size(8), down, theme.size(KEY_WIDTH) - theme.size(6), theme.size(18))
            painter.drawText(key, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._key)
            self._draw_words(painter, theme.colour(ink))

    def _room(self) -> tuple[int, int]:
        theme = self._look.theme
        return theme.size(KEY_WIDTH + 6), theme.size(6)
