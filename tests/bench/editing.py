"""From a change that is known to the next frame, painted: nothing is built anew, whatever the size."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from explorer.app.session import Session
from explorer.domain.change import Change, ChangeSet
from explorer.services.libraries import OpenLibrary
from explorer.services.patching import SomeEvents, read, with_events
from explorer.services.workers import Workers
from explorer.store.columns import EventColumns
from explorer.timeline.edited import EditedIndex
from explorer.timeline.edited_facets import NO_PAIRS
from tests.bench.figures import median_of, p50, p95
from tests.bench.frames import HEART, LEVELS, NARROWEST, WIDEST, _floor
from tests.bench.libraries import Shelf
from tests.bench.window import Paints, application, fit_canvas, session_on, settle

CHANNEL = "edit"
KINDS = ("move", "new", "gone", "importance")
ROUNDS = 4
"""Each kind of edit is made so often at each level."""
NEW = 1 << 30
"""The ids of new events begin here."""
NEAR = 50
"""So many events are looked through for one of the file."""
BY = 0.3
"""Share of the view that a date is moved by."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of an event, with the view it is made in; a new event is like the one named."""

    kind: str
    event_id: int
    start: float
    end: float


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Make the edits ``runs`` times in one window, at five levels of zoom, in the middle of the view.

    An edit goes from a change that has been written to the frame that shows it, painted: the event is
    read from the file and patched in on the worker (``patch``), brought over to the models, and one
    frame is painted. What the file says is changed in memory only. The event is selected; all edits stay, so
    that each run has more of them beside the index. ``paint`` is a frame of the same view before the edit,
    ``beyond`` what the edit takes more than that; ``after`` is what follows the frame: labels near the edit,
    the strip of all time, counts in the status line.

    Returns:
        The number of events, and medians over the runs: milliseconds, ratios to the floor, paints.
    """
    qt = application()
    path, size = shelf.of(events)
    workers = Workers()
    with session_on(path) as session:
        fit_canvas(session)
        _run(qt, session, workers, rounds=1)
        taken = [_run(qt, session, workers) for _ in range(runs)]
        library = session.models.library.current
    workers.close()
    figures = median_of(taken)
    if library is not None and isinstance(library.index, EditedIndex):
        figures["beside"] = library.index.side.size
    figures["runs"] = runs
    return size, figures


def _run(qt: QApplication, session: Session, workers: Workers, rounds: int = ROUNDS) -> dict[str, float]:
    floor, _ = _floor(qt)
    models, view = session.models, session.window.timeline
    counter = Paints(view)
    whole: list[float] = []
    patches: list[float] = []
    paints: list[float] = []
    after: list[float] = []
    by_kind: dict[str, list[float]] = {kind: [] for kind in KINDS}
    painted = 0
    for edit in _edits(session, rounds):
        models.viewport.show(edit.start, edit.end)
        models.selection.select(edit.event_id)
        settle(session)
        view.picture.invalidate()
        begun = perf_counter()
        view.repaint()
        paints.append((perf_counter() - begun) * 1000)
        before, at = models.library.current, counter.count
        if before is None:
            raise SystemExit("The library did not open.")
        begun = perf_counter()
        models.courier.ask(CHANNEL, workers.write(_renewed, before, edit), _Take(session, edit, patches))
        while models.library.current is before:
            # As in the app: the thread of the window sleeps until there is something to do.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if counter.count == at:
            view.repaint()
        whole.append((perf_counter() - begun) * 1000)
        by_kind[edit.kind].append(whole[-1])
        painted += counter.count - at
        begun = perf_counter()
        QApplication.processEvents()
        after.append((perf_counter() - begun) * 1000)
        if edit.kind == "gone":
            # It comes back, not timed, so that any number of runs finds enough events.
            back, _ = _renewed(models.library.current or before, replace(edit, kind="back"))
            _Take(session, edit, [])((back, 0.0))
        settle(session)
    counter.stop()
    beyond = [one - other for one, other in zip(whole, paints, strict=True)]
    return {
        "edit_ms_p50": p50(whole),
        "edit_ms_p95": p95(whole),
        "edit_ms_max": max(whole),
        "floor_ms": floor,
        "ratio_p50": p50(whole) / floor,
        "ratio_p95": p95(whole) / floor,
        "patch_ms_p50": p50(patches),
        "patch_ms_p95": p95(patches),
        "paint_ms_p50": p50(paints),
        "paint_ms_p95": p95(paints),
        "beyond_ms_p50": p50(beyond),
        "beyond_ms_p95": p95(beyond),
        "after_ms_p50": p50(after),
        "after_ms_p95": p95(after),
        "paints_per_edit": painted / len(whole),
        **{f"{kind}_ms_p50": p50(times) for kind, times in by_kind.items()},
    }


@dataclass(frozen=True, slots=True)
class _Take:
    """Hands the library that comes from the worker to the models."""

    session: Session
    edit: Edit
    patches: list[float]

    def __call__(self, answer: tuple[OpenLibrary, float]) -> None:
        library, took = answer
        self.patches.append(took)
        change = Change("event", {"id": self.edit.event_id}, {}, {})
        self.session.models.library.renew(library, ChangeSet("An edit", (change,)))


def _edits(session: Session, rounds: int) -> Iterator[Edit]:
    """The event in the middle of the view, at each level and of each kind; other events each time."""
    first, last = session.models.viewport.bounds
    everything = last - first
    heart = last - everything * HEART
    for days in np.geomspace(everything * WIDEST, NARROWEST, LEVELS):
        for round_ in range(rounds):
            start = min(max(heart - days / 2 + round_ * days / 7, first), last - days)
            for kind in KINDS:
                yield Edit(kind, _middle(session, start + days / 2), start, start + days)


def _middle(session: Session, day: float) -> int:
    """An event of the file soon after a day in the lane with most events, or before it."""
    timeline = session.models.timeline
    if timeline.stage is None:
        raise SystemExit("The library did not open.")
    lanes = timeline.stage.lanes
    lane = max(range(len(lanes)), key=lambda number: lanes[number].total)
    for first, last in ((day, np.inf), (-np.inf, day)):
        near = timeline.events_between(lane, first, last, NEAR)
        if old := [event for event in near if event < NEW]:
            return old[0]
    raise SystemExit("There is no event to be edited.")


def _renewed(library: OpenLibrary, edit: Edit) -> tuple[OpenLibrary, float]:
    """What the app does on its worker after a change was written; the change is made of what is read."""
    begun = perf_counter()
    with library.store.reading() as connection:
        some = read(connection, [edit.event_id])
    now = with_events(library, _changed(some, edit, NEW + library.index.space))
    return now, (perf_counter() - begun) * 1000


def _changed(some: SomeEvents, edit: Edit, fresh: int) -> SomeEvents:
    columns = some.columns
    if edit.kind == "gone":
        nothing = {each.name: getattr(columns, each.name)[:0] for each in fields(EventColumns)}
        return SomeEvents(EventColumns(**nothing), NO_PAIRS, {}, [edit.event_id])
    if edit.kind == "new":
        # Who takes part in it and who tells of it is not what costs time.
        return SomeEvents(replace(columns, id=columns.id * 0 + np.int32(fresh)), NO_PAIRS, {}, ())
    if edit.kind == "back":
        return some
    if edit.kind == "importance":
        return replace(some, columns=replace(columns, importance=6 - columns.importance))
    dates = ("earliest", "likely_start", "likely_end", "latest")
    by = (edit.end - edit.start) * BY
    return replace(some, columns=replace(columns, **{name: getattr(columns, name) + by for name in dates}))
