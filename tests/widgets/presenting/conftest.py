"""A presentation of the shipped story, as large as a projector, with a plain window behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.presenting import Presentation
from explorer.domain.tour import Show, Step, Tour
from explorer.widgets.presenting.look import StageLook
from explorer.widgets.theme import ThemeHolder
from tests.support.desk import Desk

SIZE = QSize(1280, 720)
Present = Callable[..., Presentation]


def tour_of(*notes: str) -> Tour:
    """A tour by hand, a step for each note."""
    steps = tuple(
        Step(
            number, f"Title {number}", "2013", "2022", (), "", (), None, None, None, Show.VIEW, "Said.", note
        )
        for number, note in enumerate(notes, 1)
    )
    return Tour(1, "u", "talk", "A talk", "students", 20, steps)


def rest(qtbot: QtBot, shown: Presentation) -> None:
    """Wait until all of the step is there."""
    stage = shown.stage
    qtbot.waitUntil(lambda: stage.courier.idle and not stage.viewport.moving, timeout=5000)
    QApplication.processEvents()


@pytest.fixture
def app_look(qtbot: QtBot, resources: Path) -> ThemeHolder:
    return ThemeHolder(resources / "themes", "light", 1.0)


@pytest.fixture
def look(app_look: ThemeHolder, resources: Path) -> StageLook:
    """The look of the stage at full HD."""
    made = StageLook(resources / "themes", app_look)
    made.fit(QSize(1920, 1080))
    return made


@pytest.fixture
def desk(qtbot: QtBot, resources: Path, story_path: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def present(desk: Desk, qtbot: QtBot, resources: Path, app_look: ThemeHolder) -> Iterator[Present]:
    """Begins the first or another tour at a step counted from 1, once."""
    behind = QWidget()
    qtbot.addWidget(behind)
    made: list[Presentation] = []

    def begin(number: int = 1, tour: int = 0, size: QSize = SIZE) -> Presentation:
        library = desk.models.library.current
        assert library is not None
        shown = Presentation(desk.models, desk.services.workers, app_look, resources / "themes", behind)
        made.append(shown)
        shown.stage.viewport.reduced_motion = True
        shown.begin(library, library.contents.tours[tour], number - 1)
        shown.window.showNormal()
        shown.window.resize(size)
        rest(qtbot, shown)
        return shown

    yield begin
    for shown in made:
        shown.take_down()
