from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.masking import names_a_date
from explorer.services.reveal import Sieves
from explorer.services.workers import Workers
from explorer.viewmodels.models import Models
from explorer.viewmodels.reveal import COVERED, Hidden, RevealModel


@pytest.fixture
def reveal(models: Models) -> Iterator[RevealModel]:
    workers = Workers()
    yield RevealModel(
        models.timeline, models.viewport, models.facets, models.selection, Sieves(workers), models.courier
    )
    workers.close()


def events(models: Models) -> list[int]:
    """All events in the order of time."""
    stage = models.timeline.stage
    assert stage is not None
    rows = sorted(range(stage.index.size), key=lambda row: stage.index.position[row])
    return [models.timeline.id_of(row) for row in rows]


def day_of(models: Models, event_id: int) -> float:
    stage, row = models.timeline.stage, models.timeline.row_of(event_id)
    assert stage is not None
    assert row is not None
    return float(stage.index.position[row])


def test_hidden_titles_are_told_nowhere_until_they_are_uncovered(reveal: RevealModel, models: Models) -> None:
    titles, known = models.timeline.titles, events(models)
    before = {one: (titles.title(one), titles.label(one), titles.heading(one)) for one in known}
    reveal.hide(Hidden.TITLES)
    for one in known:
        heading = titles.heading(one)
        assert heading is not None
        assert {titles.title(one), titles.label(one), heading.title, heading.label} == {COVERED}
        assert heading.start == before[one][2].start
    models.viewport.show_all()
    reveal.uncover_next()
    reveal.uncover_next()
    opened = reveal.state.opened
    assert list(opened) == known[:2]
    assert models.selection.current == opened[-1]
    assert titles.title(opened[0]) == before[opened[0]][0]
    reveal.cover_last()
    assert titles.title(opened[1]) == COVERED
    reveal.end()
    assert before == {one: (titles.title(one), titles.label(one), titles.heading(one)) for one in known}


def test_the_line_uncovers_all_before_it(reveal: RevealModel, models: Models) -> None:
    known = events(models)
    reveal.hide(Hidden.TITLES)
    reveal.draw_line(day_of(models, known[30]))
    covered = [one for one in known if reveal.covers(one)]
    assert covered
    assert all(day_of(models, one) > reveal.state.now for one in covered)
    assert not any(reveal.covers(one) for one in known[:31])


def test_hidden_dates_are_in_no_heading_and_no_title(reveal: RevealModel, models: Models) -> None:
    titles, known = models.timeline.titles, events(models)
    assert any(names_a_date(titles.label(one) or "") for one in known)
    reveal.hide(Hidden.DATES)
    for one in known:
        assert titles.heading(one) is None
        assert not names_a_date(titles.title(one) or "")
        assert not names_a_date(titles.label(one) or "")
    reveal.uncover(known[3])
    assert titles.heading(known[3]) is not None
    label = titles.label(known[3])
    assert label is not None
    assert names_a_date(label)


def test_later_events_do_not_pass_and_come_one_by_one(reveal: RevealModel, models: Models) -> None:
    known = events(models)
    models.viewport.show_all()
    models.selection.select(known[10])
    reveal.hide(Hidden.LATER)
    stage = models.timeline.stage
    assert stage is not None
    assert stage.shown == sum(day_of(models, one) <= day_of(models, known[10]) for one in known)
    shown = stage.shown
    reveal.uncover_next()
    stage = models.timeline.stage
    assert stage is not None
    assert stage.shown > shown
    assert reveal.state.last is not None
    assert day_of(models, reveal.state.last) == reveal.state.now
    reveal.cover_last()
    stage = models.timeline.stage
    assert stage is not None
    assert stage.shown == shown
    reveal.end()
    stage = models.timeline.stage
    assert stage is not None
    assert stage.visible is None


def test_filters_and_the_line_hold_together(reveal: RevealModel, models: Models, qtbot: QtBot) -> None:
    models.viewport.show_all()
    models.selection.select(None)
    reveal.hide(Hidden.LATER)
    reveal.draw_line(12_000.0)
    models.facets.set_importance(5)
    qtbot.waitUntil(lambda: models.courier.idle)
    stage = models.timeline.stage
    assert stage is not None
    passing = [row for row in range(stage.index.size) if stage.visible is None or bool(stage.visible[row])]
    assert passing
    assert all(stage.index.position[row] <= 12_000.0 for row in passing)
    assert all(stage.index.importance[row] == 5 for row in passing)
    reveal.end()
    stage = models.timeline.stage
    assert stage is not None
    assert stage.shown > len(passing)
    assert stage.shown < stage.index.size
    models.facets.clear()
    qtbot.waitUntil(lambda: models.courier.idle)
    assert models.timeline.stage is not None
    assert models.timeline.stage.shown == stage.index.size


def test_another_library_ends_it(reveal: RevealModel, models: Models, qtbot: QtBot, tmp_path: Path) -> None:
    reveal.hide(Hidden.LATER)
    with qtbot.waitSignal(models.library.opened):
        models.library.make(tmp_path / "empty.tlx", "Nothing yet", "Events")
    assert not reveal.active
    reveal.hide(Hidden.TITLES)
    assert not reveal.active
