"""Finds the date that is meant where words are selected."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from explorer.domain.event import Era
from explorer.domain.suggestion import Suggestion
from explorer.services.workers import Workers

AROUND = 1_500
"""Characters before and after the selected words that are read for a date."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Words of a text from ``start`` to ``end`` (code points), and what is known of its date."""

    text: str
    start: int
    end: int
    published: str | None = None
    eras: Sequence[Era] = ()


class Dating:
    """Reads the neighbourhood of selected words on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def nearest(self, selected: Selected) -> Future[Suggestion | None]:
        """The date in the words selected, or else the one that stands nearest to them; None without any."""
        return self._workers.read(nearest, selected)


def nearest(selected: Selected) -> Suggestion | None:
    """The same, on the thread of the caller. Places of the answer count from the neighbourhood's start."""
    from explorer.services.suggesting.finding import Context, Finder

    low = _paragraph_start(selected.text, max(selected.start - AROUND, 0))
    text = selected.text[low : selected.end + AROUND]
    start, end = selected.start - low, selected.end - low
    found = Finder(Context(selected.published, selected.eras)).find(text)

    def far(one: Suggestion) -> tuple[int, float]:
        apart = max(one.date_start - end, start - one.date_end, 0)
        return apart, -one.confidence

    return min((one for one in found if not one.vague), key=far, default=None)


def _paragraph_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
