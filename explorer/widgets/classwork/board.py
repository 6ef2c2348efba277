"""The empty axis of "Place it", with the needle and what was placed before."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from explorer.domain.classwork import Axis
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import ticks
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.place_it import Placed, PlaceItModel
from explorer.widgets.theme import Theme, ThemeHolder

SIDE = 26
"""Room at the left and right of the axis; all lengths at 100 % text."""
FOOT = 30
TICK = 6
TEXT = 12
ROW = 21
DISC = 6
NEEDLE = 2.5
CAPTION = 26
LABEL_GAP = 8
MOST_LABEL = 300
STEPS = {
    int(Qt.Key.Key_Left): -0.01,
    int(Qt.Key.Key_Right): 0.01,
    int(Qt.Key.Key_PageUp): -0.1,
    int(Qt.Key.Key_PageDown): 0.1,
}
FINE = 0.1
"""With Shift the needle goes a tenth of the way."""


class Board(QWidget):
    """Click or drag, or Left and Right (Shift: finely, Page Up and Down: far); Enter places the card."""

    def __init__(self, model: PlaceItModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(self.tr("Axis on which the card is placed"))
        model.changed.connect(self._show)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Room for the caption, some rows and the axis."""
        theme = self._look.theme
        return QSize(theme.size(400), theme.size(CAPTION + 3 * ROW + FOOT))

    def minimumSizeHint(self) -> QSize:
        """Room for the caption, a row and the axis."""
        theme = self._look.theme
        return QSize(theme.size(200), theme.size(CAPTION + ROW + FOOT))

    # What the hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the needle here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._point(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take it along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event.position().x())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Place the card here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._point(event.position().x())
            self._model.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the needle; what else is pressed is for the window."""
        key, axis = event.key(), self._model.axis
        if axis is None or self._model.phase is not Phase.ASKING:
            super().keyPressEvent(event)
        elif key in STEPS:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._model.move(STEPS[key] * (FINE if fine else 1.0))
            self._say_needle()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._model.point(axis.start if key == Qt.Key.Key_Home else axis.end)
            self._say_needle()
        else:
            super().keyPressEvent(event)

    def x_of(self, day: float) -> float:
        """Where a day lies across the widget."""
        axis, (left, width) = self._model.axis, self._plot()
        return left if axis is None else left + axis.share(day) * width

    def _point(self, x: float) -> None:
        axis, (left, width) = self._model.axis, self._plot()
        if axis is not None:
            self._model.point(axis.day((x - left) / width))

    def _plot(self) -> tuple[float, float]:
        """Left end and length of the axis."""
        side = self._look.theme.size(SIDE)
        return side, max(self.width() - 2 * side, 1)

    def _say_needle(self) -> None:
        if QAccessible.isActive():
            words = self._model.day_in_words(self._model.needle)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # What is seen

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, cards placed before, and the needle or the card placed last."""
        model, axis, theme = self._model, self._model.axis, self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.colour("canvas"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            if axis is None:
                return
            self._paint_axis(painter, axis, theme)
            last = model.last if model.phase is Phase.ANSWERED else None
            taken = self._paint_last(painter, last, theme) if last is not None else []
            self._paint_placed(painter, [one for one in model.placed if one is not last], taken, theme)
            if model.phase is Phase.ASKING:
                self._paint_needle(painter, model.needle, theme)

    def _foot(self) -> float:
        return self.height() - self._look.theme.size(FOOT)

    def _paint_axis(self, painter: QPainter, axis: Axis, theme: Theme) -> None:
        left, width = self._plot()
        foot = self._foot()
        painter.setFont(theme.font(TEXT))
        found = ticks(Viewport(axis.start, axis.end, round(width)), Scale.of(theme.scale))
        for x, text, major in zip(found.x, found.text, found.major, strict=True):
            place = left + float(x)
            painter.setPen(theme.colour("grid"))
            painter.drawLine(QPointF(place, theme.size(CAPTION)), QPointF(place, foot))
            painter.setPen(theme.colour("muted" if major else "line"))
            painter.drawLine(QPointF(place, foot), QPointF(place, foot + theme.size(TICK)))
            painter.setPen(theme.colour("ink"))
            box = QRectF(place - 200, foot + theme.size(TICK), 400, theme.size(FOOT - TICK))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        painter.setPen(QPen(theme.colour("muted"), theme.size(2)))
        painter.drawLine(QPointF(left, foot), QPointF(left + width, foot))

    def _paint_placed(
        self, painter: QPainter, placed: list[Placed], taken: list[QRectF], theme: Theme
    ) -> None:
        """Where earlier cards belong, with their names as far as there is room: the newest first."""
        painter.setFont(theme.font(TEXT))
        metrics = QFontMetricsF(painter.font())
        for one in reversed(placed):
            x = self.x_of(_middle(one))
            colour = theme.event_colour(one.card.detail.theme.colour)
            name = metrics.elidedText(
                one.card.detail.event.label, Qt.TextElideMode.ElideRight, theme.size(MOST_LABEL)
            )
            box = self._free_box(x, metrics.horizontalAdvance(name), taken, theme)
            if box is not None:
                taken.append(box)
                painter.setPen(theme.colour("line"))
                painter.drawLine(QPointF(x, box.bottom()), QPointF(x, self._foot()))
                painter.setPen(theme.colour("ink"))
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            self._paint_disc(painter, x, colour, theme)

    def _free_box(self, x: float, width: float, taken: list[QRectF], theme: Theme) -> QRectF | None:
        """A place for a label right or left of ``x`` in the lowest row with room; None without one."""
        row, gap = theme.size(ROW), theme.size(LABEL_GAP)
        most = self.width() - width - gap
        bottom = self._foot() - theme.size(2 * DISC)
        while bottom - row >= theme.size(CAPTION):
            for left in (x - gap / 2, x + gap / 2 - width):
                box = QRectF(min(max(left, gap), most), bottom - row, width, row)
                if not any(box.adjusted(-gap, 0, gap, 0).intersects(other) for other in taken):
                    return box
            bottom -= row
        return None

    def _paint_last(self, painter: QPainter, last: Placed, theme: Theme) -> list[QRectF]:
        """The time that is known as a bar, the name above it, and the way from where the card was put."""
        target, foot = last.card.target, self._foot()
        left, right = self.x_of(target.earliest), self.x_of(target.latest)
        x, put = self.x_of(_middle(last)), self.x_of(last.day)
        tone = theme.colour("good" if last.grade.is_full else "accent")
        colour = theme.event_colour(last.card.detail.theme.colour)
        bar = QRectF(left, foot - theme.size(9), max(right - left, 1.0), theme.size(9))
        painter.fillRect(bar, theme.blend(colour, 0.45))
        painter.setFont(theme.font(TEXT + 1, bold=True))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(
            last.card.detail.event.label, Qt.TextElideMode.ElideRight, self.width() * 0.8
        )
        row, gap = theme.size(ROW), theme.size(LABEL_GAP)
        width = metrics.horizontalAdvance(name)
        box = QRectF(min(max(x - width / 2, gap), self.width() - width - gap), 0, width, row)
        box.moveTop(theme.size(2))
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, foot))
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        height = foot - theme.size(22)
        pen = QPen(tone, theme.size(2))
        if not last.grade.is_full:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(put, height), QPointF(left if put < left else right, height))
        self._paint_flag(painter, put, height, tone, theme)
        self._paint_disc(painter, x, colour, theme)
        way = QRectF(min(put, x) - gap, height - gap, abs(put - x) + 2 * gap, foot - height + gap)
        return [way, box, QRectF(x - 1, box.bottom(), 2, foot - box.bottom())]

    def _paint_flag(self, painter: QPainter, x: float, top: float, colour: QColor, theme: Theme) -> None:
        """Where the team put the card."""
        painter.setPen(QPen(colour, theme.size(2)))
        painter.drawLine(QPointF(x, top), QPointF(x, self._foot()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        side = theme.size(6)
        painter.drawPolygon(
            QPolygonF([QPointF(x - side, top - side), QPointF(x + side, top - side), QPointF(x, top + side)])
        )

    def _paint_disc(self, painter: QPainter, x: float, colour: QColor, theme: Theme) -> None:
        painter.setPen(QPen(theme.colour("canvas"), 2))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, self._foot()), theme.size(DISC), theme.size(DISC))

    def _paint_needle(self, painter: QPainter, day: float, theme: Theme) -> None:
        x, accent, top = self.x_of(day), theme.colour("accent"), theme.size(CAPTION)
        painter.setPen(QPen(accent, NEEDLE * theme.scale))
        painter.drawLine(QPointF(x, top), QPointF(x, self._foot()))
        words = self._model.day_in_words(day)
        painter.setFont(theme.font(TEXT + 2, bold=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + theme.size(18)
        left = min(max(x - width / 2, 2.0), self.width() - width - 2.0)
        box = QRectF(left, theme.size(1), width, top - theme.size(1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(box, theme.size(6), theme.size(6))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _show(self) -> None:
        model = self._model
        self.setCursor(
            Qt.CursorShape.SizeHorCursor if model.phase is Phase.ASKING else Qt.CursorShape.ArrowCursor
        )
        if model.axis is not None:
            text = self.tr("From {first} to {last}. The needle stands at {day}.")
            self.setAccessibleDescription(
                text.format(
                    first=model.day_in_words(model.axis.start),
                    last=model.day_in_words(model.axis.end),
                    day=model.day_in_words(model.needle),
                )
            )
        self.update()

    def _dress(self, _theme: Theme) -> None:
        self.updateGeometry()
        self.update()


def _middle(placed: Placed) -> float:
    return (placed.card.target.earliest + placed.card.target.latest) / 2
