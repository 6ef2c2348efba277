"""The reveal in the window, and both games played by mouse and keyboard to the printed table."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.domain.masking import names_a_date
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.detective import ROLES
from explorer.viewmodels.honesty import date_state
from explorer.viewmodels.pages import Page
from explorer.viewmodels.reveal import COVERED, Hidden
from explorer.widgets.classwork.detective import DetectiveWindow
from explorer.widgets.classwork.game_window import ROOM_SCALE, GameWindow
from explorer.widgets.classwork.option import Mark
from explorer.widgets.classwork.place_it import PlaceItWindow
from explorer.widgets.main_window import MainWindow

MARGIN = 40.0
"""Points of white that every page keeps at its edges."""


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(widget, key)


def focused(window: GameWindow) -> QWidget:
    return window.focusWidget() or window


def deal(qtbot: QtBot, window: GameWindow, teams: int, cards: int) -> None:
    """Set up and deal, as a teacher does."""
    window.setup.count.setCurrentIndex(teams - 1)
    window.setup.cards.setCurrentIndex(cards - 1)
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._game.phase is Phase.ASKING, timeout=10_000)


def pages_of(path: Path) -> list[str]:
    """The texts of a PDF's pages, once it is sure that nothing of them reaches into the margins."""
    texts = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            width, height = page.get_size()
            for item in page.get_objects():
                left, bottom, right, top = item.get_bounds()
                assert min(left, bottom) >= MARGIN
                assert right <= width - MARGIN
                assert top <= height - MARGIN
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().split()))
            text.close()
    return texts


def assert_told(words: str, page: str) -> None:
    """All words of a cell stand on a page: cells stand side by side, so their lines alternate."""
    packed = page.replace(" ", "")
    missing = [word for word in re.findall(r"\w+", words) if word not in packed]
    assert not missing


@pytest.fixture
def place_it(session: Session, window: MainWindow, qtbot: QtBot) -> Iterator[PlaceItWindow]:
    window.actions_of_window["place_it"].trigger()
    made = session.on_demand.classwork.place_it
    qtbot.waitUntil(lambda: session.models.courier.idle)
    yield made
    made.hide()


@pytest.fixture
def detective(session: Session, window: MainWindow, qtbot: QtBot) -> Iterator[DetectiveWindow]:
    window.actions_of_window["source_detective"].trigger()
    made = session.on_demand.classwork.detective
    qtbot.waitUntil(lambda: session.models.courier.idle)
    yield made
    made.hide()


