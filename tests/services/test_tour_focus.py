"""What the steps of a tour have in focus, read from a library."""

from dataclasses import replace

import pytest

from explorer.domain.claim import Verdict
from explorer.domain.tour_view import Focus
from explorer.services.libraries import open_library
from explorer.services.tour_focus import TourFocus
from explorer.services.workers import Workers


@pytest.fixture(scope="module")
def library(story_library):
    library = open_library(story_library)
    yield library
    library.store.close()


@pytest.fixture
def focuses():
    workers = Workers()
    yield TourFocus(workers)
    workers.close()


def test_each_step_gets_its_own(library, focuses):
    first, second, third = library.contents.tours[0].steps[:3]
    claim, passage = replace(first, claim_id=2), replace(second, passage_id=5)
    nothing = replace(third, event_id=None)
    found = focuses.of(library, (claim, passage, nothing)).result()
    assert found[first.id].event.id == first.event_id
    assert found[first.id].claim.outcome.verdict is Verdict.NARROWLY
    assert found[second.id].passage.passage.id == 5
    assert found[second.id].passage.source.id == found[second.id].passage.passage.source_id
    assert found[third.id] == Focus()


def test_what_is_not_there_is_not_in_focus(library, focuses):
    gone = replace(library.contents.tours[0].steps[0], event_id=99_999, passage_id=99_999, claim_id=99_999)
    assert focuses.of(library, (gone,)).result() == {gone.id: Focus()}


def test_it_tells_which_events_were_checked(library, focuses):
    steps = [step for tour in library.contents.tours for step in tour.steps]
    found = focuses.of(library, steps).result()
    with library.store.reading() as connection:
        unchecked = connection.exec_driver_sql(
            "SELECT id FROM event WHERE date_status <> 'checked' OR citation_status <> 'checked'"
        ).scalars()
        doubtful = set(unchecked)
    assert {one.event.id for one in found.values() if not one.event_checked} == {
        step.event_id for step in steps if step.event_id in doubtful
    }
