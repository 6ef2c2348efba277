import pytest
from sqlalchemy import text

from explorer.domain.errors import ReaderError
from explorer.domain.passage import Stance
from explorer.domain.relation import RelationKind
from explorer.domain.source import SourceRole
from explorer.services.story import read_story
from explorer.store import reads
from explorer.store.library import Library


@pytest.fixture(scope="module")
def whole(resources):
    return read_story(resources / "library", "2026-01-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def library(story_library):
    library = Library.open(story_library)
    yield library
    library.close()


@pytest.fixture
def connection(library):
    with library.reading() as connection:
        yield connection


def event(connection, slug):
    found = reads.event_id(connection, slug)
    assert found is not None
    return reads.event_detail(connection, found)


def test_an_event_is_read_with_all_that_is_linked_to_it(connection):
    detail = event(connection, "woodside-summit-2023")
    assert [each.slug for each in detail.people] == ["biden", "xi"]
    assert detail.theme.slug == "diplomacy-china"
    assert {card.source.label for card in detail.passages} == {"Pfeiffer", "The National Security article"}
    assert all(card.anchor is None for card in detail.passages)
    assert detail.concordances[0].slug == "x01"
    assert [source.role for source in detail.records] == [SourceRole.RECORD]
    assert detail.event.date_note
    assert detail.causes[0].event.slug == "trump-xi-buenos-aires"
    assert "ifs-delisting" in [each.event.slug for each in detail.effects]


def test_cards_hold_what_the_passages_say_and_how_they_stand(connection, whole):
    stances = {(each.passage_id, each.event_id): each for each in whole.evidence}
    passages = {each.id: each for each in whole.passages}
    seen = 0
    for each in whole.events:
        for card in reads.event_detail(connection, each.id).passages:
            link = stances[card.passage.id, each.id]
            assert card.passage == passages[card.passage.id]
            assert (card.stance, card.note, card.example) == (link.stance, link.note, link.example)
            seen += 1
    assert seen == len(stances)
    assert {each.stance for each in stances.values()} >= {Stance.REPORTS, Stance.DISPUTES}


def test_examples_are_told_from_events_that_rest_on_a_source(connection, whole):
    slugs = {each.id: each.slug for each in whole.events}
    article = next(each for each in whole.contents.sources if each.role is SourceRole.ARTICLE)
    own = {each.id for each in whole.passages if each.source_id == article.id}
    linked = {
        example: {
            each.event_id for each in whole.evidence if each.passage_id in own and each.example is example
        }
        for example in (False, True)
    }
    detail = reads.source_detail(connection, article.id)
    assert {each.id for each in detail.events} == linked[False]
    assert {each.id for item in detail.passages for each in item.events} == linked[False]
    assert {each.id for item in detail.passages for each in item.examples} == linked[True]
    assert "toluca-lab-2006" in {slugs[each] for each in linked[True]}
    summary = next(each for each in reads.source_summaries(connection) if each.source == article)
    assert summary.events == len(linked[False])


def test_causes_come_before_and_effects_after(connection, whole):
    """Whatever the direction in which a link is told: "responded to" names the earlier event last."""
    links = 0
    for each in whole.events:
        detail = reads.event_detail(connection, each.id)
        for cause in detail.causes:
            assert cause.event.extent.earliest < each.extent.latest
        for effect in detail.effects:
            assert effect.event.extent.latest > each.extent.earliest
        links += len(detail.causes) + len(detail.effects)
    assert links == 2 * len(whole.web.relations)
    assert {each.kind for each in whole.web.relations} == set(RelationKind)


def test_the_claims_of_an_event_bring_the_words_they_test(connection):
    detail = event(connection, "us-overdose-deaths-2022")
    claims = {each.claim.slug: each for each in detail.claims}
    assert "deaths-2022-over-70000" in claims
    worked = claims["deaths-2022-over-70000"]
    assert worked.source is not None
    assert worked.quotation in [card.passage.selector.exact for card in detail.passages]
    assert worked.sum == ""
    assert ("value_2022", "73,838") in worked.claim.computed


def test_previous_and_next_lead_through_all_events_once(connection, whole):
    headings = reads.headings(connection)
    assert len(headings) == len(whole.events)
    before = None
    for here, after in zip(headings, (*headings[1:], None), strict=True):
        detail = reads.event_detail(connection, here.id)
        assert (detail.previous, detail.next) == (before, after)
        before = here


def test_an_event_or_source_that_is_not_there_is_told(connection):
    with pytest.raises(ReaderError, match="event is no longer in the library"):
        reads.event_detail(connection, 99999)
    with pytest.raises(ReaderError, match="source is no longer in the library"):
        reads.source_detail(connection, 99999)
    assert reads.event_id(connection, "never-happened") is None


def test_headings_and_labels_of_some(connection, whole):
    wanted = [whole.events[7].id, whole.events[3].id, 99999]
    assert {each.id for each in reads.headings(connection, wanted)} == set(wanted) - {99999}
    assert reads.labels(connection, wanted) == {
        each.id: each.label for each in (whole.events[3], whole.events[7])
    }
    assert reads.headings(connection, []) == ()
    top = reads.labels(connection, top=10)
    importance = {each.id: each.importance for each in whole.events}
    assert len(top) == 10
    assert {importance[id_] for id_ in top} == {5}


def test_more_ids_than_a_statement_takes_variables(connection, whole):
    assert len(reads.headings(connection, range(300_000))) == len(whole.events)


def test_a_source_is_read_with_its_passages_in_order(connection):
    detail = reads.source_detail(connection, 2)
    starts = [each.passage.selector.start for each in detail.passages]
    assert starts == sorted(starts)
    assert len(starts) == 42
    assert detail.document is None
    spoken_of = {heading.id for each in detail.passages for heading in each.events}
    assert spoken_of == {heading.id for heading in detail.events}
    for each in detail.passages:
        importances = [heading.importance for heading in each.events]
        assert importances == sorted(importances, reverse=True)


def test_summaries_count_passages_and_events(connection, whole):
    summaries = reads.source_summaries(connection)
    assert [each.source for each in summaries] == list(whole.contents.sources)
    assert [each.passages for each in summaries[:2]] == [54, 42]
    record = next(each for each in summaries if each.source.slug == "pl-91-513")
    assert (record.passages, record.events, record.attached) == (0, 1, None)
    for each in summaries[:2]:
        assert each.events == len(reads.source_detail(connection, each.source.id).events)


def test_undated_passages_are_those_without_a_date(connection, whole):
    undated = reads.undated_passages(connection)
    assert [each.passage.slug for each in undated] == [
        each.slug for each in whole.passages if each.date is None
    ]
    assert all(each.source.id == each.passage.source_id for each in undated)


def test_the_library_knows_what_it_was_built_from(connection, whole):
    assert reads.identity(connection) == (str(whole.uuid), whole.fingerprint)


def test_the_sources_of_events_are_those_cited_and_those_that_speak_of_them(connection):
    ids = [reads.event_id(connection, slug) for slug in ("un-single-convention-1961", "woodside-summit-2023")]
    slugs = {source.slug for source in reads.sources_of(connection, ids)}
    assert {"unts-520-151", "seed-a", "seed-b"} <= slugs
    assert "pl-91-513" not in slugs
    assert reads.sources_of(connection, []) == ()


@pytest.mark.parametrize(
    "workings", ["", "[1]", '[{"operation": "system"}]', '{"operation": "value"}', "[" * 5000]
)
def test_tests_of_a_claim_that_are_none_are_told_as_damage(story_path, workings):
    library = Library.open(story_path)
    try:
        with library.writing() as connection:
            connection.execute(text("UPDATE claim SET workings = :w WHERE id = 1"), {"w": workings})
        with pytest.raises(ReaderError, match="damaged"), library.reading() as connection:
            reads.all_claims(connection)
    finally:
        library.close()


def test_all_claims_come_with_the_passage_that_states_them(connection, whole):
    found = reads.all_claims(connection)
    assert [one.claim for one in found] == list(whole.web.claims)
    for one in found:
        assert one.passage is not None
        assert one.passage.id == one.claim.passage_ids[0]
        assert one.source is not None
        assert one.source.id == one.passage.source_id


def test_tours_are_read_as_they_were_written(connection, whole):
    assert reads.contents(connection).tours == whole.contents.tours
