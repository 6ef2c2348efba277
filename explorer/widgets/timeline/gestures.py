"""Mouse, wheel and trackpad: each gesture is an object that begins, moves and ends."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from explorer.timeline.viewport import Viewport
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.timeline.geometry import Box

NOTCH = 120
NOTCH_FACTOR = 1.25
PIXELS_A_NOTCH = 60
DOUBLE_CLICK_FACTOR = 2.5
REST_MS = 60
"""A pointer at rest for so long before it lets go throws nothing."""
LEAST_THROW = 120
"""Device pixels a second below which letting go throws nothing."""
GRIP = 6


class Canvas(Protocol):
    """What gestures ask of the canvas. Points are device pixels of the canvas."""

    viewport_model: ViewportModel

    def day_at(self, x: float) -> float:
        """The day at a column."""

    def scroll_lanes(self, pixels: float) -> bool:
        """Scroll the lanes down; False if all of them are in view."""

    def over_headers(self, place: QPointF) -> bool:
        """Whether a point lies beside the lanes, where their names stand."""


class Gesture(Protocol):
    """A press that has become a drag."""

    def move(self, place: QPointF) -> None:
        """The pointer is here now."""

    def end(self) -> None:
        """The button was let go."""


class PanGesture:
    """The day under the pointer stays under it; let go in motion, the view runs on."""

    def __init__(self, canvas: Canvas, place: QPointF) -> None:
        self._canvas = canvas
        self._last = place
        self._speed = 0.0
        self._clock = QElapsedTimer()
        self._clock.start()
        canvas.viewport_model.stop()

    def move(self, place: QPointF) -> None:
        """Pan by what the pointer moved; up and down scrolls the lanes."""
        moved = place - self._last
        passed = max(self._clock.restart(), 1)
        self._speed = 0.6 * (-moved.x() * 1000 / passed) + 0.4 * self._speed
        model = self._canvas.viewport_model
        if moved.x():
            model.pan(-moved.x() / model.viewport.pixels_per_day)
        if moved.y():
            self._canvas.scroll_lanes(-moved.y())
        self._last = place

    def end(self) -> None:
        """Throw the view if the pointer was still moving."""
        if self._clock.elapsed() < REST_MS and abs(self._speed) > LEAST_THROW:
            model = self._canvas.viewport_model
            model.glide_pan(self._speed / model.viewport.pixels_per_day)


class AreaGesture:
    """Marks the time between where the pointer was pressed and where it is."""

    def __init__(self, canvas: Canvas, area: AreaModel, place: QPointF) -> None:
        self._canvas = canvas
        self._area = area
        self._first = canvas.day_at(place.x())
        canvas.viewport_model.stop()

    def move(self, place: QPointF) -> None:
        """The area ends here now."""
        self._area.mark(self._first, self._canvas.day_at(place.x()))

    def end(self) -> None:
        """The area stays until it is cleared."""


class Grip(Enum):
    """What of the view frame in the overview is held."""

    START = "start"
    END = "end"
    WHOLE = "whole"
    NONE = "none"


def grip_at(x: float, frame: tuple[float, float], reach: float) -> Grip:
    """Which part of the frame (its left and right column) lies at a column.

    A narrow frame leaves a third of itself for its middle.
    """
    left, right = frame
    inside = min(reach, (right - left) / 3)
    if left - reach <= x <= left + inside:
        return Grip.START
    if right - inside <= x <= right + reach:
        return Grip.END
    return Grip.WHOLE if left < x < right else Grip.NONE


class FrameGesture:
    """Drags the view frame of the overview, or one of its edges."""

    def __init__(self, model: ViewportModel, box: Box, whole: Viewport, grip: Grip, place: QPointF) -> None:
        self._model = model
        self._box = box
        self._whole = whole
        self._grip = grip
        self._at = whole.day(place.x() - box.x)
        self._first = model.viewport
        model.stop()

    def move(self, place: QPointF) -> None:
        """Follow the pointer."""
        day = self._whole.day(place.x() - self._box.x)
        first, moved = self._first, day - self._at
        if self._grip == Grip.START:
            self._model.show(min(first.start + moved, first.end), first.end)
        elif self._grip == Grip.END:
            self._model.show(first.start, max(first.end + moved, first.start))
        else:
            self._model.show(first.start + moved, first.end + moved)

    def end(self) -> None:
        """Nothing runs on: the frame lies where it was put."""


class ScrollGesture:
    """Drags the thumb of the lanes' scroll bar; pressed beside it, the thumb comes to the pointer."""

    def __init__(
        self, canvas: Canvas, top: float, height: float, lanes_a_pixel: float, place: QPointF
    ) -> None:
        """``lanes_a_pixel``: how far the lanes scroll for a device pixel of the thumb's way."""
        self._canvas = canvas
        self._lanes_a_pixel = lanes_a_pixel
        self._last = place.y()
        if not top <= place.y() < top + height:
            self._scroll(place.y() - (top + height / 2))

    def move(self, place: QPointF) -> None:
        """Follow the pointer."""
        self._scroll(place.y() - self._last)
        self._last = place.y()

    def end(self) -> None:
        """The lanes stay where they are."""

    def _scroll(self, way: float) -> None:
        self._canvas.scroll_lanes(way * self._lanes_a_pixel)


def turn_wheel(canvas: Canvas, event: QWheelEvent, place: QPointF, ratio: float) -> None:
    """A wheel zooms about the pointer; with Shift, or over the names of the lanes, it scrolls the lanes.

    On a trackpad, sideways pans; up and down scrolls the lanes where they do not fit, else it zooms.
    """
    angle, pixels = event.angleDelta(), event.pixelDelta()
    model = canvas.viewport_model
    trackpad = not pixels.isNull() and (
        event.phase() != Qt.ScrollPhase.NoScrollPhase
        or event.device().type() == QInputDevice.DeviceType.TouchPad
    )
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.ShiftModifier or canvas.over_headers(place):
        # Some systems turn a wheel with Shift into a sideways one.
        down = (pixels if trackpad else angle) * (1 if trackpad else PIXELS_A_NOTCH / NOTCH)
        canvas.scroll_lanes(-(down.y() or down.x()) * ratio)
        return
    if trackpad and not modifiers & Qt.KeyboardModifier.ControlModifier:
        if abs(pixels.x()) > abs(pixels.y()):
            model.pan(-pixels.x() * ratio / model.viewport.pixels_per_day)
            return
        if canvas.scroll_lanes(-pixels.y() * ratio):
            return
        model.zoom(NOTCH_FACTOR ** (pixels.y() / PIXELS_A_NOTCH), canvas.day_at(place.x()))
        return
    if angle.y():
        model.glide_zoom(NOTCH_FACTOR ** (angle.y() / NOTCH), canvas.day_at(place.x()))
    elif angle.x():
        model.pan(-angle.x() / NOTCH * PIXELS_A_NOTCH * ratio / model.viewport.pixels_per_day)


def native_gesture(canvas: Canvas, event: QNativeGestureEvent, place: QPointF) -> bool:
    """A pinch zooms about its middle, a smart zoom (two fingers tapped twice) zooms in one step."""
    model = canvas.viewport_model
    kind = event.gestureType()
    if kind == Qt.NativeGestureType.ZoomNativeGesture:
        model.zoom(max(1 + event.value(), 0.2), canvas.day_at(place.x()))
        return True
    if kind == Qt.NativeGestureType.SmartZoomNativeGesture:
        model.fly_zoom(DOUBLE_CLICK_FACTOR, canvas.day_at(place.x()))
        return True
    return False
