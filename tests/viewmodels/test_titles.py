import pytest

from explorer.viewmodels import titles as module
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.titles import BATCH, SMALL_LIBRARY, WAITING, Titles
from tests.support.canvas import EVENTS, Shelf, heading, library


class Large:
    """An index of so many events that they are not fetched whole."""

    size = SMALL_LIBRARY + 1


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def titles(qapp, shelf):
    return Titles(shelf, Courier(Messages()))


def large():
    opened = library()
    opened.index = Large()
    opened.labels = {1: "Message on drugs"}
    return opened


def test_a_small_library_is_fetched_whole(titles, shelf, qtbot):
    with qtbot.waitSignal(titles.arrived) as arrived:
        titles.show_library(library())
    assert shelf.asked == [None]
    assert arrived.args[0] == frozenset(range(1, len(EVENTS) + 1))
    assert titles.heading(3) == heading(3)


def test_labels_brought_along_are_there_at_once(titles):
    titles.show_library(large())
    assert titles.label(1) == "Message on drugs"


def test_what_is_asked_in_one_moment_is_fetched_in_one_batch(titles, shelf, qtbot):
    titles.show_library(large())
    with qtbot.waitSignal(titles.arrived) as arrived:
        assert titles.title(4) is None
        assert titles.heading(2) is None
        titles.ask((2, 4, 5))
    assert shelf.asked == [(2, 4, 5)]
    assert arrived.args[0] == {2, 4, 5}
    assert titles.title(4) == "Pills approved"


def test_what_is_asked_meanwhile_follows(titles, shelf, qtbot):
    titles.show_library(large())
    titles.ask((2,))
    qtbot.waitUntil(lambda: shelf.asked == [(2,)])
    titles.ask((3,))
    qtbot.waitUntil(lambda: titles.heading(3) is not None)
    assert shelf.asked == [(2,), (3,)]
    assert titles.heading(2) == heading(2)


def test_an_event_that_is_not_there_is_asked_for_once(titles, shelf, qtbot):
    titles.show_library(large())
    with qtbot.waitSignal(titles.arrived):
        titles.ask((999,))
    titles.ask((999,))
    with qtbot.waitSignal(titles.arrived):
        titles.ask((2,))
    assert shelf.asked == [(999,), (2,)]


def test_another_library_forgets_the_first(titles, qtbot):
    with qtbot.waitSignal(titles.arrived):
        titles.show_library(library())
    opened = large()
    titles.show_library(opened)
    assert titles.title(3) is None
    with qtbot.waitSignal(titles.arrived):
        titles.ask((2,))


def test_before_a_library_nothing_is_known(titles, shelf):
    assert titles.title(1) is None
    assert not shelf.asked


def test_what_was_asked_for_last_comes_first(titles, shelf, qtbot):
    titles.show_library(large())
    titles.ask(range(1000, 1000 + 2 * BATCH))
    titles.ask((5, 2))
    qtbot.waitUntil(lambda: titles.heading(2) is not None)
    assert {2, 5} <= set(shelf.asked[0])
    assert len(shelf.asked[0]) == BATCH


def test_what_nobody_looks_at_any_more_is_let_go(titles, shelf, qtbot):
    titles.show_library(large())
    titles.ask(range(1000, 1000 + 3 * WAITING))
    titles.ask((2,))
    qtbot.waitUntil(lambda: sum(map(len, shelf.asked)) == WAITING)
    with qtbot.waitSignal(titles.arrived):
        titles.ask((3,))
    assert shelf.asked[-1] == (3,)
    assert len(shelf.asked) == WAITING // BATCH + 1


def test_headings_in_use_outlive_the_others(titles, shelf, qtbot, monkeypatch):
    monkeypatch.setattr(module, "GENERATION", 2)
    titles.show_library(large())
    for event in (1, 2, 3, 4, 5):
        assert titles.heading(1) is not None or event == 1
        with qtbot.waitSignal(titles.arrived):
            titles.ask((event,))
    asked = len(shelf.asked)
    assert titles.heading(1) == heading(1)
    assert titles.heading(2) is None
    assert len(shelf.asked) == asked
