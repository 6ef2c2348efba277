"""What one model says reaches the others; asked of the models alone, without a window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.wiring import build_models
from explorer.viewmodels.models import Models
from explorer.viewmodels.settings import SettingsModel


@pytest.fixture
def models(paths: Paths, qtbot: QtBot) -> Iterator[Models]:
    """All models, with the shipped story open."""
    services = build_services(paths)
    made = build_models(services, SettingsModel(paths.settings))
    with qtbot.waitSignal(made.library.opened, timeout=20_000):
        made.library.open_story()
    qtbot.waitUntil(lambda: made.courier.idle, timeout=20_000)
    yield made
    made.place.keep()
    services.workers.close()
    made.library.close()


def test_an_opened_library_is_on_the_stage(models: Models) -> None:
    stage = models.timeline.stage
    library = models.library.current
    assert stage is not None
    assert library is not None
    assert stage.shown == library.index.size == 188
    assert models.viewport.bounds[0] < models.viewport.bounds[1]


def test_a_filter_thins_the_timeline_and_clearing_it_brings_all_back(models: Models, qtbot: QtBot) -> None:
    models.facets.set_importance(5)
    qtbot.waitUntil(lambda: models.timeline.stage is not None and 0 < models.timeline.stage.shown < 188)
    models.facets.clear()
    qtbot.waitUntil(lambda: models.timeline.stage is not None and models.timeline.stage.shown == 188)


def test_a_selected_event_is_read_in_full(models: Models, qtbot: QtBot) -> None:
    with qtbot.waitSignal(models.detail.shown, timeout=20_000) as shown:
        models.selection.select(7)
    assert shown.args[0].event.id == 7


def test_a_search_lights_its_hits(models: Models, qtbot: QtBot) -> None:
    with qtbot.waitSignal(models.results.lit, timeout=20_000) as lit:
        models.results.search("Cienfuegos")
    assert lit.args[0].count
