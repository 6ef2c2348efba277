"""The fields of a form: a name, something to type in, and a line for what was understood or is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.event import Theme as Lane
from explorer.viewmodels.navigator import TypedDate
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

IMPORTANCES = 5
BOX = 15
"""Side of the box of a question, in pixels at 100 % text."""


class Field(QWidget):
    """A name above a control, and below it a line of words that is there while it says something."""

    def __init__(self, name: str, control: QWidget, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.control = control
        self._name = Words("section", self)
        self._name.setText(name)
        self._said = Words("muted", self)
        self._said.hide()
        control.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._name, control, self._said):
            self._column.addWidget(part)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def said(self) -> str:
        """The words below the control."""
        return self._said.text() if self._said.isVisibleTo(self) else ""

    def help(self, text: str) -> None:
        """Say in the tooltip what belongs here."""
        self.control.setToolTip(text)

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say something below the control; nothing for ""."""
        role = "bad" if bad else "muted"
        if self._said.property("role") != role:
            self._said.setProperty("role", role)
            self._said.style().unpolish(self._said)
            self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def tell(self, problem: str) -> None:
        """Say what is wrong here, also to those who listen."""
        self.say(problem, bad=True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.control, problem))

    def _dress(self, theme: Theme) -> None:
        self._column.setSpacing(theme.size(4))


class DateLine(Field):
    """A line for a date in words or as EDTF that says at once how it is understood."""

    def __init__(self, name: str, look: ThemeHolder, parent: QWidget) -> None:
        self.edit = QLineEdit(parent)
        super().__init__(name, self.edit, look, parent)

    def show_reading(self, typed: TypedDate | None) -> None:
        """Say how the text is understood; nothing for a line without text. What is half typed is no error."""
        self.say("" if typed is None else typed.words or self.tr("Not a date yet"))


class LongText(QPlainTextEdit):
    """A text of several lines. Tab leaves it."""

    def __init__(self, lines: int, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def _dress(self, theme: Theme) -> None:
        line = round(theme.font().pixelSize() * 1.5)
        self.setFixedHeight(self._lines * line + theme.size(14))


class LaneBox(QComboBox):
    """The lanes with their colours."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lanes: Sequence[Lane] = ()
        look.changed.connect(self._dress)

    def fill(self, lanes: Sequence[Lane]) -> None:
        """Offer these."""
        chosen = self.lane
        self._lanes = lanes
        self.clear()
        for lane in lanes:
            self.addItem(swatch(self._look.theme, lane.colour), lane.name, lane.id)
        if chosen is not None:
            self.choose(chosen)

    @property
    def lane(self) -> int | None:
        """The id of the lane chosen."""
        found: int | None = self.currentData()
        return found

    def choose(self, lane: int) -> None:
        """Choose a lane by its id."""
        self.setCurrentIndex(max(self.findData(lane), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the field, we the small arrow in it."""
        super().paintEvent(event)
        theme = self._look.theme
        half = theme.size(4)
        middle = QPointF(self.width() - theme.size(16), self.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("muted"), 1.3 * theme.scale))
            corners = ((-half, -half / 2), (0, half / 2), (half, -half / 2))
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def _dress(self, _theme: Theme) -> None:
        self.fill(self._lanes)


class ImportanceRow(QWidget):
    """Five buttons, of which one is down."""

    changed = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        meanings = {
            5: self.tr("5 of 5: the story fails without it"),
            4: self.tr("4 of 5: a turning point"),
            3: self.tr("3 of 5: a step of the story"),
            2: self.tr("2 of 5: worth knowing"),
            1: self.tr("1 of 5: a detail"),
        }
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for number in range(1, IMPORTANCES + 1):
            button = QPushButton(str(number), self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setToolTip(meanings[number])
            button.setAccessibleName(self.tr("Importance {meaning}").format(meaning=meanings[number]))
            self._group.addButton(button, number)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setFocusProxy(self._group.button(1))
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def value(self) -> int:
        """From 1 to 5."""
        return self._group.checkedId()

    def choose(self, value: int) -> None:
        """Put one button down."""
        self._group.button(value).setChecked(True)
        self.setFocusProxy(self._group.button(value))

    def _dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.size(6))


def swatch(theme: Theme, colour: str) -> QIcon:
    """A small square in the colour of a lane."""
    side = theme.size(12)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.event_colour(colour)))
        painter.drawRoundedRect(picture.rect(), theme.size(3), theme.size(3))
    return QIcon(picture)
