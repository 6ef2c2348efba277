"""The way back leads through what was looked at, as in a browser: view, event and page together."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.viewmodels.history import HISTORY, HistoryModel, Place, Ways, alike
from explorer.viewmodels.pages import Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.viewport import ViewportModel
from tests.viewmodels.conftest import settle


class Reader:
    """A reader with a view of some days, an event and a page."""

    def __init__(self, models):
        self.selection, self.viewport = models.selection, models.viewport
        self.pages, self.history = models.place, models.history
        self.viewport.show(1000.0, 2000.0)
        self.history.begin()

    @property
    def view(self):
        shown = self.viewport.viewport
        return round(shown.start), round(shown.end)

    def rest(self, qtbot):
        qtbot.wait(750)


def alone(folder):
    """A history with no library beside it."""
    selection, viewport = SelectionModel(), ViewportModel()
    facets = SimpleNamespace(changed=selection.led)
    place = PlaceModel(SettingsModel(folder / "settings.ini"), viewport, selection, facets)
    return selection, viewport, HistoryModel(selection, viewport, place)


@pytest.fixture
def reader(models):
    return Reader(models)


def test_back_and_forward_go_through_the_views_in_which_one_rested(reader, qtbot):
    reader.viewport.show(5000.0, 5100.0)
    reader.viewport.show(5040.0, 5050.0)
    reader.rest(qtbot)
    reader.viewport.show(8000.0, 9000.0)
    reader.history.go_back()
    assert reader.view == (5040, 5050)
    reader.history.go_back()
    assert reader.view == (1000, 2000)
    reader.history.go_back()
    assert reader.view == (1000, 2000)
    reader.history.go_forward()
    reader.history.go_forward()
    assert reader.view == (8000, 9000)


def test_a_view_that_has_hardly_moved_is_no_step(reader, qtbot):
    reader.viewport.show(1020.0, 2010.0)
    reader.rest(qtbot)
    assert reader.history.ways == Ways(back=False, forward=False)


def test_an_event_that_one_is_led_to_and_its_view_are_one_step(models, reader, qtbot):
    before = reader.selection.current
    reader.pages.turn_to(Page.SOURCES)
    settle(qtbot, models)
    qtbot.wait(1)
    models.navigator.show_event(100)
    assert (reader.pages.page, reader.selection.current) == (Page.TIMELINE, 100)
    view = reader.view
    reader.history.go_back()
    assert (reader.pages.page, reader.selection.current, reader.view) == (Page.SOURCES, before, (1000, 2000))
    reader.history.go_back()
    assert (reader.pages.page, reader.view) == (Page.TIMELINE, (1000, 2000))
    reader.history.go_forward()
    reader.history.go_forward()
    assert (reader.pages.page, reader.selection.current, reader.view) == (Page.TIMELINE, 100, view)


def test_a_flight_that_is_under_way_counts_by_where_it_leads(reader, qtbot):
    reader.viewport.reduced_motion = False
    reader.viewport.fly_to(8000.0, 9000.0)
    reader.history.go_back()
    assert reader.history.ways == Ways(back=False, forward=True)
    qtbot.waitUntil(lambda: not reader.viewport.moving)
    assert reader.view == (1000, 2000)
    reader.rest(qtbot)
    reader.history.go_forward()
    qtbot.waitUntil(lambda: not reader.viewport.moving)
    assert reader.view == (8000, 9000)
    assert reader.history.ways == Ways(back=True, forward=False)


def test_nothing_selected_keeps_the_way_back(reader):
    reader.selection.select(1)
    reader.selection.select(2)
    reader.selection.select(None)
    reader.history.go_back()
    assert reader.selection.current == 1


def test_without_a_library_there_is_no_way(qapp, tmp_path):
    selection, viewport, history = alone(tmp_path)
    selection.select(3)
    viewport.show(1.0, 2.0)
    history.go_back()
    history.go_forward()
    assert selection.current == 3


@settings(max_examples=60)
@given(st.lists(st.one_of(st.integers(1, 9), st.sampled_from(["back", "forward"])), max_size=300))
def test_history_behaves_like_a_list_with_a_finger_on_it(qapp, tmp_path_factory, steps):
    selection, _, history = alone(tmp_path_factory.getbasetemp())
    history.begin()
    pages, at = [None], 0
    for step in steps:
        if step == "back":
            history.go_back()
            at = max(at - 1, 0)
        elif step == "forward":
            history.go_forward()
            at = min(at + 1, len(pages) - 1)
        else:
            selection.select(step)
            if pages[at] != step:
                pages = [*pages[: at + 1], step][-HISTORY:]
                at = len(pages) - 1
        assert selection.current == pages[at]
        assert history.ways == Ways(back=at > 0, forward=at < len(pages) - 1)


@given(start=st.floats(-1e5, 1e5), days=st.floats(0.1, 1e5))
def test_likeness_goes_by_the_length_of_the_view(start, days):
    place = Place(Page.TIMELINE, start, start + days, None)
    assert alike(place, Place(Page.TIMELINE, start + 0.2 * days, start + 1.2 * days, None))
    assert not alike(place, Place(Page.TIMELINE, start + 0.3 * days, start + 1.3 * days, None))
    assert not alike(place, Place(Page.TIMELINE, start, start + 2 * days, None))
