"""Tours made by hand, and the story with the models of a stage."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.presenting import StageModels
from explorer.domain.tour import Show, Step, Tour
from tests.support.desk import Desk

MakeTour = Callable[..., Tour]


def step(number: int, title: str = "") -> Step:
    said = f"What is said of {number}."
    return Step(number, title, "2013", "2022", (), "", (), None, None, None, Show.VIEW, said, "")


def tour_of(steps: int, minutes: int = 20) -> Tour:
    made = tuple(step(number, f"Step {number}") for number in range(1, steps + 1))
    return Tour(1, "u", "talk", "A talk", "students", minutes, made)


@pytest.fixture
def tour() -> Tour:
    return tour_of(3)


@pytest.fixture
def desk(qtbot: QtBot, resources: Path, story_path: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def stage(desk: Desk) -> Iterator[StageModels]:
    """The models of a stage, with the story on it."""
    library = desk.models.library.current
    made = StageModels(desk.models.library, desk.services.workers, desk.models.library)
    made.viewport.reduced_motion = True
    made.viewport.set_width(1000)
    made.timeline.show_library(library)
    made.facets.renew(library)
    yield made
    made.courier.stop()
    made.clock.pause()
