"""A document in, its dates found, three of them accepted, everything undone and redone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from explorer.viewmodels.offers import OfferStatus
from explorer.viewmodels.pages import Page
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.suggestions.pane import SuggestionsPane
from tests.journeys.conftest import end, settle
from tests.support.dating import TEXT

Key = Qt.Key


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def titles(session) -> set[str]:
    from explorer.store import reads

    with session.models.library.current.store.reading() as connection:
        return {heading.title for heading in reads.headings(connection)}


def find_dates(qtbot, session) -> SuggestionsPane:
    """Open the panel from the page by its key."""
    page = session.window.parts.sources.findChild(DocumentPage)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    return session.window.parts.sources.findChild(SuggestionsPane)


def test_three_dates_of_a_document_come_onto_the_timeline_and_go_again(start, qtbot, letter):
    session = start()
    models = session.models
    session.window.show_page(Page.SOURCES)
    settle(qtbot, session)
    models.reader.attach(letter)
    settle(qtbot, session)
    before = titles(session)
    assert models.suggestions.state.open is False

    pane = find_dates(qtbot, session)
    assert [one.edtf for one in models.suggestions.state.offers][:3] == ["1911-04-04", "1911", "1913-03"]
    assert titles(session) == before
    for _ in range(3):
        qtbot.keyClick(pane.list, Key.Key_A)
        settle(qtbot, session)
    made = titles(session) - before
    assert len(made) == 3
    assert len(models.library.current.index.id) == len(before) + 3

    item = next(item for item in models.reader.state.passages if item.events and item.events[0].title in made)
    assert TEXT[item.anchor.start : item.anchor.end] == item.passage.selector.exact

    for _ in range(3):
        qtbot.keyClick(pane.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, session)
    assert titles(session) == before
    assert all(one.status is OfferStatus.OPEN for one in models.suggestions.state.offers)
    for _ in range(3):
        models.edits.redo()
        settle(qtbot, session)
    assert titles(session) - before == made


def test_what_was_accepted_and_rejected_is_so_after_a_restart(start, qtbot, letter):
    session = start()
    session.window.show_page(Page.SOURCES)
    settle(qtbot, session)
    session.models.reader.attach(letter)
    settle(qtbot, session)
    pane = find_dates(qtbot, session)
    qtbot.keyClick(pane.list, Key.Key_A)
    settle(qtbot, session)
    qtbot.keyClick(pane.list, Key.Key_R)
    settle(qtbot, session)
    end(qtbot, session)

    session = start()
    session.window.show_page(Page.SOURCES)
    settle(qtbot, session)
    find_dates(qtbot, session)
    state = session.models.suggestions.state
    assert [one.edtf for one in state.offers][:2] == ["1911-04-04", "1913-03"]
    assert state.offers[0].status is OfferStatus.ON_TIMELINE
    assert state.rejected == 1
