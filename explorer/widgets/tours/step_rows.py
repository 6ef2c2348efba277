"""Draws the steps of a tour, one a row: number, title and time, what is in focus, the first words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from explorer.domain.event import Theme as Lane
from explorer.domain.tour import Step
from explorer.domain.tour_view import Focus
from explorer.viewmodels.step_list import StepListModel, StepRole, range_words
from explorer.widgets.parts.delegate import Index, RowDelegate
from explorer.widgets.sources.rows import draw_line
from explorer.widgets.theme import Theme, ThemeHolder

ROW = 84
LINE = 20
NUMBER = 34
RADIUS = 8
NARROW = 360
"""Pixels at 100 % text below which the time of a step goes down to its own line."""


class StepRows(RowDelegate):
    """``lanes`` are by id, for the colour of the event in focus."""

    def __init__(self, steps: StepListModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(ROW, look, parent)
        self._steps = steps
        self.lanes: dict[int, Lane] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme = self._look.theme
        step: Step = index.data(StepRole.STEP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(theme.size(2), theme.size(3), -theme.size(2), -theme.size(3))
        self._ground(painter, option, inner, theme)
        number = QRect(inner.left() + theme.size(6), inner.top(), theme.size(NUMBER), inner.height())
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            number.adjusted(0, theme.size(9), 0, 0),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            str(index.row() + 1),
        )
        box = inner.adjusted(theme.size(NUMBER + 12), theme.size(8), -theme.size(12), 0)
        box.setHeight(theme.size(LINE))
        self._first(painter, box, step, theme)
        box.translate(0, theme.size(LINE + 1))
        self._second(painter, box, step, index.data(StepRole.FOCUS), theme)
        box.translate(0, theme.size(LINE))
        said = " ".join(step.say.split())
        words = said or self.tr("Nothing is said yet")
        draw_line(painter, box, words, theme.font(12.5, italic=not said), theme, "ink" if said else "muted")
        painter.restore()

    def _first(self, painter: QPainter, box: QRect, step: Step, theme: Theme) -> None:
        """The title, and the time at the right where there is room."""
        aside = range_words(step)
        width = QFontMetrics(theme.font(12)).horizontalAdvance(aside) + theme.size(12)
        if box.width() < theme.size(NARROW):
            width = 0
        else:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        draw_line(painter, box.adjusted(0, 0, -width, 0), step.title, theme.font(14, bold=True), theme, "ink")

    def _second(self, painter: QPainter, box: QRect, step: Step, focus: Focus | None, theme: Theme) -> None:
        """A mark for what is shown large, the lane's colour, and the words of what is in focus."""
        left = box.left()
        shown = self._steps.shown_words(step)
        if shown:
            left += self._badge(painter, box, shown, theme)
        event = None if focus is None else focus.event
        if event is not None:
            side = theme.size(9)
            lane = self.lanes.get(event.theme_id)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.event_colour(lane.colour) if lane else theme.colour("muted"))
            painter.drawEllipse(QRectF(left, box.center().y() - side / 2 + 1, side, side))
            left += side + theme.size(7)
        words = self._steps.focus_words(focus)
        if box.width() < theme.size(NARROW):
            words = " · ".join(filter(None, (range_words(step), words)))
        draw_line(painter, box.adjusted(left - box.left(), 0, 0, 0), words, theme.font(12), theme, "muted")

    def _badge(self, painter: QPainter, box: QRect, words: str, theme: Theme) -> int:
        """Draw a word in a rounded field; answers the room that it takes, in pixels."""
        font = theme.font(11, bold=True)
        width = QFontMetrics(font).horizontalAdvance(words) + theme.size(14)
        field = QRectF(box.left(), box.top() + theme.size(1.5), width, box.height() - theme.size(3))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)
        return width + theme.size(8)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, theme: Theme) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        radius = theme.size(RADIUS)
        if chosen:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(QRectF(inner).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            bar = QRect(inner.left(), inner.top() + radius, theme.size(3), inner.height() - 2 * radius)
            painter.fillRect(bar, theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(inner), radius, radius)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(inner).adjusted(1, 1, -1, -1), radius, radius)
