"""The dates of an attached document, with what in the library they belong to."""

import subprocess
import sys
from concurrent.futures import CancelledError

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.suggestion import Reason
from explorer.services.suggestions import Search, Suggestions, rejection, start_and_end
from tests.support.dating import TEXT, DatingDesk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def service(desk):
    return Suggestions(desk.workers)


def find(desk, service):
    return service.find(desk.library.current, desk.article(), Search()).result(10)


def test_dates_come_with_whom_and_what_they_name(desk, service):
    found = find(desk, service)
    by_date = {one.edtf: one for one in found.suggestions}
    assert list(by_date)[:3] == ["1911-04-04", "1911", "1913-03"]
    names = {entity.id: entity.name for entity in desk.library.current.contents.entities}
    assert [names[id_] for id_ in by_date["1913-03"].entity_ids] == ["Joe Biden"]
    assert [rival.edtf for rival in by_date["[1975-03-04,1975-04-03]"].rivals] == ["1975-03-04", "1975-04-03"]
    assert len(set(found.digests)) == len(found.digests) == len(found.suggestions)


def test_a_sentence_without_a_date_may_name_an_event_of_the_library(desk, service):
    found = find(desk, service)
    named = [one for one in found.suggestions if one.reason is Reason.LIBRARY_EVENT]
    assert [TEXT[one.start : one.end] for one in named] == ["At the APEC summit nobody spoke of coal."]
    event = found.events[named[0].event_ids[0]]
    assert named[0].edtf == f"{event.start}/{event.end}"


def test_a_digest_outlasts_what_is_written_around_its_sentence(desk, service, tmp_path):
    before = {one.edtf: digest for one, digest in zip(*pairs(find(desk, service)), strict=True)}
    desk.give(tmp_path / "again.txt", "A new beginning.\n\n" + TEXT.replace("4 April", "4  April"))
    after = {one.edtf: digest for one, digest in zip(*pairs(find(desk, service)), strict=True)}
    assert after["1913-03"] == before["1913-03"]
    assert set(after) == set(before)


def pairs(found):
    return found.suggestions, found.digests


def test_what_was_rejected_is_remembered_in_the_library(desk, service):
    digest = find(desk, service).digests[0]
    plan = rejection(desk.article(), digest, "1911-04-04", "Reject")
    desk.edits.apply(plan)
    desk.settle()
    assert find(desk, service).rejected == {digest}
    assert service.rejected(desk.library.current, desk.article()).result(10) == {digest}
    desk.edits.apply(plan)
    desk.edits.undo()
    desk.settle()
    assert find(desk, service).rejected == frozenset()


def test_a_passage_chosen_by_hand_is_offered_its_dates_then_the_date_of_the_document(desk, service):
    start = TEXT.index("That year")
    end = TEXT.index("\n", start)
    offers = service.of_passage(desk.library.current, desk.article(), start, end).result(10)
    assert [one.edtf for one in offers] == ["1911", "2023~"]
    assert offers[0].date_start == start
    assert offers[-1].reason is Reason.DOCUMENT


def test_a_part_of_a_sentence_is_dated_by_its_sentence_and_by_no_other(desk, service):
    start = TEXT.index("Joe Biden")
    offers = service.of_passage(desk.library.current, desk.article(), start, start + 9).result(10)
    assert [one.edtf for one in offers] == ["1913-03", "2023~"]
    start = TEXT.index("The price")
    offers = service.of_passage(desk.library.current, desk.article(), start, start + 9).result(10)
    assert [one.reason for one in offers] == [Reason.DOCUMENT]


def test_what_is_only_vague_comes_after_the_date_of_the_document(desk, service):
    start = TEXT.index("In recent years")
    offers = service.of_passage(desk.library.current, desk.article(), start, start + 20).result(10)
    assert [one.reason for one in offers] == [Reason.DOCUMENT, Reason.VAGUE]


def test_a_passage_that_names_an_event_is_offered_its_date(desk, service):
    start = TEXT.index("At the APEC")
    end = TEXT.index(".", start)
    offers = service.of_passage(desk.library.current, desk.article(), start, end).result(10)
    assert [one.reason for one in offers] == [Reason.LIBRARY_EVENT, Reason.DOCUMENT]


def test_a_search_can_be_called_off(desk, service):
    search = Search()
    search.call_off()
    with pytest.raises(CancelledError):
        service.find(desk.library.current, desk.article(), search).result(10)


def test_a_source_without_a_text_says_what_to_do(desk, service):
    with pytest.raises(ReaderError, match="Attach a copy"):
        service.find(desk.library.current, desk.article(1), Search()).result(10)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1911", ("1911", None)),
        ("1913/1917", ("1913", "1917")),
        ("1980~/1983~", ("1980~/1983~", None)),
        ("2013/..", ("2013/..", None)),
        ("../2013", ("../2013", None)),
        ("[1923,1924]", ("[1923,1924]", None)),
    ],
)
def test_only_what_lasts_from_one_known_time_to_another_has_an_end(edtf, expected):
    assert start_and_end(edtf) == expected


def test_a_start_of_the_app_does_not_wait_for_the_recogniser(root):
    code = "import sys, explorer.app.services; print('explorer.services.suggesting.patterns' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_of_a_text_full_of_dates_only_the_first_are_given(desk, service, monkeypatch):
    monkeypatch.setattr("explorer.services.suggesting.documents.MOST_DATES", 2)
    found = find(desk, service)
    stated = [one.edtf for one in found.suggestions if one.reason is not Reason.LIBRARY_EVENT]
    assert stated == ["1911-04-04", "1911"]
    assert found.is_cut
