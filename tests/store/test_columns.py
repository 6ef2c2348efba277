from collections import defaultdict

import numpy as np
import pytest

from explorer.domain.event import Layer
from explorer.domain.passage import Stance
from explorer.domain.source import SourceRole
from explorer.services.story import read_story
from explorer.store.columns import TYPES, columns, facet_pairs
from explorer.store.library import Library


@pytest.fixture(scope="module")
def whole(resources):
    return read_story(resources / "library", "2026-01-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def tables(story_library):
    library = Library.open(story_library)
    with library.reading() as connection:
        yield columns(connection), facet_pairs(connection)
    library.close()


def test_columns_hold_what_the_events_hold(tables, whole):
    table, _ = tables
    events = sorted(whole.events, key=lambda each: each.id)
    lanes = {
        theme.id: lane for lane, theme in enumerate(sorted(whole.contents.themes, key=lambda t: t.order))
    }
    assert table.id.tolist() == [each.id for each in events]
    assert table.lane.tolist() == [lanes[each.theme_id] for each in events]
    for name in ("earliest", "likely_start", "likely_end", "latest"):
        assert getattr(table, name).tolist() == [getattr(each.extent, name) for each in events]
    assert table.importance.tolist() == [each.importance for each in events]
    assert table.precision.tolist() == [each.precision.value for each in events]
    assert table.flags.tolist() == [each.flags.value for each in events]
    assert table.layer.tolist() == [int(each.layer is Layer.CONTEXT) for each in events]
    assert (table.label_em > 3).all()


def test_types_are_those_of_the_engine(tables):
    table, pairs = tables
    kinds = {
        name: getattr(table, name).dtype
        for name in ("id", "lane", "earliest", "sources", "contested", "label_em")
    }
    assert kinds == {
        "id": np.int32,
        "lane": np.int16,
        "earliest": np.float64,
        "sources": np.uint8,
        "contested": np.bool_,
        "label_em": np.float32,
    }
    assert pairs.entity.dtype == pairs.source.dtype == np.int32


def test_sources_are_the_articles_that_speak_of_an_event(tables, whole):
    table, _ = tables
    articles = {each.id for each in whole.contents.sources if each.role is SourceRole.ARTICLE}
    source = {each.id: each.source_id for each in whole.passages}
    speaking = defaultdict(set)
    contested = {
        event
        for topic in whole.web.concordances
        if topic.relation.startswith("conflict")
        for event in topic.event_ids
    }
    for link in (each for each in whole.evidence if not each.example):
        speaking[link.event_id].add(source[link.passage_id])
        if link.stance in {Stance.DISPUTES, Stance.QUESTIONS}:
            contested.add(link.event_id)
    assert table.sources.tolist() == [len(speaking[id_] & articles) for id_ in table.id.tolist()]
    assert table.contested.tolist() == [id_ in contested for id_ in table.id.tolist()]
    assert set(table.sources.tolist()) == {0, 1, 2}


def test_an_event_that_is_only_an_example_has_no_source(tables, whole):
    table, pairs = tables
    slugs = {each.id: each.slug for each in whole.events}
    articles = {each.id for each in whole.contents.sources if each.role is SourceRole.ARTICLE}
    sources = {
        slugs[id_]: count for id_, count in zip(table.id.tolist(), table.sources.tolist(), strict=True)
    }
    assert (sources["toluca-lab-2006"], sources["prc-countermeasures-2022"]) == (0, 1)
    having = {slugs[event] for event, source in pairs.source.tolist() if source in articles}
    assert "toluca-lab-2006" not in having
    assert "prc-countermeasures-2022" in having


def test_pairs_name_each_link_once(tables, whole):
    _, pairs = tables
    source = {each.id: each.source_id for each in whole.passages}
    spoken = {(link.event_id, source[link.passage_id]) for link in whole.evidence if not link.example}
    assert len(pairs.source) == len({*map(tuple, pairs.source.tolist())})
    assert {*map(tuple, pairs.source.tolist())} == spoken | set(whole.citations)
    assert {*map(tuple, pairs.entity.tolist())} == {(e.event_id, e.entity_id) for e in whole.participations}


def test_the_columns_and_pairs_of_some_events_are_those_of_all(story_library, tables):
    table, pairs = tables
    ids = [*table.id[3:40:5].tolist(), 10**9]
    library = Library.open(story_library)
    with library.reading() as connection:
        some, few = columns(connection, ids=ids), facet_pairs(connection, ids=ids)
        none = columns(connection, ids=())
    library.close()
    chosen = np.isin(table.id, ids)
    for name in TYPES.names:
        assert getattr(some, name).tolist() == getattr(table, name)[chosen].tolist()
    for one, every in ((few.entity, pairs.entity), (few.source, pairs.source)):
        wanted = {tuple(pair) for pair in every.tolist() if pair[0] in ids}
        assert wanted
        assert sorted(map(tuple, one.tolist())) == sorted(wanted)
    assert none.id.size == 0
