"""Dates come first, words after; nothing that can be typed is an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.days import day_number
from explorer.domain.search import HitKind
from explorer.services.libraries import open_library
from explorer.services.search import LONGEST, Search, find, tidied
from explorer.services.workers import Workers


@pytest.fixture
def library(story_path):
    made = open_library(story_path)
    yield made
    made.store.close()


def group(answer, kind):
    return next((found for found in answer.groups if found.kind is kind), None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("June 1971", (1971, 6, 1), (1971, 7, 1)),
        ("1986-1990", (1986, 1, 1), (1991, 1, 1)),
        ("1971-06", (1971, 6, 1), (1971, 7, 1)),
        ("15 November 2023", (2023, 11, 15), (2023, 11, 16)),
    ],
)
def test_a_date_is_a_place_to_go_to(library, text, start, end) -> None:
    answer = find(library, text)
    assert answer.groups[0].kind is HitKind.DATE
    hit = answer.groups[0].hits[0]
    assert (hit.id, hit.start, hit.end) == (0, day_number(*start), day_number(*end))


def test_a_date_lights_what_may_lie_in_it(library) -> None:
    answer = find(library, "June 1971")
    index = library.index
    rows = index.rows_of(answer.event_ids)
    june, july = day_number(1971, 6, 1), day_number(1971, 7, 1)
    assert set(answer.event_ids) >= set(index.id[(index.earliest < july) & (index.latest > june)].tolist())
    certain = (index.earliest[rows] >= june) & (index.latest[rows] <= july)
    assert certain[: certain.sum()].all(), "what lies in the month stands before what reaches into it"
    assert group(answer, HitKind.EVENT).hits[0].date == "17 June 1971"
    assert group(answer, HitKind.EVENT).total == len(answer.event_ids)


def test_an_open_date_flies_no_further_than_the_events(library) -> None:
    hit = find(library, "2013/..").groups[0].hits[0]
    assert hit.start == day_number(2013)
    assert hit.end == library.index.extent()[1]


def test_words_find_events_passages_and_people(library) -> None:
    answer = find(library, "Cienfuegos")
    kinds = [found.kind for found in answer.groups]
    assert kinds == sorted(kinds, key=list(HitKind).index)
    assert {HitKind.EVENT, HitKind.PASSAGE, HitKind.PERSON} <= set(kinds)
    person = group(answer, HitKind.PERSON).hits[0]
    start, length = person.marks[0]
    assert person.title[start : start + length] == "Cienfuegos"
    assert {hit.id for hit in group(answer, HitKind.EVENT).hits} <= set(answer.event_ids)


def test_nothing_is_found_in_nothing(library) -> None:
    assert find(library, " \t ").groups == ()
    answer = find(library, "zzzzqqq")
    assert (answer.query, answer.groups, answer.event_ids) == ("zzzzqqq", (), ())


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "*",
        "a*b",
        "NEAR(fentanyl china, 2)",
        "title:fentanyl",
        "fentanyl AND",
        "-fentanyl",
        "^fentanyl",
        "'; DROP TABLE event; --",
        "\x00",
        "fen\x00tanyl",
        "\ud800",
        "(" * 500,
        "a" * 100_000,
        "%_",
        "🙂",
        "١٩٧١",
        "0000-00-00",
        "99999999999999",
        "1971-13",
        "2023/1990",
        "{1971,1972}",
        "1971-06-31",
    ],
)
def test_hostile_text_is_text(library, text) -> None:
    answer = find(library, text)
    assert len(answer.query) <= LONGEST
    with library.store.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from event").scalar_one() == library.index.size


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=30) | st.from_regex(r"[0-9./~?%X\[\]{},-]{1,12}", fullmatch=True))
def test_whatever_is_typed_is_answered(library, text) -> None:
    answer = find(library, text)
    assert answer.query == tidied(text)
    for found in answer.groups:
        assert found.total >= len(found.hits) > 0
        for hit in found.hits:
            for part, marks in ((hit.title, hit.marks), (hit.detail, hit.detail_marks)):
                assert all(0 <= start < start + length <= len(part) for start, length in marks)


def test_the_answer_comes_from_a_worker(library) -> None:
    workers = Workers()
    try:
        assert Search(workers).find(library, "Xi").result(10).query == "Xi"
    finally:
        workers.close()
