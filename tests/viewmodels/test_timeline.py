import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.claim import Operation, Working
from explorer.domain.days import day_number
from explorer.domain.judging import judge
from explorer.timeline.lanes import lane_layout
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.viewmodels.timeline import LaneCount
from tests.support.canvas import EVENTS, Desk, library, related


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.viewport.set_width(800)
    desk.viewport.reduced_motion = True
    desk.timeline.show_library(library())
    return desk


def visible(desk, *ids):
    mask = np.zeros(len(EVENTS), np.bool_)
    mask[desk.timeline.stage.index.rows_of(ids)] = True
    return mask


def walk(desk, step, first=None):
    seen, current = [], first
    while (current := desk.timeline.next_event(current, step)) is not None:
        seen.append(current)
    return seen


def in_time(desk, ids=None):
    index = desk.timeline.stage.index
    rows = sorted(range(index.size), key=lambda row: (index.position[row], row))
    return [int(index.id[row]) for row in rows if ids is None or int(index.id[row]) in ids]


def test_a_library_is_shown_whole(desk):
    stage = desk.timeline.stage
    shown = desk.viewport.viewport
    assert (shown.start, shown.end) == pytest.approx(desk.viewport.bounds)
    assert stage.lanes == (LaneCount(3, 3), LaneCount(3, 3), LaneCount(4, 4))
    assert stage.bands == ("us-presidency",)
    assert [era.title for era in stage.eras] == ["Nixon", "Clinton", "Obama"]
    assert [series.slug for series in stage.series] == [
        "us_synthetic_opioid_deaths",
        "us_overdose_deaths_all_drugs",
    ]


def test_a_filter_counts_by_lane(desk, qtbot):
    with qtbot.waitSignal(desk.timeline.changed) as changed:
        desk.timeline.set_visible(visible(desk, 1, 4, 9))
    assert changed.args[0].lanes == (LaneCount(1, 3), LaneCount(1, 3), LaneCount(1, 4))
    assert changed.args[0].shown == 3
    desk.timeline.set_visible(None)
    assert desk.timeline.stage.shown == len(EVENTS)


def test_hits_are_lit(desk):
    desk.timeline.set_lit(desk.timeline.stage.index.set_of((2, 9)))
    lit = desk.timeline.stage.lit
    assert sorted(desk.timeline.stage.index.id[lit.rows()].tolist()) == [2, 9]
    desk.timeline.set_lit(None)
    assert desk.timeline.stage.lit is None


def test_a_frame_counts_what_passes(desk, qtbot):
    desk.timeline.set_visible(visible(desk, 1, 4, 9))
    scale = Scale.of()
    with qtbot.waitSignal(desk.timeline.framed) as framed:
        desk.timeline.compose(desk.viewport.viewport, lane_layout([1] * 3, 300, scale), scale, None)
    assert framed.args[0].counts.in_view == 3
    assert desk.timeline.frame is framed.args[0]


def test_right_and_left_go_through_all_events_in_time(desk):
    assert walk(desk, 1) == in_time(desk)
    assert walk(desk, -1) == in_time(desk)[::-1]


@settings(max_examples=40)
@given(ids=st.sets(st.integers(1, len(EVENTS))))
def test_hidden_events_are_passed_over(qapp, ids):
    desk = Desk()
    desk.timeline.show_library(library())
    desk.timeline.set_visible(visible(desk, *ids))
    assert walk(desk, 1) == in_time(desk, ids)
    assert walk(desk, -1) == in_time(desk, ids)[::-1]


def test_from_an_event_out_of_view_the_first_in_view_comes_next(desk):
    desk.viewport.show(float(day_number(1985)), float(day_number(2003)))
    assert desk.timeline.next_event(1, 1) == 2
    assert desk.timeline.next_event(None, -1) == 6
    assert desk.timeline.next_event(9, -1) == 6


def test_at_the_edge_of_the_view_the_walk_goes_on_outside(desk):
    desk.viewport.show(float(day_number(1985)), float(day_number(1988)))
    assert desk.timeline.next_event(2, 1) == 7
    desk.viewport.show(float(day_number(2022)), float(day_number(2024)))
    assert desk.timeline.next_event(9, 1) is None
    assert desk.timeline.next_event(9, -1) == 3


def test_events_of_one_moment_are_all_reached(qapp):
    desk = Desk()
    moment = [(lane, "2000-01-01", None, 3, 0, False, f"Event {lane}") for lane in (0, 1, 1, 2)]
    desk.timeline.show_library(library(moment, ()))
    assert sorted(walk(desk, 1)) == [1, 2, 3, 4]
    assert walk(desk, -1) == walk(desk, 1)[::-1]


def test_down_and_up_find_the_nearest_event_of_the_next_lane(desk):
    assert desk.timeline.event_in_next_lane(1, 1) == 4
    assert desk.timeline.event_in_next_lane(4, 1) == 7
    assert desk.timeline.event_in_next_lane(9, 1) is None
    assert desk.timeline.event_in_next_lane(9, -1) == 5
    desk.timeline.set_visible(visible(desk, 1, 9))
    assert desk.timeline.event_in_next_lane(1, 1) == 9
    assert desk.timeline.event_in_next_lane(None, 1) == 1
    assert desk.timeline.event_in_next_lane(None, -1) == 9


def test_a_lane_without_an_event_in_view_is_passed_over(desk):
    desk.viewport.show(float(day_number(2017)), float(day_number(2024)))
    assert desk.timeline.event_in_next_lane(3, 1) == 9


