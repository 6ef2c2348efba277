"""After a change everything shows it, and the reader is where they were."""

from dataclasses import replace

import pytest

from explorer.domain.change import ChangeSet
from explorer.domain.draft import EventDraft
from explorer.domain.facet import FacetGroup
from explorer.services import drafts
from tests.support.changing import changing
from tests.support.desk import Desk

DRAFT = EventDraft("A zebra crosses the road", "2023-11-20", 2, importance=5)


@pytest.fixture
def session(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def apply(session, change):
    made = []
    session.models.edits.apply(change, done=made.append)
    session.settle()
    return made[0]


def undo(session):
    session.models.edits.undo()
    session.settle()


def new_event(session, draft=DRAFT):
    change_set = apply(session, drafts.new_event(draft))
    (event_id,) = change_set.ids("event")
    return event_id


def test_a_new_event_shows_everywhere_and_nothing_moves(session):
    models = session.models
    models.viewport.show(19_000.0, 20_000.0)
    before = models.viewport.viewport, models.selection.current, models.history.ways
    total = models.timeline.stage.shown
    event_id = new_event(session)
    assert (models.viewport.viewport, models.selection.current, models.history.ways) == before
    assert models.timeline.stage.shown == total + 1
    assert models.timeline.titles.label(event_id) == DRAFT.title
    assert models.facets.state.answer.total == total + 1
    models.selection.select(event_id)
    session.settle()
    assert models.detail.current.event.title == DRAFT.title
    undo(session)
    assert models.selection.current is None
    assert models.detail.current is None
    assert models.timeline.stage.shown == total


def test_an_edited_event_has_its_new_title_at_once(session):
    models = session.models
    event_id = new_event(session)
    models.selection.select(event_id)
    apply(session, drafts.changed_event(event_id, replace(DRAFT, title="Two zebras", start="1975")))
    assert models.timeline.titles.label(event_id) == "Two zebras"
    assert models.detail.current.event.title == "Two zebras"
    assert models.timeline.extent_of(event_id).earliest < 2000


def test_filter_and_search_hold_for_the_new_rows(session):
    models = session.models
    models.results.search("zebra crosses")
    models.facets.toggle(FacetGroup.THEME, 2)
    session.settle()
    shown = models.timeline.stage.shown
    assert models.timeline.stage.lit.count == 0
    event_id = new_event(session)
    stage = models.timeline.stage
    assert stage.shown == shown + 1
    assert stage.lit.count == 1
    assert stage.lit[stage.index.row_of(event_id)]
    assert [hit.id for group in models.results.answer.groups for hit in group.hits] == [event_id]
    new_event(session, replace(DRAFT, theme_id=1))
    assert models.timeline.stage.shown == shown + 1
    assert models.timeline.stage.lit.count == 2
    assert models.results.text == "zebra crosses"
    undo(session)
    undo(session)
    assert models.timeline.stage.lit.count == 0


def test_the_list_follows(session):
    models = session.models
    models.event_list.set_active(True)
    session.settle()
    before = models.event_list.rowCount()
    event_id = new_event(session)
    assert models.event_list.rowCount() == before + 1
    row = models.event_list.row_of(event_id)
    assert models.event_list.event_at(row) == event_id
    undo(session)
    assert models.event_list.rowCount() == before
    assert models.event_list.row_of(event_id) is None


def test_a_list_that_nobody_looks_at_says_what_it_knew(session):
    models = session.models
    models.event_list.set_active(True)
    session.settle()
    models.event_list.set_active(False)
    session.settle()
    texts = [models.event_list.data(models.event_list.index(row, 1)) for row in range(5)]
    apply(session, drafts.deleted_event(models.event_list.event_at(0)))
    assert [models.event_list.data(models.event_list.index(row, 1)) for row in range(1, 5)] == texts[1:]
    models.event_list.set_active(True)
    session.settle()
    assert models.event_list.data(models.event_list.index(0, 1)) == texts[1]


def test_a_marked_time_counts_anew(session):
    models = session.models
    models.area.mark(19_600.0, 19_700.0)
    before = models.area.current
    new_event(session)
    assert models.area.current.total == before.total + 1
    assert (models.area.current.start, models.area.current.end) == (before.start, before.end)


def test_an_event_beyond_the_bounds_widens_them_only(session):
    models = session.models
    view = models.viewport.viewport
    first, last = models.viewport.bounds
    new_event(session, replace(DRAFT, start="2150"))
    assert models.viewport.viewport == view
    assert models.viewport.bounds[1] > last
    assert models.viewport.bounds[0] <= first


def test_a_renamed_lane_leaves_the_engine_alone(session):
    models = session.models
    before = models.timeline.stage.index
    apply(session, lambda c: ChangeSet("Rename", changing(c, "theme", {"id": 1}, name="Renamed")))
    assert models.timeline.stage.index is before
    assert models.timeline.stage.contents.themes[0].name == "Renamed"
    assert models.facets.values(FacetGroup.THEME)[1].name == "Renamed"


def test_going_back_to_an_event_that_is_gone_leads_to_its_view(session):
    models = session.models
    event_id = new_event(session)
    models.selection.select(event_id)
    session.settle()
    models.selection.select(3)
    session.settle()
    apply(session, drafts.deleted_event(event_id))
    models.history.go_back()
    session.settle()
    assert models.selection.current is None
