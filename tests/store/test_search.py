import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.search import HitKind
from explorer.store import reads, search
from explorer.store.library import Library
from explorer.store.matching import event_ids, told_event_ids


def ids_of(connection, words):
    """All events that match, each once."""
    own = event_ids(connection, words).tolist()
    assert len(own) == len(set(own))
    return {*own, *told_event_ids(connection, words).tolist()}


@pytest.fixture(scope="module")
def library(story_library):
    library = Library.open(story_library)
    yield library
    library.close()


@pytest.fixture
def find(library):
    def ask(words, limit=50):
        with library.reading() as connection:
            groups = search.find(connection, words, limit)
            return {group.kind: search.counted(connection, words, group) for group in groups}

    return ask


@pytest.fixture
def matching(library):
    def ask(words):
        with library.reading() as connection:
            return ids_of(connection, words)

    return ask


def marked(text, marks):
    return [text[start : start + length] for start, length in marks]


def test_a_name_is_found_in_every_kind_of_record(find):
    groups = find("cienfuegos")
    assert list(groups) == [HitKind.EVENT, HitKind.PASSAGE, HitKind.PERSON, HitKind.SOURCE]
    (person,) = groups[HitKind.PERSON].hits
    assert marked(person.title, person.marks) == ["Cienfuegos"]
    (passage,) = groups[HitKind.PASSAGE].hits
    assert passage.title.startswith("“")
    assert marked(passage.title, passage.marks) == ["Cienfuegos"]
    assert passage.date == "15 October 2020"


def test_a_passage_says_from_which_source_it_is(find, library):
    hits = find("fentanyl")[HitKind.PASSAGE].hits
    with library.reading() as connection:
        labels = {summary.source.id: summary.source.label for summary in reads.source_summaries(connection)}
    assert len({hit.source_id for hit in hits}) > 1
    assert [hit.detail.partition(" · ")[0] for hit in hits] == [labels[hit.source_id] for hit in hits]


@pytest.mark.parametrize("typed", ["López", "lopez", "LÓPEZ", "lope", "Lo\u0301pez"])
def test_case_and_accents_do_not_matter(typed, find):
    titles = [hit.title for hit in find(typed)[HitKind.PERSON].hits]
    assert "Andrés Manuel López Obrador" in titles


def test_all_words_must_be_there_and_only_the_last_may_be_unfinished(find):
    assert "Xi Jinping" in [hit.title for hit in find("xi jin")[HitKind.PERSON].hits]
    assert HitKind.PERSON not in find("jin xi")
    assert HitKind.PERSON not in find("jinping nixon")


def test_the_words_found_are_marked_where_they_stand(find):
    (first, *_) = find("lopez obr")[HitKind.EVENT].hits
    assert marked(first.title, first.marks) == ["López", "Obrador"]


def test_a_word_of_the_summary_is_shown_with_what_stands_around_it(find):
    for hit in find("precursor")[HitKind.EVENT].hits:
        assert hit.marks or hit.detail_marks
        assert len(hit.detail) <= 170


def test_a_citation_is_found_and_shown(find):
    (hit,) = find("84 Stat 1236")[HitKind.EVENT].hits
    assert {*marked(hit.detail, hit.detail_marks)} == {"84", "Stat", "1236"}


def test_another_name_of_an_entity_is_shown(find):
    hits = find("washington")[HitKind.BODY].hits
    government = next(hit for hit in hits if hit.title == "Government of the United States")
    assert marked(government.detail, government.detail_marks) == ["Washington"]


def test_a_source_without_a_title_goes_by_its_label(find):
    assert [hit.title for hit in find("pfeiffer")[HitKind.SOURCE].hits] == ["Pfeiffer"]


def test_the_most_important_come_first_and_the_total_counts_all(find):
    everything, some = find("the", 500)[HitKind.EVENT], find("the", 20)[HitKind.EVENT]
    assert len(everything.hits) == everything.total == some.total > 100
    assert some.hits == everything.hits[:20]
    assert everything.hits[0].id != everything.hits[-1].id


def test_events_of_a_person_and_of_a_passage_match_too(matching, find):
    direct = {hit.id for hit in find("xi jinping")[HitKind.EVENT].hits}
    assert direct < matching("xi jinping")


@pytest.mark.parametrize("typed", ["", "   ", "—", '"', "()", "*", "\x00", "\ud800"])
def test_nothing_to_look_for_finds_nothing(typed, find, matching):
    assert find(typed) == {}
    assert matching(typed) == set()


@pytest.mark.parametrize(
    "typed",
    [
        "xi OR nixon",
        "NEAR(xi nixon)",
        "title:xi",
        "xi*",
        '"xi"',
        "-xi",
        "xi'); DROP TABLE event; --",
        "{xi}",
        "^xi",
    ],
)
def test_what_is_typed_is_never_syntax(typed, find):
    plain = "".join(character if character.isalnum() else " " for character in typed)
    assert find(typed) == find(plain)


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_anything_can_be_typed(library, typed):
    with library.reading() as connection:
        for some in search.find(connection, typed, 5):
            group = search.counted(connection, typed, some)
            assert group.total >= len(group.hits) > 0
            for hit in group.hits:
                for text, marks in ((hit.title, hit.marks), (hit.detail, hit.detail_marks)):
                    assert all(0 <= start < start + length <= len(text) for start, length in marks)
        ids_of(connection, typed)


@settings(max_examples=40)
@given(st.sampled_from(["title", "summary"]), st.integers(1, 60), st.data())
def test_every_word_of_an_event_finds_it(library, column, event, data):
    from sqlalchemy import select

    from explorer.store import folding, schema

    with library.reading() as connection:
        text = connection.scalar(select(schema.event.c[column]).where(schema.event.c.id == event))
        words = [text[start:end] for start, end, _ in folding.words(text)]
        word = data.draw(st.sampled_from(words))
        assert event in ids_of(connection, word)
        assert event in ids_of(connection, word[: data.draw(st.integers(1, len(word)))])
