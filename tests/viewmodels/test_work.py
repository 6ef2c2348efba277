"""Work that takes its time: its progress, and that it can be stopped."""

import threading

import pytest

from explorer.services.workers import Errand, Workers
from explorer.viewmodels.work import WorkModel, WorkState
from tests.viewmodels.conftest import settle


class Waiting(WorkModel):
    """Waits, half done, until it is let go on; notes what comes of it."""

    def __init__(self, models, workers: Workers) -> None:
        super().__init__("waiting", models.library, models.courier)
        self._workers = workers
        self.go_on = threading.Event()
        self.errand: Errand | None = None
        self.answers: list[str] = []

    def start(self, name: str) -> None:
        self.errand = self._begin(name, share=0.0)
        self._courier.ask("waiting", self._workers.carry(self._wait), self._take)

    def _wait(self) -> str:
        self._note_share(0.5)
        self.go_on.wait(20)
        return "done"

    def _take(self, answer: str) -> None:
        self._end()
        self.answers.append(answer)


@pytest.fixture
def work(models):
    workers = Workers()
    work = Waiting(models, workers)
    yield work
    work.go_on.set()
    workers.close()


def test_it_tells_how_far_it_is_until_it_is_over(models, work, qtbot):
    told: list[WorkState | None] = []
    work.changed.connect(told.append)
    work.start("a.txt")
    assert work.busy
    assert told == [WorkState("a.txt", 0.0)]
    qtbot.waitUntil(lambda: told[-1] == WorkState("a.txt", 0.5))
    work.go_on.set()
    settle(qtbot, models)
    assert not work.busy
    assert told[-1] is None
    assert work.answers == ["done"]


def test_what_is_cancelled_is_called_off_and_its_answer_dropped(models, work, qtbot):
    work.start("a.txt")
    work.cancel()
    assert not work.busy
    assert work.errand is not None
    assert work.errand.is_off
    work.go_on.set()
    settle(qtbot, models)
    assert work.answers == []


def test_it_does_not_outlive_the_library(models, work, story_path, qtbot):
    work.start("a.txt")
    models.library.open(story_path)
    qtbot.waitUntil(lambda: not work.busy)
