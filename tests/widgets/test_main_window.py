"""The window as a whole: its pages and sides, its keys, and what it remembers."""

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.services.libraries import open_library
from explorer.viewmodels.pages import Page
from explorer.widgets.detail.pane import DetailPane
from explorer.widgets.event_list import EventList
from explorer.widgets.facets.panel import FacetsPanel
from explorer.widgets.main_window import FIRST_SIZE, MainWindow
from explorer.widgets.sources.view import SourcesView
from tests.support.permissions import ordinary_user
from tests.widgets.conftest import Begin


def there(window: MainWindow, kind: type[QWidget]) -> bool:
    """Whether a part of this kind can be seen."""
    return any(part.isVisible() for part in window.findChildren(kind))


def tab(window: MainWindow) -> str:
    """The view that the header marks."""
    (marked,) = [button.text() for button in window.header.findChildren(QPushButton) if button.isChecked()]
    return marked


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def test_the_first_window_is_large_where_there_is_room(session: Session) -> None:
    room = session.window.screen().availableSize()
    assert session.window.size() == QSize(*FIRST_SIZE).boundedTo(room)


def test_the_first_frame_of_a_library_is_told_once(session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    session.window.first_painted.connect(told.append)
    session.window.show()
    qtbot.wait(30)
    assert told == []
    session.open()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    session.window.timeline.update()
    qtbot.waitUntil(lambda: session.models.courier.idle)
    qtbot.wait(30)
    assert told == [session.window]


def test_the_window_says_what_is_open_and_where_it_lies(window: MainWindow, data_folder: Path) -> None:
    assert window.windowTitle() == "Fentanyl and foreign relations – Timeline Explorer"
    assert "Fentanyl and foreign relations" in texts(window.header)
    assert "Offline · all changes saved" in texts(window.status)
    tips = [label.toolTip() for label in window.status.findChildren(QLabel)]
    assert f"The library lies in {data_folder / 'story.tlx'}" in tips


def test_a_library_that_cannot_be_written_to_is_told(window: MainWindow, story_path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.move(story_path, folder))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with ordinary_user():
            library = open_library(path)
        window.show_library(library)
        library.store.close()
    assert "Offline · opened read-only" in texts(window.status)


def test_pages_are_made_when_they_are_asked_for_and_stay(window: MainWindow, session: Session) -> None:
    assert window.timeline.isVisible()
    assert window.findChild(EventList) is None
    assert window.findChild(SourcesView) is None

    session.models.place.turn_to(Page.LIST)
    events = window.findChild(EventList)
    assert events.isVisible()
    assert not window.timeline.isVisible()
    assert (tab(window), window.actions_of_window["list"].isChecked()) == ("Timeline", True)

    session.models.place.turn_to(Page.SOURCES)
    assert there(window, SourcesView)
    assert not events.isVisible()
    assert (tab(window), window.actions_of_window["list"].isChecked()) == ("Sources", False)

    session.models.place.turn_to(Page.TIMELINE)
    assert window.timeline.isVisible()
    assert tab(window) == "Timeline"
    session.models.place.turn_to(Page.LIST)
    assert window.findChildren(EventList) == [events]


def test_a_tab_turns_the_page(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    timeline, sources = window.header.findChildren(QPushButton)[:2]
    qtbot.mouseClick(sources, Qt.MouseButton.LeftButton)
    assert session.models.place.page is Page.SOURCES
    assert there(window, SourcesView)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton)
    assert session.models.place.page is Page.TIMELINE


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_2, Page.SOURCES),
        (Qt.Key.Key_3, Page.CLAIMS),
        (Qt.Key.Key_4, Page.TOURS),
        (Qt.Key.Key_L, Page.LIST),
        (Qt.Key.Key_1, Page.TIMELINE),
    ],
)
def test_keys_turn_the_page(
    key: Qt.Key, page: Page, window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert session.models.place.page is page


@pytest.mark.parametrize(
    ("key", "name", "kind"), [(Qt.Key.Key_F4, "facets", FacetsPanel), (Qt.Key.Key_F6, "detail", DetailPane)]
)
def test_a_side_that_is_hidden_leaves_its_room_to_the_timeline(
    key: Qt.Key, name: str, kind: type[QWidget], window: MainWindow, qtbot: QtBot
) -> None:
    before = window.timeline.width()
    assert there(window, kind)
    qtbot.keyClick(window, key)
    assert not there(window, kind)
    assert not window.actions_of_window[name].isChecked()
    qtbot.waitUntil(lambda: window.timeline.width() > before)
    qtbot.keyClick(window, key)
    assert there(window, kind)
    assert window.actions_of_window[name].isChecked()
    qtbot.waitUntil(lambda: window.timeline.width() == before)


def test_home_shows_the_whole_range_and_in_a_text_goes_to_its_begin(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    viewport = session.models.viewport
    viewport.show(1_000.0, 2_000.0)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    typing = QApplication.focusWidget()
    qtbot.keyClicks(typing, "xi")
    qtbot.keyClick(typing, Qt.Key.Key_Home)
    assert (viewport.viewport.start, viewport.viewport.end) == pytest.approx((1_000.0, 2_000.0))
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Home)
    assert (viewport.viewport.start, viewport.viewport.end) == pytest.approx(viewport.bounds)


def test_leaving_the_search_goes_back_to_the_timeline(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.isAncestorOf(QApplication.focusWidget()) or window.search.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.timeline)


def test_enter_on_the_timeline_opens_the_evidence(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    detail = session.models.detail.current
    assert detail is not None
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.models.reader.current is not None)
    assert session.models.place.page is Page.SOURCES
    assert session.models.reader.current == detail.passages[0].passage.id


def test_the_menu_opens_by_key(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[QWidget | None] = []

    def close() -> None:
        seen.append(QApplication.activePopupWidget())
        for popup in filter(None, seen):
            popup.close()

    # Qt shows a menu in a loop of its own, which ends with the menu.
    QTimer.singleShot(50, window, close)
    qtbot.keyClick(window, Qt.Key.Key_F10)
    assert [type(popup) for popup in seen] == [QMenu]


def test_a_chosen_file_is_opened(
    window: MainWindow, session: Session, story_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(story_path), ""))
    with qtbot.waitSignals([window.open_asked, session.models.library.opened], order="strict"):
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert session.models.library.current is not None
    assert session.models.library.current.store.path == story_path


def test_no_file_chosen_changes_nothing(
    window: MainWindow, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.models.library.current
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(window.open_asked, wait=30):
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert session.models.library.current is before


def test_quit_closes_the_window_and_the_next_one_stands_as_it_was_left(
    window: MainWindow, begin: Begin, show: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F4)
    window.resize(796, 600)
    qtbot.waitUntil(lambda: window.size() == QSize(796, 600))
    state = window.state()
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()

    again = show(begin())
    assert again.size() == QSize(796, 600)
    assert again.state()["columns"] == state["columns"]
    assert not there(again, FacetsPanel)
    assert there(again, DetailPane)


def test_the_layout_outlives_the_way_to_disk(window: MainWindow) -> None:
    state = window.state()
    assert json.loads(json.dumps(state)) == state


@pytest.mark.parametrize(
    "state",
    [
        {"geometry": "no geometry", "columns": ["wide"]},
        {"geometry": 5, "columns": {"wanted": 1, "widths": [1, 2]}},
        {"columns": {"widths": {"facets": "3"}}, "other": 1},
        {"geometry": "", "columns": {"wanted": [], "widths": {"facets": 0}}},
    ],
)
def test_a_layout_that_cannot_be_read_does_no_harm(
    state: dict[str, object], begin: Begin, show: Callable[..., MainWindow]
) -> None:
    first = begin()
    first.settings.remember("window", state)
    first.settings.flush()
    first.window.closed.disconnect()
    window = show(begin())
    assert window.timeline.isVisible()
    assert window.timeline.width() > 100
    assert window.width() >= window.minimumWidth()


@pytest.mark.parametrize("page", [Page.SOURCES, Page.LIST])
def test_commands_of_the_timeline_turn_to_it(page: Page, window: MainWindow, session: Session) -> None:
    models = session.models
    models.place.turn_to(page)
    window.actions_of_window["measure"].trigger()
    assert models.place.page is Page.TIMELINE
    assert models.ruler.measuring
    models.place.turn_to(page)
    window.actions_of_window["fit"].trigger()
    assert models.place.page is Page.TIMELINE
    assert models.viewport.viewport.days < 10


def test_letters_typed_in_a_field_move_nothing(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    before = session.models.viewport.viewport
    window.search.take_focus()
    qtbot.keyClicks(window.search, "wasd fm.,[]")
    assert window.search.text() == "wasd fm.,[]"
    assert session.models.viewport.viewport == before
    assert session.models.area.current is None
    assert session.models.ruler.current is None


def test_alt_and_arrows_go_back_to_the_last_view(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    viewport, alt = session.models.viewport, Qt.KeyboardModifier.AltModifier
    steps = window.parts.detail.sheet.heading.steps
    whole = viewport.viewport
    back, forward = window.actions_of_window["back"], window.actions_of_window["forward"]
    assert not any(way.isEnabled() for way in (steps.back, steps.forward, back, forward))
    viewport.fly_to(1_000.0, 2_000.0)
    assert steps.back.isEnabled()
    assert back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert viewport.viewport.days == pytest.approx(whole.days)
    assert steps.forward.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, alt)
    assert viewport.viewport.start == pytest.approx(1_000.0)
    qtbot.mouseClick(steps.back, Qt.MouseButton.LeftButton)
    assert viewport.viewport.days == pytest.approx(whole.days)
