from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from explorer import __version__
from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.session import Session
from explorer.viewmodels.pages import Page
from explorer.viewmodels.settings import SettingsModel
from explorer.widgets.pages import TextPage


@contextmanager
def second_session(paths: Paths, qtbot: QtBot, library: Path | None = None) -> Iterator[Session]:
    """Another start of the app on the same data folder."""
    session = Session(paths, SettingsModel(paths.settings, base=paths.base), build_services(paths))
    try:
        with qtbot.waitSignal(session.window.first_painted, timeout=20_000):
            session.open(library)
            session.window.show()
        qtbot.waitUntil(lambda: session.models.courier.idle, timeout=20_000)
        yield session
    finally:
        session.window.close()
        session.close()
        session.window.deleteLater()
        session.deleteLater()


def texts_of(session: Session, title: str) -> str:
    """The text of the page with this title."""
    (page,) = [page for page in session.window.findChildren(TextPage) if title in page.windowTitle()]
    return "\n".join(edit.toPlainText() for edit in page.findChildren(QTextEdit))


def test_the_first_start_shows_the_story_with_its_start_event(open_session: Session) -> None:
    models = open_session.models
    assert models.library.is_story
    assert "Fentanyl and foreign relations" in open_session.window.windowTitle()
    assert models.selection.current is not None
    assert models.place.page is Page.TIMELINE


def test_a_later_start_returns_to_where_the_reader_was(
    session: Session, paths: Paths, story_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.window.first_painted, timeout=20_000):
        session.open(story_path)
        session.window.show()
    qtbot.waitUntil(lambda: session.models.courier.idle, timeout=20_000)
    session.models.viewport.show(18_000.0, 18_500.0)
    session.models.selection.select(5)
    session.window.close()
    session.close()
    with second_session(paths, qtbot) as later:
        assert later.models.library.current is not None
        assert later.models.library.current.store.path == story_path
        assert later.models.selection.current == 5
        viewport = later.models.viewport.viewport
        assert (round(viewport.start), round(viewport.end)) == (18_000, 18_500)


def test_a_library_that_is_gone_is_told_and_the_story_opens(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[object] = []
    session.models.messages.shown.connect(told.append)
    with qtbot.waitSignal(session.models.library.opened, timeout=20_000):
        session.open(tmp_path / "gone.tlx")
        session.window.show()
    qtbot.waitUntil(lambda: session.models.courier.idle, timeout=20_000)
    assert session.models.library.is_story
    assert any("gone.tlx" in message.text for message in told)


@pytest.mark.parametrize(("command", "page"), [("sources", Page.SOURCES), ("list", Page.LIST)])
def test_commands_turn_pages(command: str, page: Page, open_session: Session) -> None:
    open_session.window.asked.emit(command)
    assert open_session.models.place.page is page
    open_session.window.asked.emit("timeline")
    assert open_session.models.place.page is Page.TIMELINE


def test_commands_change_the_look_and_the_next_start_keeps_it(
    open_session: Session, paths: Paths, qtbot: QtBot
) -> None:
    open_session.window.asked.emit("dark")
    open_session.window.asked.emit("larger")
    assert open_session.look.theme.dark
    assert open_session.look.theme.scale == pytest.approx(1.1)
    open_session.settings.flush()
    again = SettingsModel(paths.settings)
    assert again.text_scale == 110
    open_session.window.asked.emit("light")
    assert not open_session.look.theme.dark


def test_about_says_version_licences_and_where_the_library_lies(open_session: Session, paths: Paths) -> None:
    open_session.window.asked.emit("about")
    text = texts_of(open_session, "About")
    library = open_session.models.library.current
    assert library is not None
    assert __version__ in text
    assert str(library.store.path) in text
    assert str(paths.data) in text
    for part in ("PySide6", "numpy", "SQLAlchemy", "pyqtgraph", "edtf"):
        assert part.lower() in text.lower()


def test_a_portable_app_says_so_and_finds_its_library_under_another_name_of_its_stick(
    resources: Path, story_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    (stick / "app" / "data").mkdir(parents=True)
    story_path.rename(stick / "lesson.tlx")
    before = SettingsModel(stick / "app" / "data" / "settings.ini", base=stick / "app")
    before.remember("last", {"library": before.named(stick / "lesson.tlx")})
    before.flush()
    moved = stick.rename(tmp_path / "elsewhere")
    data = moved / "app" / "data"
    with second_session(Paths(resources, data, beside=data), qtbot) as session:
        assert session.models.library.current is not None
        assert session.models.library.current.store.path == moved / "lesson.tlx"
        session.window.asked.emit("about")
        assert "It is portable" in texts_of(session, "About")


def test_where_the_data_had_to_go_is_told_and_stands_in_about(
    resources: Path, data_folder: Path, story_path: Path, qtbot: QtBot
) -> None:
    sentence = "It cannot be written to."
    paths = Paths(resources, data_folder, data_folder / "stick", sentence)
    with second_session(paths, qtbot, story_path) as session:
        assert sentence in [label.text() for label in session.window.status.findChildren(QLabel)]
        session.window.asked.emit("about")
        assert sentence in texts_of(session, "About")


def test_help_and_keys_can_be_read(open_session: Session) -> None:
    for command, title in (("help", "Help"), ("keys", "All keys")):
        open_session.window.asked.emit(command)
        assert len(texts_of(open_session, title)) > 200
