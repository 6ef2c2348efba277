import pytest

from explorer.domain.search import HitKind
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


def test_what_is_found_is_lit(hunt, qtbot) -> None:
    with qtbot.waitSignal(hunt.results.answered) as first:
        hunt.results.search("Cienfuegos")
    assert not hunt.results.waiting
    assert (first.args[0].query, first.args[0].events) == ("Cienfuegos", None)
    with qtbot.waitSignal(hunt.results.counted) as counted, qtbot.waitSignal(hunt.results.lit) as lit:
        pass
    assert counted.args == [hunt.results.answer]
    assert hunt.results.answer.events == lit.args[0].count > 0


def test_the_newest_question_wins(hunt) -> None:
    answers = []
    hunt.results.answered.connect(answers.append)
    text = "Cienfuegos"
    for end in range(1, len(text) + 1):
        hunt.results.search(text[:end])
    hunt.settle()
    assert [answer.query for answer in answers] == [text]
    hunt.results.answered.disconnect(answers.append)


@pytest.mark.parametrize("text", ["", "  \t", "\x00"])
def test_an_empty_question_puts_out_the_lights(hunt, qtbot, text) -> None:
    hunt.results.search("Xi")
    hunt.settle()
    with qtbot.waitSignal(hunt.results.lit) as told:
        hunt.results.search(text)
    assert told.args == [None]
    assert (hunt.results.answer, hunt.results.text) == (None, "")


def test_a_search_that_is_over_stays_over(hunt) -> None:
    hunt.results.search("Xi")
    hunt.results.clear()
    hunt.settle()
    assert hunt.results.answer is None


def test_a_hit_taken_is_told_and_the_lights_stay(hunt, qtbot) -> None:
    hunt.results.search("Xi Jinping")
    hunt.settle()
    person = next(group for group in hunt.results.answer.groups if group.kind is HitKind.PERSON).hits[0]
    with qtbot.waitSignal(hunt.results.chosen) as told:
        hunt.results.choose(person)
    assert told.args == [person]
    assert hunt.results.answer is not None


def test_another_library_ends_the_search(hunt, story_path) -> None:
    hunt.results.search("Xi")
    hunt.settle()
    hunt.library.open(story_path)
    hunt.settle()
    assert hunt.results.text == ""
