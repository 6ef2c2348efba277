"""The parts that the sections of the pane are made of: headed sections, cards, folds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.text import Words, wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder


def column(parent: QWidget, gap: int = 0) -> QVBoxLayout:
    """A column without margins; ``gap`` is in pixels at 100 % text."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def margin(theme: Theme, pixels: int) -> int:
    """Room around text, in pixels. It grows by half of what text grows: the width is for the words."""
    return round(pixels * (1 + (theme.scale - 1) / 2)) if theme.scale > 1 else theme.size(pixels)


def as_tall_as_needed(widget: QWidget) -> None:
    """Give a widget the height that its layout asks for at its width, and no more."""
    widget.setSizePolicy(wrapping_policy())


class Section(QWidget):
    """A heading in small letters, room for a link at its right, and a body below."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        as_tall_as_needed(self)
        self.column = column(self)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        self._heading = Words("section", self)
        self._top.addWidget(self._heading, 1)
        self.column.addLayout(self._top)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.body)

    def title(self, text: str) -> None:
        """Set the heading."""
        self._heading.setText(text.upper())
        self._heading.setAccessibleName(text)
        self.setAccessibleName(text)

    def add_link(self, link: LinkButton) -> None:
        """Put a link at the right of the heading."""
        self._top.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def space(self, above: int, below: int, gap: int) -> None:
        """Room above the heading, below it and between the items of the body, in pixels at 100 % text."""
        theme = self.look.theme
        self.column.setContentsMargins(0, margin(theme, above), 0, 0)
        self.column.setSpacing(margin(theme, below))
        self.body.setSpacing(margin(theme, gap))


class Card(QWidget):
    """A framed field; ``tone`` colours its left edge."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._tone = ""
        as_tall_as_needed(self)
        self.body = column(self)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def tone(self) -> str:
        """Colour role of the left edge; "" for none."""
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Colour the left edge with a role of the theme; "" for none."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the frame and the edge."""
        theme = self.look.theme
        radius = theme.size(8)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("canvas"))
            painter.drawRoundedRect(area, radius, radius)
            if self._tone:
                outline = QPainterPath()
                outline.addRoundedRect(QRectF(self.rect()), theme.size(3), theme.size(3))
                painter.setClipPath(outline)
                painter.fillRect(QRectF(0, 0, 4, self.height()), theme.colour(self._tone))

    def _dress(self, theme: Theme) -> None:
        down = margin(theme, 11)
        self.body.setContentsMargins(margin(theme, 16), down, margin(theme, 13), down)
        self.body.setSpacing(margin(theme, 5))
        self.update()


class Fold(LinkButton):
    """A link that shows and hides what stands below it."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, small=True)
        self.setCheckable(True)
        self._words = ("", "")
        self._folded: Sequence[QWidget] = ()
        self.toggled.connect(self._turn)

    def govern(self, *widgets: QWidget) -> None:
        """Show and hide these widgets."""
        self._folded = widgets
        self._turn(self.isChecked())

    def name(self, closed: str, opened: str) -> None:
        """What the link says while it is closed, and while it is open."""
        self._words = (closed, opened)
        self.say(self._words[self.isChecked()])

    def _turn(self, opened: bool) -> None:
        self.say(self._words[opened])
        for widget in self._folded:
            widget.setVisible(opened)
