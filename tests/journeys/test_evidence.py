"""From a document to the timeline and back, and all of it undone and redone, in one go."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from explorer.domain.adding import Outcome
from explorer.viewmodels.pages import Page
from explorer.widgets.detail.passages import PassageView
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.suggestions.pane import SuggestionsPane
from tests.journeys.conftest import settle
from tests.support.changing import rows_of
from tests.support.dating import TEXT
from tests.support.dropping import drop, enter, files

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = "nobody spoke of coal"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rows(session) -> dict:
    """What the library holds; long texts stay for Redo until it is closed."""
    with session.models.library.current.store.reading() as connection:
        found = rows_of(connection)
    del found["content"]
    return found


def select(page: DocumentPage, words: str) -> None:
    """Select words as a hand would."""
    found = page.document().find(words)
    assert not found.isNull()
    cursor = page.textCursor()
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def test_a_document_becomes_events_and_each_leads_back_to_its_words(start, qtbot, letter):
    session = start()
    models, window = session.models, session.window
    before, events = rows(session), models.library.current.index.size

    # Drop it on the window.
    assert enter(window, files(letter))
    drop(window, files(letter))
    qtbot.waitUntil(lambda: bool(models.adding.state.additions) and not models.adding.state.is_busy)
    (addition,) = models.adding.state.additions
    assert addition.outcome is Outcome.ADDED
    models.reader.open_source(addition.source_id)
    models.place.turn_to(Page.SOURCES)
    settle(qtbot, session)

    # Find its dates and accept three.
    page = window.parts.sources.findChild(DocumentPage)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_D, Control)
    settle(qtbot, session)
    pane = window.parts.sources.findChild(SuggestionsPane)
    for _ in range(3):
        qtbot.keyClick(pane.list, Key.Key_A)
        settle(qtbot, session)
    assert models.library.current.index.size == events + 3

    # Select words by hand and make an event of them.
    page.setFocus()
    select(page, WORDS)
    qtbot.keyClick(page, Key.Key_E)
    qtbot.waitUntil(lambda: models.editor.state is not None)
    form = window.editing.drawer.form
    qtbot.keyClicks(form.focusWidget(), "What was said of it")
    assert models.editor.state.typed.start != ""
    qtbot.keyClick(form, Key.Key_Return, Control)
    qtbot.waitUntil(lambda: models.library.current.index.size == events + 4)
    settle(qtbot, session)

    # See it on the timeline, and open its passage again.
    models.place.turn_to(Page.TIMELINE)
    made = next(
        item.events[0].id
        for item in models.reader.state.passages
        if item.events and item.events[0].title == "What was said of it"
    )
    models.navigator.show_event(made)
    settle(qtbot, session)
    assert window.timeline.shows_event(made)
    card = next(view for view in window.parts.detail.findChildren(PassageView) if view.card is not None)
    assert card.card.passage.selector.exact == WORDS
    card.opened.emit(card.card)
    settle(qtbot, session)
    assert models.place.page is Page.SOURCES
    assert models.reader.state.detail.source.id == addition.source_id

    # Copy its citation.
    QGuiApplication.clipboard().clear()
    window.actions_of_window["cite"].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")

    # Undo everything, redo it.
    after = rows(session)
    while models.edits.history.undo is not None:
        models.edits.undo()
        settle(qtbot, session)
    assert rows(session) == before
    assert models.library.current.index.size == events
    while models.edits.history.redo is not None:
        models.edits.redo()
        settle(qtbot, session)
    assert rows(session) == after
