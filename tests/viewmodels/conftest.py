"""All view models joined as in the app, on the shipped story and without a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.wiring import build_models
from explorer.viewmodels.models import Models
from explorer.viewmodels.settings import SettingsModel

Begin = Callable[..., Models]


@pytest.fixture
def begin(qtbot: QtBot, resources: Path, data_folder: Path, story_path: Path) -> Iterator[Begin]:
    """Starts anew on the reader's data folder, with a copy of the story or another file open."""
    paths = Paths(resources, data_folder)
    paths.prepare()
    ends: list[Callable[[], None]] = []

    def start(library: Path = story_path) -> Models:
        while ends:
            ends.pop()()
        services = build_services(paths)
        models = build_models(services, SettingsModel(paths.settings))
        ends.extend((models.library.close, services.workers.close, models.place.keep))
        models.viewport.reduced_motion = True
        models.library.open(library)
        settle(qtbot, models)
        return models

    yield start
    while ends:
        ends.pop()()


@pytest.fixture
def models(begin: Begin) -> Models:
    """A first start."""
    return begin()


def settle(qtbot: QtBot, models: Models) -> None:
    """Wait until every question is answered."""
    qtbot.waitUntil(lambda: models.courier.idle, timeout=10_000)
