"""How the dates that were found are set against those that were marked."""

from pathlib import Path

import pytest

from explorer.domain.suggestion import Reason, Suggestion
from tests.bench.marked import Mark, Marked, named_dated
from tests.bench.suggesting import NAMED, Count, measure, score, shipped


def text(*marks):
    return Marked(
        "us", "ours", "MIT", None, "In 1911 it rained. It snowed in May.", [(0, 18), (19, 36)], list(marks)
    )


def found(start, end, edtf, confidence=0.9):
    sentence = (0, 18) if start < 18 else (19, 36)
    return Suggestion(*sentence, start, end, edtf, confidence, Reason.STATED, "", (), "A title")


def counted(marks, offers):
    count = Count()
    score(text(*marks), offers, count)
    return count


RAIN = Mark(3, 7, ("1911",))


def test_a_date_is_found_where_an_offer_lies_on_it():
    figures = counted([RAIN], [found(3, 7, "1911")]).figures()
    assert [figures[name] for name in ("sentence_recall", "sentence_precision")] == [1, 1]
    assert [figures[name] for name in ("value_recall", "value_precision")] == [1, 1]


def test_another_value_is_found_but_wrong():
    count = counted([RAIN], [found(3, 7, "1912")])
    assert (count.dated_found, count.values_found, count.given_right) == (1, 0, 0)
    assert "1911, not ['1912']" in count.missed[0]


def test_the_same_time_written_otherwise_is_right():
    assert counted([Mark(3, 7, ("1911-01/1911-12", "[1911..]"))], [found(3, 7, "[1911..]")]).given_right == 1


def test_an_offer_where_nothing_is_marked_counts_against_precision():
    count = counted([RAIN], [found(3, 7, "1911"), found(32, 35, "1911-05")])
    assert (count.offered, count.offered_dated, count.given, count.given_right) == (2, 1, 2, 1)
    assert "no date" in count.missed[0]


def test_what_may_be_offered_or_not_counts_neither_way():
    either = Mark(32, 35, ())
    for offers in ([], [found(32, 35, "1911-05")]):
        count = counted([either], offers)
        assert (count.dated, count.offered, count.values, count.given) == (0, 0, 0, 0)


def test_vague_offers_are_not_shown_and_do_not_count():
    count = counted([RAIN], [found(3, 7, "1911", confidence=0.4)])
    assert (count.dated_found, count.given) == (0, 0)


def dated(text):
    return sum(
        any(start <= one.start < end and one.values for one in text.marks) for start, end in text.sentences
    )


def test_only_words_of_ours_and_of_the_public_domain_are_shipped():
    assert {one.licence for one in shipped()} == {"MIT", "public domain"}
    assert not set(named_dated(NAMED)) & {"MIT", "public domain"}


def test_at_least_a_hundred_and_fifty_sentences_are_marked_and_half_are_of_strangers():
    ours = sum(dated(one) for one in shipped() if one.by == "us")
    strangers = sum(dated(one) for one in shipped() if one.by != "us") + named_dated(NAMED).total()
    assert ours + strangers >= 150
    assert strangers >= ours


@pytest.fixture
def no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is shipped, whatever the reader has."""
    monkeypatch.delenv("TIMELINE_EXPLORER_TEXTS", raising=False)


@pytest.mark.usefixtures("no_texts")
def test_the_goals_are_met(tmp_path: Path):
    sentences, figures = measure(1, None, tmp_path)
    assert sentences > 200
    assert figures["sentence_recall"] >= 0.95
    assert figures["sentence_precision"] >= 0.95
    assert figures["value_recall"] >= 0.92
    assert figures["value_precision"] >= 0.95
    assert figures["ms_per_1000_words"] > 0


@pytest.mark.usefixtures("no_texts")
def test_the_figures_tell_what_was_used_and_what_was_left_out(tmp_path: Path):
    _, figures = measure(1, None, tmp_path)
    used = figures["dated_sentences_used"]
    assert used["MIT"] + used["public domain"] + used.get("articles", 0) == figures["dated_sentences"]
    assert figures["dated_sentences_left_out"] == dict(named_dated(NAMED))


def test_a_folder_of_texts_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TIMELINE_EXPLORER_TEXTS", str(tmp_path / "gone"))
    with pytest.raises(SystemExit, match="names no folder"):
        measure(1, None, tmp_path)


def test_a_size_is_refused(tmp_path: Path):
    with pytest.raises(SystemExit, match="leave --events out"):
        measure(1, 1_000, tmp_path)
