"""Parts of the window are built once, and not before they are asked for."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from explorer.widgets.event_list import EventList
from explorer.widgets.sources.tools import ReaderTools
from explorer.widgets.sources.view import SourcesView
from tests.support.placing import troubled_copy


@pytest.fixture
def window(begin, show):
    return show(begin())


@pytest.mark.parametrize(
    ("command", "kind"), [("sources", SourcesView), ("list", EventList)], ids=["sources", "list"]
)
def test_a_page_is_built_when_it_is_turned_to_and_kept(window, command, kind):
    assert window.findChildren(kind) == []
    window.actions_of_window[command].trigger()
    (page,) = window.findChildren(kind)
    assert page.isVisible()
    window.actions_of_window["timeline"].trigger()
    window.actions_of_window[command].trigger()
    assert window.findChildren(kind) == [page]


def test_every_page_is_told_to_the_window(window, qtbot):
    parts = window.parts
    for name in ("claims", "compare"):
        with qtbot.waitSignal(parts.page_made) as made:
            page = getattr(parts, name)
        assert made.args == [page]
        assert isinstance(page.parent(), QWidget)


def test_a_claim_begins_with_words_that_are_selected_in_a_source(begin, show, tmp_path, qtbot):
    session = begin()
    window, models = show(session), session.models
    window.actions_of_window["sources"].trigger()
    qtbot.waitUntil(lambda: models.courier.idle and bool(models.reader.state.passages))
    copy = troubled_copy([item.passage for item in models.reader.state.passages], tmp_path)
    models.reader.attach(copy.path)
    qtbot.waitUntil(lambda: models.courier.idle and models.reader.state.report is not None)
    page = window.parts.sources.pane.page
    cursor = page.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(40, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    words = page.textCursor().selectedText()
    window.parts.sources.pane.findChild(ReaderTools).actions["claim"].trigger()
    claims = window.parts.claims
    assert claims.editor.isVisible()
    assert claims.writing.form.quotation.startswith(words[:30])
    claims.editor.close()
