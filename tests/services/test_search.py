"""Dates come first, words after; nothing that can be typed is an error."""

from concurrent.futures import CancelledError

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.days import day_number
from explorer.domain.search import HitKind
from explorer.services.libraries import open_library
from explorer.services.search import LIMIT, LONGEST, Question, Search, find, first, rest, tidied
from explorer.services.workers import Workers


@pytest.fixture
def library(story_path):
    made = open_library(story_path)
    yield made
    made.store.close()


def found(library, text):
    return find(library, text).answer


def lit_by(library, text):
    return find(library, text).lit.rows()


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
    answer = found(library, text)
    assert answer.groups[0].kind is HitKind.DATE
    hit = answer.groups[0].hits[0]
    assert (hit.id, hit.start, hit.end) == (0, day_number(*start), day_number(*end))


def test_a_date_lights_what_may_lie_in_it(library) -> None:
    answer = found(library, "June 1971")
    index = library.index
    rows = lit_by(library, "June 1971")
    june, july = day_number(1971, 6, 1), day_number(1971, 7, 1)
    assert set(rows.tolist()) >= set(np.flatnonzero((index.earliest < july) & (index.latest > june)).tolist())
    events = group(answer, HitKind.EVENT)
    assert events.hits[0].date == "17 June 1971"
    assert events.total == answer.events == rows.size


@pytest.mark.parametrize("text", ["1971", "2010-2023", "2013/..", "../2050"])
def test_what_lies_in_a_date_stands_before_what_reaches_into_it(library, text) -> None:
    index = library.index
    hit = group(found(library, text), HitKind.DATE).hits[0]
    within = found(library, text).groups[1].hits
    rows = index.rows_of([each.id for each in within])
    inside = np.flatnonzero((index.earliest < hit.end) & (index.latest > hit.start))

    def place(row):
        wholly = index.earliest[row] >= hit.start and index.latest[row] <= hit.end
        return not wholly, -int(index.importance[row]), index.earliest[row], row

    first = sorted(inside.tolist(), key=place)[:LIMIT]
    assert list(map(place, rows[: len(first)].tolist())) == list(map(place, first))


def test_an_open_date_flies_no_further_than_the_events(library) -> None:
    hit = found(library, "2013/..").groups[0].hits[0]
    assert hit.start == day_number(2013)
    assert hit.end == library.index.extent()[1]


def test_words_find_events_passages_and_people(library) -> None:
    answer = found(library, "Cienfuegos")
    kinds = [found.kind for found in answer.groups]
    assert kinds == sorted(kinds, key=list(HitKind).index)
    assert {HitKind.EVENT, HitKind.PASSAGE, HitKind.PERSON} <= set(kinds)
    person = group(answer, HitKind.PERSON).hits[0]
    start, length = person.marks[0]
    assert person.title[start : start + length] == "Cienfuegos"
    lit = library.index.id[lit_by(library, "Cienfuegos")].tolist()
    assert {hit.id for hit in group(answer, HitKind.EVENT).hits} <= set(lit)


def test_nothing_is_found_in_nothing(library) -> None:
    assert found(library, " \t ").groups == ()
    answer = found(library, "zzzzqqq")
    assert (answer.query, answer.groups, answer.events) == ("zzzzqqq", (), 0)


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
    answer = found(library, text)
    assert len(answer.query) <= LONGEST
    with library.store.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from event").scalar_one() == library.index.size


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=30) | st.from_regex(r"[0-9./~?%X\[\]{},-]{1,12}", fullmatch=True))
def test_whatever_is_typed_is_answered(library, text) -> None:
    answer = found(library, text)
    assert answer.query == tidied(text)
    for each in answer.groups:
        assert each.total >= len(each.hits) > 0
        for hit in each.hits:
            for part, marks in ((hit.title, hit.marks), (hit.detail, hit.detail_marks)):
                assert all(0 <= start < start + length <= len(part) for start, length in marks)


def test_the_first_hits_come_before_all_is_counted(library) -> None:
    workers = Workers()
    try:
        search, question = Search(workers), Question(library, "the")
        answer = search.first(question).result(10)
        events = group(answer, HitKind.EVENT)
        assert (answer.query, answer.events) == ("the", None)
        assert (len(events.hits), events.total) == (LIMIT, None)
        whole = search.rest(question, answer).result(10)
    finally:
        workers.close()
    counted = group(whole.answer, HitKind.EVENT)
    assert counted.hits == events.hits
    assert LIMIT < counted.total <= whole.answer.events == whole.lit.count


def test_a_question_called_off_is_not_answered(library) -> None:
    question = Question(library, "the")
    answer = first(question)
    question.call_off()
    with pytest.raises(CancelledError):
        first(question)
    with pytest.raises(CancelledError):
        rest(question, answer)
    assert found(library, "the").events