@settings(max_examples=40)
@given(ids=st.one_of(st.none(), st.sets(st.integers(1, len(EVENTS)))), first=st.integers(1, len(EVENTS)))
def test_a_walk_along_a_lane_finds_all_of_it_that_passes(qapp, ids, first):
    desk = Desk()
    desk.timeline.show_library(library())
    if ids is not None:
        desk.timeline.set_visible(visible(desk, *ids))
    index = desk.timeline.stage.index
    row = index.row_of(first)
    low, high = index.lane_offsets[index.lane[row] : index.lane[row] + 2]
    passing = [number for number in range(low, high) if ids is None or int(index.id[number]) in ids]
    for step, wanted in (
        (1, [number for number in passing if number > row]),
        (-1, [number for number in passing if number < row][::-1]),
    ):
        seen, current = [], first
        while (current := desk.timeline.next_in_lane(current, step)) is not None:
            seen.append(index.row_of(current))
        assert seen == wanted


def test_without_an_event_in_hand_the_walk_along_a_lane_begins_in_view(desk):
    desk.viewport.show(float(day_number(1985)), float(day_number(2003)))
    assert desk.timeline.next_in_lane(None, 1) == 2
    assert desk.timeline.next_in_lane(None, -1) == 6


def test_what_lies_between_two_days_is_counted_by_lane(desk):
    first, last = desk.viewport.bounds
    assert desk.timeline.counts_between(first, last) == (3, 3, 4)
    desk.timeline.set_visible(visible(desk, 1, 4, 9))
    assert desk.timeline.counts_between(first, last) == (1, 1, 1)
    assert sum(desk.timeline.counts_between(first, first)) == 0


def test_rows_of_eras_are_chosen_in_the_order_of_the_library(desk, qtbot):
    with qtbot.waitSignal(desk.timeline.bands_chosen) as chosen:
        desk.timeline.choose_bands(("prc-leader", "us-presidency", "unheard of"))
    assert chosen.args[0] == ("us-presidency", "prc-leader") == desk.timeline.stage.bands
    desk.timeline.choose_bands(())
    assert desk.timeline.stage.eras == ()


def test_figures_are_added_and_taken_away_whatever_their_unit(desk, qtbot):
    before = [one.slug for one in desk.timeline.stage.series]
    with qtbot.waitSignal(desk.timeline.series_chosen) as chosen:
        desk.timeline.toggle_series("seizures")
    assert chosen.args[0] == (*before, "seizures")
    for slug in before:
        desk.timeline.toggle_series(slug)
    assert [one.slug for one in desk.timeline.stage.series] == ["seizures"]
    desk.timeline.toggle_series("seizures")
    assert [one.slug for one in desk.timeline.stage.series] == ["seizures"]


def test_what_led_here_is_kept_until_it_is_replaced(desk):
    desk.timeline.set_related([related(1)], [related(9)])
    assert [one.event.id for one in desk.timeline.stage.causes] == [1]
    seen = []
    desk.timeline.changed.connect(seen.append)
    desk.timeline.set_related([related(1)], [related(9)])
    assert not seen
    desk.timeline.set_related((), ())
    assert seen[0].effects == ()


def test_events_between_two_days_of_a_lane(desk):
    assert desk.timeline.events_between(2, -1e9, 1e9, 10) == (10, 7, 8, 9)
    assert desk.timeline.events_between(2, -1e9, 1e9, 2) == (10, 7)
    desk.timeline.set_visible(visible(desk, 8))
    assert desk.timeline.events_between(2, -1e9, 1e9, 10) == (8,)


def test_without_a_library_everything_is_quiet(qapp):
    timeline = Desk().timeline
    timeline.set_visible(None)
    timeline.set_lit(RowSet.of(np.ones(1, np.bool_)))
    timeline.set_related((), ())
    timeline.choose_series(("a",))
    timeline.choose_bands(("a",))
    timeline.toggle_series("a")
    assert timeline.stage is None
    assert timeline.row_of(1) is None
    assert timeline.extent_of(1) is None
    assert timeline.next_event(None, 1) is None
    assert timeline.event_in_next_lane(None, 1) is None
    assert timeline.next_in_lane(1, 1) is None
    assert timeline.counts_between(0.0, 1.0) == ()


def test_a_claim_is_drawn_on_its_series_until_it_is_taken_away(desk):
    timeline = desk.timeline
    stage = timeline.stage
    series = stage.contents.series[-1]
    figure = series.observations[0]
    working = Working(Operation.VALUE, series.slug, figure.line, (figure.period,))
    judgement = judge(working, {series.slug: series})
    check = timeline.show_check(judgement, (series,))
    assert check is not None
    assert (timeline.stage.series, timeline.stage.check) == ((series,), check)
    timeline.show_check(judgement, (series,))
    timeline.end_check()
    assert (timeline.stage.series, timeline.stage.check) == (stage.series, None)
    timeline.end_check()
    assert timeline.stage.series == stage.series


def test_choosing_series_takes_a_drawn_claim_away(desk):
    timeline = desk.timeline
    series = timeline.stage.series[0]
    figure = series.observations[0]
    working = Working(Operation.VALUE, series.slug, figure.line, (figure.period,))
    timeline.show_check(judge(working, {series.slug: series}), (series,))
    timeline.choose_series((series.slug,))
    assert (timeline.stage.series, timeline.stage.check) == ((series,), None)
    timeline.end_check()
    assert timeline.stage.series == (series,)
