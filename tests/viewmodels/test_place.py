"""Where the reader is, left and found again."""

import math
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from tests.viewmodels.conftest import Begin, settle

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


def view(models: Models) -> tuple[float, float]:
    """The time in view."""
    return models.viewport.viewport.start, models.viewport.viewport.end


def remembered(models: Models) -> dict[str, Any]:
    """What is kept for the open library."""
    library = models.library.current
    assert library is not None
    return models.settings.state(f"library/{library.store.path}")


def test_the_first_time_everything_is_in_view_with_the_opening_event(models: Models) -> None:
    library = models.library.current
    assert library is not None
    assert view(models) == pytest.approx(models.viewport.bounds)
    assert models.selection.current == library.contents.start_event_id is not None
    assert models.place.page is Page.TIMELINE
    assert models.facets.choice.importance == 1


def test_the_next_start_finds_view_event_filter_and_page(begin: Begin, qtbot: QtBot) -> None:
    models = begin()
    models.viewport.show(1_000.0, 2_500.0)
    models.selection.select(7)
    models.facets.set_importance(4)
    settle(qtbot, models)
    assert models.timeline.stage is not None
    shown = models.timeline.stage.shown
    models.place.turn_to(Page.LIST)

    again = begin()
    assert view(again) == pytest.approx((1_000.0, 2_500.0))
    assert again.selection.current == 7
    assert again.facets.choice.importance == 4
    assert again.timeline.stage is not None
    assert again.timeline.stage.shown == shown
    assert again.place.page is Page.LIST


def test_nothing_selected_is_found_again_as_nothing(begin: Begin) -> None:
    begin().selection.select(None)
    assert begin().selection.current is None


def test_each_library_has_its_own_place(begin: Begin, story_path: Path, qtbot: QtBot) -> None:
    other = Path(shutil.copy(story_path, story_path.with_name("other.tlx")))
    models = begin()
    models.viewport.show(1_000.0, 2_500.0)
    models.selection.select(7)
    models.library.open(other)
    settle(qtbot, models)
    assert view(models) == pytest.approx(models.viewport.bounds)
    assert models.selection.current != 7
    assert not models.history.ways.back
    models.viewport.show(5_000.0, 6_000.0)
    models.library.open(story_path)
    settle(qtbot, models)
    assert view(models) == pytest.approx((1_000.0, 2_500.0))
    assert models.selection.current == 7


def test_the_place_is_written_down_soon_after_a_move(models: Models, qtbot: QtBot) -> None:
    models.viewport.show(1_000.0, 2_500.0)
    assert remembered(models).get("start") != 1_000.0
    qtbot.waitUntil(lambda: remembered(models).get("start") == 1_000.0, timeout=10_000)


def test_in_another_version_of_the_story_ids_mean_nothing(begin: Begin) -> None:
    models = begin()
    library = models.library.current
    assert library is not None
    models.viewport.show(1_000.0, 2_500.0)
    models.selection.select(7)
    models.place.leave()
    name = f"library/{library.store.path}"
    models.settings.remember(name, models.settings.state(name) | {"version": "0"})
    models.place.enter(library)
    assert view(models) == pytest.approx((1_000.0, 2_500.0))
    assert models.selection.current == library.contents.start_event_id


def test_a_page_is_turned_once(models: Models) -> None:
    turned: list[Page] = []
    models.place.page_changed.connect(turned.append)
    models.place.turn_to(Page.TIMELINE)
    models.place.turn_to(Page.SOURCES)
    models.place.turn_to(Page.SOURCES)
    assert turned == [Page.SOURCES]
    assert models.place.page is Page.SOURCES


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["start", "end", "event", "version", "filter", "page"]), JSON))
def test_whatever_was_remembered_some_of_the_library_is_shown(models: Models, state: dict[str, Any]) -> None:
    library = models.library.current
    assert library is not None
    models.place.leave()
    models.settings.remember(f"library/{library.store.path}", state)
    models.place.enter(library)
    start, end = view(models)
    first, last = models.viewport.bounds
    assert first <= start < end <= last
    assert math.isfinite(end - start)
    assert models.selection.current is None or library.index.row_of(models.selection.current) is not None
    assert models.place.page in Page
