"""The tours of a story: what their steps name must be there."""

import json
from uuid import UUID

import pytest

from explorer.domain.tour import Show
from explorer.services.story_tours import Known, read_tours

LIBRARY = UUID(int=1)
KNOWN = Known({"summit": 7}, {"a-001": 3}, {"doubled": 2}, {"law": 1, "health": 4}, frozenset({"deaths"}))
STEP = {
    "title": "The summit",
    "view_start": "2022",
    "view_end": "2024",
    "focus_event": "summit",
    "lanes": None,
    "say": "They meet.",
    "speaker_note": "Ask who meets.",
}


def tours(*steps):
    record = {"id": "one", "title": "One", "audience": "A class", "minutes": 20, "steps": list(steps)}
    return read_tours([record, record | {"id": "two"}], LIBRARY, KNOWN)


def test_a_plain_step_is_a_view_of_all_lanes():
    step = tours(STEP)[0].steps[0]
    assert (step.lanes, step.filters, step.series, step.show) == ((), "", (), Show.VIEW)
    assert (step.event_id, step.passage_id, step.claim_id) == (7, None, None)


def test_a_step_names_what_is_in_focus_and_what_narrows_the_view():
    more = {
        "lanes": ["health", "law"],
        "filters": {"importance": 3},
        "series": ["deaths"],
        "focus_passage": "a-001",
        "focus_claim": "doubled",
        "show": "claim",
    }
    step = tours(STEP | more)[0].steps[0]
    assert (step.lanes, step.series, step.show) == ((4, 1), ("deaths",), Show.CLAIM)
    assert (step.passage_id, step.claim_id) == (3, 2)
    assert json.loads(step.filters) == {"importance": 3}


def test_steps_are_numbered_through_all_tours():
    first, second = tours(STEP, STEP)
    assert [step.id for tour in (first, second) for step in tour.steps] == [1, 2, 3, 4]
    assert first.uuid != second.uuid


@pytest.mark.parametrize(
    "wrong",
    [
        {"focus_event": "nothing"},
        {"focus_passage": "nothing"},
        {"focus_claim": "nothing"},
        {"lanes": ["nothing"]},
        {"series": ["nothing"]},
        {"show": "fireworks"},
    ],
)
def test_a_step_that_names_what_is_not_there_is_refused(wrong):
    with pytest.raises((KeyError, ValueError)):
        tours(STEP | wrong)
