"""Minutes of wheel and drag by a scripted hand: the longest hold-up of the window, and whether memory grows.

In a real window: ``QT_QPA_PLATFORM=xcb xvfb-run -s "-screen 0 1920x1080x24" python -m tests.bench soak``.
"""

import math
from array import array
from collections.abc import Iterator
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.app.session import Session
from tests.bench.figures import p50, p95
from tests.bench.libraries import Shelf
from tests.bench.resident import resident
from tests.bench.window import application, fit_canvas, session_on, settle

WARM_S, ROUND_S = 5, 30
ROUNDS_A_MINUTE = 60 // ROUND_S
TICK_MS = 16
NOTCH = 120
ZOOMS, DRAGS, REST = 45, 90, 12
"""Ticks of a stroke: zooming in or out, dragging, letting go and looking."""
LONG_MS = 33.0
LEFT = Qt.MouseButton.LeftButton


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """``runs`` rounds of 30 seconds in one window.

    A frame is the time from one stroke of the hand to the next: 16 ms or, where a paint or answers that come
    in hold the window up, so much more. ``busy`` is what the GUI thread computed in it, whatever else the
    machine did. Memory is that of the first and of the last minute.
    """
    application()
    path, size = shelf.of(events)
    memory: list[float] = []
    # Plain numbers: as objects they would be half of what the memory grows by.
    frames, busy = array("d"), array("d")
    with session_on(path) as session:
        fit_canvas(session)
        view = session.window.timeline
        Hand(view, WARM_S).play(strokes(view))
        for _ in range(runs):
            hand = Hand(view, ROUND_S)
            hand.play(strokes(view))
            frames.extend(hand.frames)
            busy.extend(hand.busy)
            memory.append(_at_rest(session))
    first, last = memory[:ROUNDS_A_MINUTE], memory[-ROUNDS_A_MINUTE:]
    return size, {
        "platform": QGuiApplication.platformName(),
        "frame_ms_p50": round(p50(frames), 3),
        "frame_ms_p95": round(p95(frames), 3),
        "frame_ms_max": round(max(frames), 3),
        "busy_ms_p95": round(p95(busy), 3),
        "busy_ms_max": round(max(busy), 3),
        "frames": len(frames),
        "frames_over_33_ms": sum(one > LONG_MS for one in frames),
        "memory_first_mb": round(sum(first) / len(first), 1),
        "memory_last_mb": round(sum(last) / len(last), 1),
        "memory_ratio": round(sum(last) / len(last) / (sum(first) / len(first)), 4),
        "runs": runs,
    }


def _at_rest(session: Session) -> float:
    settle(session)
    return resident()["now"]


class Hand:
    """Does one thing a tick, for some seconds at most; times how the ticks follow on each other."""

    def __init__(self, view: QWidget, seconds: float) -> None:
        self._view = view
        self._seconds = seconds
        self.frames: list[float] = []
        self.busy: list[float] = []
        """Milliseconds from one tick to the next, and of them those that this thread computed."""
        self._loop = QEventLoop()
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)

    def play(self, strokes: Iterator[QWheelEvent | QMouseEvent | None]) -> None:
        """Take the strokes one by one."""
        self._strokes = strokes
        self._last, self._computed = perf_counter(), thread_time()
        self._end = self._last + self._seconds
        self._timer.start()
        self._loop.exec()

    def _move(self) -> None:
        now, computed = perf_counter(), thread_time()
        self.frames.append((now - self._last) * 1000)
        self.busy.append((computed - self._computed) * 1000)
        self._last, self._computed = now, computed
        event = next(self._strokes, self._timer) if now < self._end else self._timer
        if event is self._timer:
            self._timer.stop()
            self._loop.quit()
        elif event is not None:
            QApplication.sendEvent(self._view, event)


def strokes(view: QWidget) -> Iterator[QWheelEvent | QMouseEvent | None]:
    """For ever: in at a place, along, out, along, each time elsewhere."""
    width, height = view.width(), view.height()
    for number in range(1 << 30):
        share = 0.25 + 0.5 * ((number * 0.618) % 1.0)
        place = QPointF(width * share, height * 0.4)
        yield from (_wheel(view, place, NOTCH // 2) for _ in range(ZOOMS))
        yield from _drag(view, place, width / 3)
        yield from [None] * REST
        yield from (_wheel(view, place, -NOTCH // 2) for _ in range(ZOOMS))
        yield from _drag(view, place, -width / 4)
        yield from [None] * REST


def _wheel(view: QWidget, place: QPointF, turn: int) -> QWheelEvent:
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase, whole = Qt.ScrollPhase.NoScrollPhase, view.mapToGlobal(place)
    return QWheelEvent(place, whole, QPoint(), QPoint(0, turn), none, keys, phase, False)


def _drag(view: QWidget, place: QPointF, reach: float) -> Iterator[QMouseEvent]:
    """There and back again on a slow swing."""
    yield _mouse(view, QMouseEvent.Type.MouseButtonPress, place, LEFT)
    for at in range(DRAGS):
        moved = QPointF(reach * math.sin(at / DRAGS * 2 * math.pi), 0)
        yield _mouse(view, QMouseEvent.Type.MouseMove, place + moved, Qt.MouseButton.NoButton)
    yield _mouse(view, QMouseEvent.Type.MouseButtonRelease, place, LEFT)


def _mouse(view: QWidget, kind: QMouseEvent.Type, place: QPointF, button: Qt.MouseButton) -> QMouseEvent:
    held = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else LEFT
    return QMouseEvent(kind, place, view.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
