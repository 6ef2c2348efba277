"""The time that a talk takes."""

from pytestqt.qtbot import QtBot

from explorer.viewmodels.presenting.clock import TalkClock


def test_time_passes_only_while_it_runs(qtbot: QtBot) -> None:
    clock = TalkClock()
    assert (clock.runs, clock.seconds) == (False, 0)
    clock.start()
    qtbot.waitUntil(lambda: clock.seconds >= 1)
    with qtbot.waitSignal(clock.ticked) as told:
        clock.pause()
    assert told.args == [1]
    assert not clock.runs
    passed = clock.seconds
    assert passed >= 1
    clock.start()
    assert clock.seconds >= passed
    clock.reset()
    assert clock.runs
    assert clock.seconds == 0
    clock.pause()
