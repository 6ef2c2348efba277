"""What is in view, in words, for the status line."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.days import civil
from explorer.domain.words import in_words
from explorer.timeline.frame import Frame
from explorer.viewmodels.timeline import TimelineModel

PAUSE_MS = 60
"""Numbers that change more often than so cannot be read."""
DAYS_BY_UNIT = (("years", 3 * 365.25), ("months", 62.0), ("days", 2.0))


@dataclass(frozen=True, slots=True)
class ViewSummary:
    """``counts``: how many events are in view out of how many; ``span``: the time in view and its unit."""

    counts: str
    span: str


class SummaryModel(QObject):
    """Says what the latest frame shows, soon after it and not within it.

    ``changed`` carries a :class:`ViewSummary` when it is another one.
    """

    changed = Signal(object)

    def __init__(self, timeline: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._last: ViewSummary | None = None
        self._latest: Frame | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read)
        timeline.framed.connect(self._note)

    def settle(self) -> None:
        """Say now what there is still to be said."""
        if self._pause.isActive():
            self._pause.stop()
            self._read()

    def _note(self, frame: Frame) -> None:
        self._latest = frame
        if not self._pause.isActive():
            self._pause.start()

    def _read(self) -> None:
        stage, frame = self._timeline.stage, self._latest
        if stage is None or frame is None:
            return
        total = stage.index.size
        seen, shown = f"{frame.counts.in_view:,}", f"{stage.shown:,}"
        if stage.shown == total:
            counts = self.tr("{seen} of {shown} events in view").format(seen=seen, shown=shown)
        else:
            text = self.tr("{seen} of {shown} events in view, {total} without filters")
            counts = text.format(seen=seen, shown=shown, total=f"{total:,}")
        summary = ViewSummary(counts, self._span(frame.viewport.start, frame.viewport.end))
        if summary != self._last:
            self._last = summary
            self.changed.emit(summary)

    def _span(self, start: float, end: float) -> str:
        unit = next((name for name, days in DAYS_BY_UNIT if end - start >= days), "hours")
        # The right edge belongs to the next day: a view that ends with 30 November says so.
        first, last = edtf_of(start, unit), edtf_of(math.nextafter(end, start), unit)
        words = in_words(first) if first == last else in_words(first, last)
        names = {
            "years": self.tr("years"),
            "months": self.tr("months"),
            "days": self.tr("days"),
            "hours": self.tr("hours"),
        }
        return self.tr("{span} · {unit}").format(span=words, unit=names[unit])


def edtf_of(day: float, unit: str) -> str:
    """EDTF of a day number, no finer than a unit: years, months, or else days."""
    year, month, number = civil(day)
    if abs(year) > 9999:
        return f"Y{year}"
    written = f"{'-' * (year < 0)}{abs(year):04d}"
    if unit == "years":
        return written
    return f"{written}-{month:02d}" if unit == "months" else f"{written}-{month:02d}-{number:02d}"