def test_place_it_is_played_through_by_keyboard_and_mouse(
    place_it: PlaceItWindow, window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    game, table = place_it._model, place_it.table
    assert place_it.deck.count() == 3 + 8
    place_it.setup.names[0].setText("The <b>archivists</b>")
    deal(qtbot, place_it, teams=2, cards=2)
    assert QFontInfo(table.name.font()).pixelSize() >= round(21 * ROOM_SCALE)
    assert focused(place_it) is table.board
    assert not names_a_date(table.name.text())
    # The first card by keyboard, far from where the needle begins.
    begun = game.needle
    press(qtbot, table.board, Qt.Key.Key_Left, 3)
    press(qtbot, table.board, Qt.Key.Key_PageUp)
    assert game.needle < begun
    press(qtbot, table.board, Qt.Key.Key_Return)
    assert game.phase is Phase.ANSWERED
    event = game.last.card.detail.event
    assert table.truth.date.text()
    assert table.truth.state.text() == date_state(event.date_status)
    assert event.citation in table.truth.source.text()
    # "How do we know?" shows it in the window of the library.
    with qtbot.waitSignal(session.models.detail.shown):
        press(qtbot, place_it, Qt.Key.Key_H)
    assert session.models.selection.current == event.id
    assert session.models.place.page is Page.TIMELINE
    press(qtbot, focused(place_it), Qt.Key.Key_Return)
    # The second by mouse, exactly where it belongs.
    target = game.card.target
    middle = round(table.board.x_of((target.earliest + target.latest) / 2))
    qtbot.mouseClick(table.board, Qt.MouseButton.LeftButton, pos=QPoint(middle, table.board.height() // 2))
    qtbot.mouseClick(table.button, Qt.MouseButton.LeftButton)
    assert game.rounds[-1].points >= 98
    # The rest with Enter alone.
    while game.phase is not Phase.RESULT:
        press(qtbot, focused(place_it), Qt.Key.Key_Return)
    assert len(game.rounds) == 4
    shown = place_it.result.text.toPlainText()
    path = tmp_path / "table.pdf"
    place_it.result.save(path)
    (page,) = pages_of(path)
    for team in game.teams:
        assert team in shown
        assert team in page
    for played in game.rounds:
        for words in (played.subject, played.answer, played.truth, played.state):
            assert_told(words, page)
    assert "Page 1 of 1" in page
    # Esc asks only if something would be lost.
    game.play_again()
    deal(qtbot, place_it, teams=1, cards=3)
    press(qtbot, place_it, Qt.Key.Key_Escape)
    assert game.phase is Phase.SETUP
    assert place_it.leaving.isHidden()
    deal(qtbot, place_it, teams=1, cards=3)
    press(qtbot, focused(place_it), Qt.Key.Key_Return)
    place_it.close()
    assert place_it.isVisible()
    assert not place_it.leaving.isHidden()
    press(qtbot, focused(place_it), Qt.Key.Key_Escape)
    assert place_it.leaving.isHidden()
    assert game.phase is Phase.ANSWERED
    press(qtbot, place_it, Qt.Key.Key_Escape)
    qtbot.mouseClick(place_it.leaving.end, Qt.MouseButton.LeftButton)
    assert game.phase is Phase.RESULT
    press(qtbot, place_it, Qt.Key.Key_Escape)
    assert not place_it.isVisible()


def test_the_source_detective_is_played_through(
    detective: DetectiveWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    game, table = detective._model, detective.table
    deal(qtbot, detective, teams=3, cards=8)
    assert not table.button.isEnabled()
    seen_figures = False
    while game.phase is not Phase.RESULT:
        card = game.card
        assert card.card.source.label not in table.quotation.text()
        right = next(at for at, (source, _) in enumerate(card.choices) if source == card.card.source.id)
        wrong = (right + 1) % len(card.choices)
        press(qtbot, focused(detective), Qt.Key(Qt.Key.Key_1 + wrong))
        press(qtbot, focused(detective), Qt.Key(Qt.Key.Key_1 + right))
        role = ROLES.index(card.role)
        assert card.role.value in table.roles[role].text()
        qtbot.mouseClick(table.roles[role], Qt.MouseButton.LeftButton)
        press(qtbot, focused(detective), Qt.Key.Key_Return)
        assert game.rounds[-1].points == 100
        assert table.sources[right]._mark is Mark.RIGHT
        assert table.answer.about.text() == card.detail.event.title
        assert "not compared" in table.answer.state.text()
        if game.claim is not None:
            seen_figures = True
            assert table.answer.sum.text()
            assert not table.answer.verdict.isHidden()
            assert table.answer.chart.isHidden() == (not game.claim.shown_series)
            assert table.answer.isVisible()
        press(qtbot, focused(detective), Qt.Key.Key_Return)
    assert seen_figures
    path = tmp_path / "detective.pdf"
    detective.result.save(path)
    pages = pages_of(path)
    assert len(pages) > 1
    whole = " ".join(pages)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    for played in game.rounds:
        assert_told(f"{played.subject} {played.answer} {played.truth}", whole)
    detective.result.save(tmp_path / "missing" / "table.pdf")
    assert "cannot be written" in detective.result._said.text()
    # An answer that is longer than the window scrolls by key.
    game.play_again()
    detective.resize(640, 480)
    deal(qtbot, detective, teams=1, cards=1)
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Return):
        press(qtbot, focused(detective), key)
    bar = table.rolled.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(qtbot, focused(detective), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(qtbot, focused(detective), Qt.Key.Key_PageUp, 3)
    assert bar.value() == 0


def test_without_anything_to_play_with_the_games_say_so(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.models.library.opened):
        session.models.library.make(tmp_path / "empty.tlx", "Nothing yet", "Events")
    for command, words in (("place_it", "no events yet"), ("source_detective", "No passage")):
        window.actions_of_window[command].trigger()
        game = getattr(session.on_demand.classwork, {"source_detective": "detective"}.get(command, command))
        qtbot.waitUntil(lambda game=game: game._game.decks is not None)
        assert words in game.setup.problem.text()
        assert not game.setup.deal.isEnabled()
        game.close()


def texts_of(window: MainWindow) -> str:
    """All that can be read in the details at the right."""
    pane = window.parts.detail
    return "\n".join(edit.toPlainText() for edit in pane.findChildren(QTextEdit) if edit.isVisible())


def hovered(window: MainWindow, event_id: int) -> str:
    """What the card at the pointer says over an event."""
    view = window.timeline
    x, y, _ = view.picture.mark_of(event_id)
    view._pointer.hover(QPointF(x, y))
    return view.card.text if view.card.isVisible() else ""


@pytest.fixture
def hide(session: Session, window: MainWindow) -> Callable[[Hidden], MainWindow]:
    """Opens the bar and hides something, as a teacher does."""

    def hidden(what: Hidden) -> MainWindow:
        window.actions_of_window["reveal"].trigger()
        session.on_demand.classwork.reveal.bar.choices[what].click()
        return window

    return hidden


def test_hidden_titles_leak_nowhere_and_come_back(
    hide: Callable[[Hidden], MainWindow], session: Session, qtbot: QtBot
) -> None:
    models = session.models
    event_id = models.selection.current
    title = models.timeline.titles.title(event_id)
    window = hide(Hidden.TITLES)
    assert title in models.timeline.titles._known[event_id].title
    assert "Titles are hidden" in session.on_demand.classwork.reveal.bar.state.text()
    assert title not in hovered(window, event_id)
    assert COVERED in hovered(window, event_id)
    assert window.timeline.access.event_item(event_id).text(0) != title
    assert not window.parts.detail.isVisible()
    uncovered = session.on_demand.classwork.reveal.uncovered
    assert uncovered.hint.isVisible()
    assert not uncovered.title.isVisible()
    assert not window.search.isEnabled()
    assert "closed" in window.search.placeholderText()
    for command in ("list", "sources", "claims", "edit_event", "search"):
        assert not window.actions_of_window[command].isEnabled()
    for page in Page:
        models.place.turn_to(page)
        assert models.place.page is Page.TIMELINE
    # Uncovered by its key, it is told again, here and in the bar.
    qtbot.keyClick(window.timeline, Qt.Key.Key_U)
    assert title in hovered(window, event_id)
    assert title in session.on_demand.classwork.reveal.bar.said.text()
    assert uncovered.title.text() == title
    assert uncovered.title.isVisible()
    assert uncovered.state.text() == "date checked"
    qtbot.keyClick(window.timeline, Qt.Key.Key_Backspace)
    assert title not in hovered(window, event_id)
    assert not uncovered.title.isVisible()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert session.on_demand.classwork.reveal.bar.isHidden()
    assert window.parts.detail.isVisible()
    assert title in texts_of(window)
    assert window.search.isEnabled()
    assert window.actions_of_window["sources"].isEnabled()


def test_hidden_dates_are_covered_up_to_the_line(
    hide: Callable[[Hidden], MainWindow], session: Session, qtbot: QtBot
) -> None:
    models = session.models
    window = hide(Hidden.DATES)
    host = session.on_demand.classwork.reveal
    curtain = host.curtain
    session.settle()
    assert not window.status._middle.text()
    assert curtain.axis.isVisible()
    assert curtain.axis.x() == 0
    assert curtain.bands.isVisible()
    assert models.detail.current is not None
    assert not host.uncovered.date.isVisible()
    models.area.mark(10_000.0, 12_000.0)
    assert models.area.current is None
    assert window.timeline.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    # The line is dragged to the middle: the axis is seen up to it.
    handle, view = curtain.handle, window.timeline
    middle = view.width() // 2
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, handle.mapFrom(view, QPoint(middle, handle.y())))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    assert abs(curtain.axis.x() - middle) <= 2
    assert abs(curtain.line.geometry().center().x() - middle) <= 3
    moved = host._model.state.now
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert host._model.state.now > moved
    host.end()
    session.settle()
    assert window.status._middle.text()
    assert not curtain.axis.isVisible()
    assert window.timeline.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu


def test_later_events_stay_away_from_search_list_and_canvas(
    hide: Callable[[Hidden], MainWindow], session: Session, qtbot: QtBot
) -> None:
    models = session.models
    models.viewport.show_all()
    models.selection.select(None)
    window = hide(Hidden.LATER)
    qtbot.keyClick(window.timeline, Qt.Key.Key_Space, delay=1)
    frame = window.timeline.picture.scene().frame
    index = models.timeline.stage.index
    now = session.on_demand.classwork.reveal._model.state.now
    assert len(frame.discs.row)
    assert (index.position[frame.discs.row] <= now).all()
    assert (index.position[frame.labels.row] <= now).all()
    assert session.on_demand.classwork.reveal.curtain.series.isVisible()
    window.actions_of_window["reveal"].trigger()
    assert models.timeline.stage.visible is None
    assert not session.on_demand.classwork.reveal.curtain.line.isVisible()
    # An event that is written is not lost to the reveal.
    models.selection.select(models.timeline.id_of(3))
    window.actions_of_window["edit_event"].trigger()
    qtbot.waitUntil(lambda: models.editor.state is not None)
    window.actions_of_window["reveal"].trigger()
    assert session.on_demand.classwork.reveal.bar.isHidden()
    models.editor.leave()
    hide(Hidden.TITLES)
    # E on the details is closed with them; asked for otherwise, it is refused.
    models.editor.edit(models.selection.current)
    qtbot.waitUntil(lambda: models.courier.idle)
    assert models.editor.state is None
