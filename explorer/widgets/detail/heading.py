"""The top of the pane: date and how exact, title, summary, people and places, the way to other events."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from explorer.domain.detail import EventDetail, EventHeading
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.event import Event, Status
from explorer.domain.words import exactness, in_words
from explorer.viewmodels.history import Ways
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail.blocks import as_tall_as_needed, column
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import Chip, LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder


class LaneMark(QWidget):
    """A small square in the colour of the lane."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = ""
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, colour: str, lane: str) -> None:
        """Show the colour of a lane; its name is the tooltip."""
        self._colour = colour
        self.setToolTip(lane)
        self.setAccessibleName(lane)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        if self._colour:
            theme = self._look.theme
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.event_colour(self._colour))
                painter.drawRoundedRect(QRectF(self.rect()), theme.size(3), theme.size(3))

    def _dress(self, theme: Theme) -> None:
        self.setFixedSize(QSize(theme.size(12), theme.size(12)))
        self.update()


class Steps(QWidget):
    """Back and forward through what was looked at; previous and next event in time."""

    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, selection: SelectionModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._previous: EventHeading | None = None
        self._next: EventHeading | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.back = self._button("←", self.tr("Back to what you looked at before (Alt Left)"))
        self.forward = self._button("→", self.tr("Forward again (Alt Right)"))
        self.previous = self._button("‹", "")
        self.next = self._button("›", "")
        for button in (self.back, self.forward, self.previous, self.next):
            row.addWidget(button)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)
        self.show_ways(Ways(back=False, forward=False))
        self.previous.clicked.connect(self._go_previous)
        self.next.clicked.connect(self._go_next)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, detail: EventDetail) -> None:
        """Show the way from this event to others."""
        self._previous, self._next = detail.previous, detail.next
        self._name(self.previous, self._previous, self.tr("Previous event"))
        self._name(self.next, self._next, self.tr("Next event"))

    def show_ways(self, ways: Ways) -> None:
        """Whether there is a way back and forward."""
        self.back.setEnabled(ways.back)
        self.forward.setEnabled(ways.forward)

    def _name(self, button: QToolButton, heading: EventHeading | None, name: str) -> None:
        button.setEnabled(heading is not None)
        button.setAccessibleName(name)
        button.setToolTip(name)
        if heading is not None:
            button.setToolTip(
                self.tr("{name}: {title}, {date}").format(
                    name=name, title=heading.title, date=in_words(heading.start, heading.end)
                )
            )

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setProperty("role", "step")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _dress(self, theme: Theme) -> None:
        for button in (self.back, self.forward, self.previous, self.next):
            button.setFixedSize(theme.size(24), theme.size(22))

    def _go_previous(self) -> None:
        if self._previous is not None:
            self._selection.lead_to(self._previous.id)

    def _go_next(self) -> None:
        if self._next is not None:
            self._selection.lead_to(self._next.id)


class EntityChip(Chip):
    """A person, body or place."""

    asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._entity: Entity | None = None
        self.clicked.connect(self._ask)

    def put(self, entity: Entity) -> None:
        """Show a name."""
        self._entity = entity
        about = entity.description
        if (
            about
            and entity.kind in {EntityKind.PERSON, EntityKind.BODY}
            and entity.status is not Status.CHECKED
        ):
            about = self.tr("{about} (not checked)").format(about=about)
        show = self.tr("Show only events with {name}").format(name=entity.name)
        self.say(entity.name, f"{about}\n{show}" if about else show)

    def _ask(self) -> None:
        if self._entity is not None:
            self.asked.emit(self._entity)


class Heading(QWidget):
    """Date line, title, summary, chips; ``edit_asked`` asks to write on the event."""

    entity_asked = Signal(object)
    edit_asked = Signal()

    def __init__(self, selection: SelectionModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self._look = look
        self._mark = LaneMark(look, self)
        self._date = Words("muted", self)
        self.steps = Steps(selection, look, self)
        self._edit = LinkButton(look, self, small=True)
        self._edit.say(self.tr("Edit"), self.tr("Edit the event (F2, E)"))
        self._edit.clicked.connect(self.edit_asked)
        self._doubt = Words("warn", self)
        self._title = Reading("title", self)
        self._title.setAccessibleName(self.tr("Title"))
        self._summary = Reading("body", self)
        self._summary.setAccessibleName(self.tr("Summary"))
        self._chips = FlowLayout()
        self._pool = Pool(self._chips, self._make_chip)
        self._line = FlowLayout(justified=True)
        self._when = QHBoxLayout()
        self._column = column(self)
        self._build()
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def chips(self) -> Sequence[EntityChip]:
        """The chips shown."""
        return self._pool.shown

    def put(self, detail: EventDetail) -> None:
        """Show the head of an event."""
        event = detail.event
        self._mark.put(detail.theme.colour, detail.theme.name)
        when, exact = in_words(event.start, event.end), exactness(event.start, event.end)
        self._date.setText(f"{when} · {exact}" if exact else when)
        self._date.setToolTip(event.date_note)
        self._doubt.setText(self._date_doubt(event))
        self._doubt.setToolTip(event.date_note)
        self._doubt.setVisible(bool(self._doubt.text()))
        self.steps.put(detail)
        self._title.read(event.title)
        self._summary.read(event.summary)
        self._pool.fill((*detail.people, *detail.bodies, *detail.places), EntityChip.put)

    def _date_doubt(self, event: Event) -> str:
        return {
            Status.UNCHECKED: self.tr("Date not checked"),
            Status.PROVISIONAL: self.tr("Date provisional"),
            Status.APPROXIMATE: self.tr("Date approximate"),
        }.get(event.date_status, "")

    def _build(self) -> None:
        when = QWidget(self)
        as_tall_as_needed(when)
        when.setLayout(self._when)
        self._when.setContentsMargins(0, 0, 0, 0)
        self._when.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._when.addWidget(self._date, 1, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(when)
        self._line.addWidget(self._edit)
        self._line.addWidget(self.steps)
        self._column.addLayout(self._line)
        for widget in (self._doubt, self._title, self._summary):
            self._column.addWidget(widget)
        self._column.addLayout(self._chips)

    def _make_chip(self) -> EntityChip:
        chip = EntityChip(self._look, self)
        chip.asked.connect(self.entity_asked)
        return chip

    def _dress(self, theme: Theme) -> None:
        self._line.set_gap(theme.size(8), theme.size(4))
        self._when.setSpacing(theme.size(8))
        self._column.setSpacing(theme.size(8))
        self._chips.set_gap(theme.size(6), theme.size(6))
