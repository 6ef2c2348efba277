"""Answers come on the GUI thread; newer questions make older answers void."""

import threading
from concurrent.futures import Future

from explorer.domain.errors import ReaderError
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.messages import Messages


def test_the_answer_comes_on_the_gui_thread(qtbot):
    courier, future, seen = Courier(Messages()), Future(), []
    courier.ask("a", future, lambda answer: seen.append((answer, threading.current_thread())))
    threading.Thread(target=future.set_result, args=(5,)).start()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(5, threading.main_thread())]
    assert courier.idle


def test_a_newer_question_makes_the_older_answer_void(qtbot):
    courier, older, newer, seen = Courier(Messages()), Future(), Future(), []
    older.set_running_or_notify_cancel()
    courier.ask("a", older, seen.append)
    courier.ask("a", newer, seen.append)
    older.set_result("old")
    newer.set_result("new")
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(10)
    assert seen == ["new"]


def test_a_question_that_has_not_begun_is_cancelled():
    courier, older = Courier(Messages()), Future()
    courier.ask("a", older, print)
    courier.ask("a", Future(), print)
    assert older.cancelled()


def test_channels_do_not_disturb_each_other(qtbot):
    courier, seen = Courier(Messages()), []
    first, second = Future(), Future()
    courier.ask("a", first, seen.append)
    courier.ask("b", second, seen.append)
    second.set_result(2)
    first.set_result(1)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert set(seen) == {1, 2}


def test_a_reader_error_goes_to_the_asker_or_the_status_line(qtbot):
    messages, said, seen = Messages(), [], []
    messages.shown.connect(said.append)
    courier = Courier(messages)
    for channel, failed in (("a", seen.append), ("b", None)):
        future = Future()
        courier.ask(channel, future, print, failed)
        future.set_exception(ReaderError("The file is gone. Choose another."))
    qtbot.waitUntil(lambda: bool(seen and said))
    assert str(seen[0]) == said[0].text == "The file is gone. Choose another."
    assert said[0].problem


def test_a_bug_is_raised_where_the_crash_report_takes_it(qtbot):
    courier, future = Courier(Messages()), Future()
    courier.ask("a", future, print)
    with qtbot.captureExceptions() as caught:
        future.set_exception(ZeroDivisionError("bug"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_stopped_courier_delivers_nothing_and_cancels_nothing(qtbot):
    courier, future, seen, left = Courier(Messages()), Future(), [], []
    courier.ask("a", future, seen.append, unwanted=left.append)
    courier.stop()
    assert not future.cancelled()
    future.set_result("late")
    qtbot.waitUntil(lambda: bool(left))
    assert (seen, left) == ([], ["late"])
