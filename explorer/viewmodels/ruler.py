"""Measures the time between two events, or two points of the axis."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.event import DateFlag, Precision
from explorer.domain.lengths import length_in_words
from explorer.viewmodels.area import clock_text, grain, is_whole
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.summary import edtf_of
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel

HINT_SECONDS = 20.0
ANSWER_SECONDS = 15.0
DOUBT = DateFlag.APPROXIMATE | DateFlag.UNCERTAIN | DateFlag.ONE_OF


@dataclass(frozen=True, slots=True)
class RulerEnd:
    """One end: the ``day`` that counts, known to ``precision``, and ``at`` which day it is drawn.

    ``about`` is true where the day is not sure even to its precision.
    """

    day: float
    at: float
    precision: Precision
    about: bool = False
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Ruler:
    """Two ends as they were set; ``done`` once the second one is no longer tried out."""

    first: RulerEnd | None = None
    last: RulerEnd | None = None
    done: bool = False

    @property
    def length(self) -> str:
        """The time between both in words, "" while there is only one."""
        if self.first is None or self.last is None:
            return ""
        finest = max(self.first.precision, self.last.precision)
        about = self.first.about or self.last.about
        return length_in_words(self.first.day, self.last.day, finest, about=about)


class RulerModel(QObject):
    """One ruler or none. ``changed`` carries the :class:`Ruler` or None."""

    changed = Signal(object)

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._messages = messages
        self._current: Ruler | None = None
        timeline.began.connect(self.clear)
        selection.changed.connect(self._try_event)

    @property
    def current(self) -> Ruler | None:
        """The ruler as it lies."""
        return self._current

    @property
    def measuring(self) -> bool:
        """Whether an end is still to be set."""
        return self._current is not None and not self._current.done

    def begin(self) -> None:
        """Ask for two ends; asked again before they are set, it ends."""
        if self.measuring:
            self.clear()
        elif self._timeline.stage is not None:
            self._put(Ruler())
            self._messages.show_notice(
                self.tr("Click two marks or two days. Enter takes the selected event, Esc ends measuring."),
                HINT_SECONDS,
            )

    def clear(self) -> None:
        """Take the ruler away."""
        self._put(None)

    def set_end(self, end: RulerEnd) -> None:
        """The next end lies here; with the second one the time is told."""
        ruler = self._current
        if ruler is None or ruler.done:
            return
        if ruler.first is None:
            self._put(Ruler(end))
            return
        self._put(Ruler(ruler.first, end, done=True))
        self._tell(Ruler(ruler.first, end))

    def try_end(self, end: RulerEnd) -> None:
        """The second end may come to lie here."""
        ruler = self._current
        if ruler is not None and ruler.first is not None and not ruler.done:
            self._put(replace(ruler, last=end))

    def take_selected(self) -> None:
        """The next end is the selected event."""
        event_id = self._selection.current
        end = None if event_id is None else self.end_at_event(event_id)
        if end is not None:
            self.set_end(end)

    def end_at_day(self, day: float) -> RulerEnd:
        """An end at a point of the axis, as finely as the view can show it."""
        step = grain(self._viewport.viewport)
        first = math.floor(day / step + 1e-9) * step
        return RulerEnd(first, first + step / 2, Precision.DAY if step >= 1 else Precision.MINUTE)

    def end_at_event(self, event_id: int, near: float | None = None) -> RulerEnd | None:
        """An end at an event. One that lasts is measured from the end that is nearer to the day ``near``."""
        row, stage = self._timeline.row_of(event_id), self._timeline.stage
        if row is None or stage is None:
            return None
        index = stage.index
        start, end = float(index.likely_start[row]), float(index.likely_end[row])
        flags, precision = DateFlag(int(index.flags[row])), Precision(int(index.precision[row]))
        about = bool(flags & DOUBT) or precision > Precision.DAY
        if not flags & DateFlag.SPAN:
            day = start if precision <= Precision.DAY else (start + end) / 2
            return RulerEnd(day, float(index.position[row]), precision, about, event_id)
        late = near is not None and near > (start + end) / 2 and not flags & DateFlag.OPEN_END
        if late or flags & DateFlag.OPEN_START:
            # The end of a day is the beginning of the next: what lasted until the 5th is measured to the 5th.
            day = end - 1 if precision is Precision.DAY else end
            return RulerEnd(day, end, precision, about, event_id)
        return RulerEnd(start, start, precision, about, event_id)

    def _try_event(self, event_id: int | None) -> None:
        end = None if event_id is None or not self.measuring else self.end_at_event(event_id)
        if end is not None:
            self.try_end(end)

    def _tell(self, ruler: Ruler) -> None:
        if ruler.first is None or ruler.last is None:
            return
        first, last = sorted((ruler.first, ruler.last), key=lambda end: end.day)
        text = self.tr("{length} from {first} to {last}")
        said = text.format(length=ruler.length, first=self._name(first), last=self._name(last))
        self._messages.show_notice(said[:1].upper() + said[1:], ANSWER_SECONDS)

    def _name(self, end: RulerEnd) -> str:
        from explorer.domain.words import in_words

        title = None if end.event is None else self._timeline.titles.title(end.event)
        if title is not None:
            return self.tr("“{title}”").format(title=title)
        return in_words(edtf_of(end.day, "days") if is_whole(end.day) else clock_text(end.day))

    def _put(self, ruler: Ruler | None) -> None:
        if ruler != self._current:
            self._current = ruler
            self.changed.emit(ruler)
