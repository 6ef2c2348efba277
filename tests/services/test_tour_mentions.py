"""What goes says that it is part of tours."""

from dataclasses import replace

import pytest

from explorer.domain.tour_draft import draft_of
from explorer.services import claim_drafts, drafts, lanes, passages, series_files, tour_edits
from explorer.services.libraries import open_library
from explorer.store import changes, reads
from explorer.store.records import fields_of


@pytest.fixture
def store(story_path):
    library = open_library(story_path)
    yield library.store
    library.store.close()


def title_of(store, plan):
    with store.reading() as connection:
        return plan(connection).title


def steps(store):
    with store.reading() as connection:
        return [step for tour in reads.contents(connection).tours for step in tour.steps]


def change(store, plan):
    with store.reading() as connection:
        change_set = plan(connection)
    with store.writing() as connection:
        changes.apply(connection, change_set)
    return change_set


def test_an_event_passage_or_claim_in_focus(store):
    listed = steps(store)
    twice = next(
        step.event_id for step in listed if [each.event_id for each in listed].count(step.event_id) == 2
    )
    assert title_of(store, drafts.deleted_event(twice)).endswith("”, which 2 steps of tours show")
    claim = next(step.claim_id for step in listed if step.claim_id)
    with store.reading() as connection:
        free = connection.exec_driver_sql(
            "SELECT id FROM passage EXCEPT SELECT passage_id FROM concordance_passage"
            " EXCEPT SELECT passage_id FROM claim_passage EXCEPT SELECT passage_id FROM relation"
        )
        passage = min(free.scalars())
    change(store, tour_edits.changed_step(listed[0].id, replace(draft_of(listed[0]), passage_id=passage)))
    assert title_of(store, passages.deleted(passage)).endswith("”, which a step of a tour shows")
    assert title_of(store, claim_drafts.deleted_claim(claim)).endswith("”, which a step of a tour shows")


def test_what_no_step_shows_is_not_said_to_be_shown(store):
    shown = {step.event_id for step in steps(store)}
    other = next(id_ for id_ in range(1, 100) if id_ not in shown)
    assert title_of(store, drafts.deleted_event(other)).endswith("”")


def test_a_lane(store):
    (lane,) = change(store, lanes.new_lane("Weather", "#0072B2")).ids("theme")
    assert title_of(store, lanes.deleted_lane(lane)) == "Delete lane “Weather”"
    step = steps(store)[0]
    change(store, tour_edits.changed_step(step.id, replace(draft_of(step), lanes=(lane, *step.lanes))))
    assert title_of(store, lanes.deleted_lane(lane)).endswith("”, which a step of a tour shows")


def test_a_series(store):
    with store.reading() as connection:
        named = [
            (id_, fields["slug"])
            for id_ in range(1, 10)
            if (fields := fields_of(connection, "series", {"id": id_})) is not None
        ]
    heroin = next(id_ for id_, slug in named if slug == "us_heroin_deaths")
    assert title_of(store, series_files.deleted_series(heroin)).endswith("”")
    step = steps(store)[0]
    change(store, tour_edits.changed_step(step.id, replace(draft_of(step), series=("us_heroin_deaths",))))
    assert title_of(store, series_files.deleted_series(heroin)).endswith("”, which a step of a tour shows")
