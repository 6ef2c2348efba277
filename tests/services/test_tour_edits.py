"""Tours are made, changed and taken back."""

from dataclasses import replace

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.tour import Show
from explorer.domain.tour_draft import StepDraft, TourDraft, draft_of
from explorer.services import tour_edits
from explorer.services.libraries import open_library
from explorer.store import changes, reads
from tests.support.changing import rows_of

STEP = StepDraft("The summit", "2022", "2024-06", lanes=(6, 2), series=("us_heroin_deaths",), event_id=3)


@pytest.fixture
def store(story_path):
    library = open_library(story_path)
    yield library.store
    library.store.close()


def carry_out(store, plan):
    with store.reading() as connection:
        change_set = plan(connection)
    if change_set.changes:
        with store.writing() as connection:
            changes.apply(connection, change_set)
    return change_set


def tours(store):
    with store.reading() as connection:
        return reads.contents(connection).tours


def titles(tour):
    return [step.title for step in tour.steps]


def test_a_tour_is_made_with_its_steps(store):
    change_set = carry_out(
        store, tour_edits.new_tour(TourDraft(" Mine ", "A class", 5), (STEP, replace(STEP, title="Second")))
    )
    assert change_set.title == "New tour “Mine”"
    tour = tours(store)[-1]
    assert (tour.title, tour.audience, tour.minutes, tour.slug) == ("Mine", "A class", 5, "mine")
    assert titles(tour) == ["The summit", "Second"]
    assert draft_of(tour.steps[0]) == STEP
    carry_out(store, tour_edits.new_tour(TourDraft("Mine")))
    assert tours(store)[-1].slug == "mine-2"


def test_a_tour_is_renamed_duplicated_and_deleted(store):
    before = tours(store)
    assert carry_out(store, tour_edits.changed_tour(1, TourDraft("Summit", "All", 9))).title == (
        "Rename tour “How the summit came about” to “Summit”"
    )
    assert carry_out(store, tour_edits.changed_tour(1, TourDraft("Summit", "All", 8))).title == (
        "Edit tour “Summit”"
    )
    carry_out(store, tour_edits.duplicated_tour(1))
    carry_out(store, tour_edits.duplicated_tour(1))
    assert [tour.title for tour in tours(store)[2:]] == ["Summit (2)", "Summit (3)"]
    copied = [draft_of(step) for step in tours(store)[2].steps]
    assert copied == [draft_of(step) for step in before[0].steps]
    carry_out(store, tour_edits.deleted_tour(1))
    assert [tour.id for tour in tours(store)] == [2, 3, 4]
    for _ in range(5):
        with store.writing() as connection:
            changes.undo(connection)
    assert tours(store) == before


def test_steps_are_added_moved_duplicated_and_deleted(store):
    names = titles(tours(store)[0])
    carry_out(store, tour_edits.new_step(1, replace(STEP, title="A")))
    carry_out(store, tour_edits.new_step(1, replace(STEP, title="B"), 0))
    assert titles(tours(store)[0]) == ["B", *names, "A"]
    steps = tours(store)[0].steps
    carry_out(store, tour_edits.moved_step(steps[0].id, 2))
    assert titles(tours(store)[0]) == [*names[:2], "B", *names[2:], "A"]
    assert carry_out(store, tour_edits.moved_step(steps[0].id, 2)).changes == ()
    carry_out(store, tour_edits.moved_step(steps[-1].id, -5))
    assert titles(tours(store)[0])[0] == "A"
    carry_out(store, tour_edits.moved_step(steps[-1].id, 99))
    carry_out(store, tour_edits.duplicated_step(steps[1].id))
    first, second = tours(store)[0].steps[:2]
    assert draft_of(first) == draft_of(second)
    assert first.id != second.id
    carry_out(store, tour_edits.deleted_step(first.id))
    carry_out(store, tour_edits.deleted_step(steps[0].id))
    assert titles(tours(store)[0]) == [*names, "A"]


def test_a_step_gets_the_fields_of_a_draft(store):
    step = tours(store)[0].steps[0]
    draft = replace(
        STEP,
        title="Other",
        lanes=(2, 3),
        show=Show.CLAIM,
        claim_id=1,
        passage_id=4,
        filters='{"importance": 2}',
    )
    carry_out(store, tour_edits.changed_step(step.id, draft))
    assert draft_of(tours(store)[0].steps[0]) == draft
    assert carry_out(store, tour_edits.changed_step(step.id, draft)).changes == ()
    carry_out(store, tour_edits.changed_step(step.id, replace(draft, lanes=())))
    assert tours(store)[0].steps[0].lanes == ()


def test_everything_can_be_taken_back_and_made_again(store):
    with store.reading() as connection:
        before = rows_of(connection)
    plans = (
        tour_edits.new_step(2, STEP, 3),
        tour_edits.moved_step(1, 5),
        tour_edits.duplicated_step(9),
        tour_edits.deleted_step(4),
        tour_edits.changed_step(16, STEP),
        tour_edits.duplicated_tour(2),
        tour_edits.deleted_tour(1),
    )
    for plan in plans:
        carry_out(store, plan)
    after = tours(store)
    for _ in plans:
        with store.writing() as connection:
            changes.undo(connection)
    with store.reading() as connection:
        assert rows_of(connection) == before
    for _ in plans:
        with store.writing() as connection:
            changes.redo(connection)
    assert tours(store) == after


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (tour_edits.new_tour(TourDraft(" ")), "a title"),
        (tour_edits.changed_tour(99, TourDraft("x")), "no longer in the library"),
        (tour_edits.duplicated_tour(99), "no longer in the library"),
        (tour_edits.new_step(99, STEP), "no longer in the library"),
        (tour_edits.new_step(1, replace(STEP, view_end="2001")), "ends before|before it begins|before"),
        (tour_edits.changed_step(999, STEP), "no longer in the library"),
        (tour_edits.moved_step(999, 0), "no longer in the library"),
        (tour_edits.deleted_step(999), "no longer in the library"),
    ],
)
def test_what_cannot_be_done_is_said(store, plan, words):
    with pytest.raises(ReaderError, match=words):
        carry_out(store, plan)


def test_a_tour_has_a_most_of_steps(store, monkeypatch):
    monkeypatch.setattr(tour_edits, "MOST_STEPS", 14)
    with pytest.raises(ReaderError, match="no more than 14"):
        carry_out(store, tour_edits.new_step(1, STEP))
