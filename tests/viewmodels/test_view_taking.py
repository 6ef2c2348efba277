"""What is in view becomes a step."""

import json
from datetime import date

import pytest

from explorer.app.tours import Tours
from explorer.domain.edtf import event_date
from explorer.domain.facet import FacetGroup
from explorer.domain.tour import Show
from explorer.domain.tour_draft import TITLE_LENGTH
from explorer.viewmodels.pages import Page
from explorer.viewmodels.view_taking import clipped, range_of
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def day(year, month=1, day_=1):
    return float((date(year, month, day_) - date(1970, 1, 1)).days)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (day(2023, 11, 13), day(2023, 11, 18), ("2023-11-13", "2023-11-17")),
        (day(2019, 3, 12), day(2023, 6, 1), ("2019-03", "2023-05")),
        (day(1950, 7, 1), day(2021, 2, 1), ("1950", "2021")),
        (day(2023, 11, 13) + 0.25, day(2023, 11, 13) + 0.5, ("2023-11-13", "2023-11-13")),
        (-20_000 * 365.25, 0.0, None),
    ],
)
def test_a_range_is_told_no_finer_than_needed_and_leaves_nothing_out(start, end, written):
    found = range_of(start, end)
    assert written is None or found == written
    extent = event_date(*found).extent
    assert extent.earliest <= start
    assert extent.latest >= end


def test_a_title_that_is_too_long_loses_its_last_words():
    assert clipped("A  short\n title") == "A short title"
    cut = clipped("Presidents, ministers, envoys and police " * 4)
    assert len(cut) <= TITLE_LENGTH
    assert cut.endswith("…")
    assert not cut.endswith(" …")


def test_the_timeline_as_it_is(desk):
    models, taking = desk.models, Tours(desk.models, desk.services).taking
    models.viewport.show(day(2020), day(2023))
    models.selection.select(None)
    plain = taking.draft()
    assert plain.title == "1 January 2020 – 31 December 2022"
    assert (plain.view_start, plain.view_end) == ("2020-01-01", "2022-12-31")
    assert (plain.lanes, plain.filters, plain.series, plain.show) == ((), "", (), Show.VIEW)
    models.facets.toggle(FacetGroup.THEME, 2)
    models.facets.set_importance(4)
    models.timeline.choose_series(["us_heroin_deaths"])
    models.selection.select(3)
    desk.settle()
    draft = taking.draft()
    assert draft.title == models.timeline.titles.title(3)
    assert (draft.lanes, draft.series, draft.event_id) == ((2,), ("us_heroin_deaths",), 3)
    assert json.loads(draft.filters) == {"importance": 4}


def test_the_passage_that_is_read_and_the_claim_that_is_drawn(desk):
    tours = Tours(desk.models, desk.services)
    models = desk.models
    models.place.turn_to(Page.SOURCES)
    models.reader.open_first()
    desk.settle()
    passage = models.reader.state.passages[4].passage.id
    models.reader.go_to(passage)
    desk.settle()
    draft = tours.taking.draft()
    assert (draft.passage_id, draft.show) == (passage, Show.QUOTATION)
    models.place.turn_to(Page.TIMELINE)
    assert tours.taking.draft().passage_id is None
    step = next(one for one in models.library.current.contents.tours[0].steps if one.show is Show.CLAIM)
    tours.showing.show_step(step)
    desk.settle()
    draft = tours.taking.draft()
    assert (draft.claim_id, draft.show) == (step.claim_id, Show.CLAIM)


def test_nothing_is_in_view_before_a_library_is_open(qtbot, resources, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    assert Tours(desk.models, desk.services).taking.draft() is None
    desk.close()
