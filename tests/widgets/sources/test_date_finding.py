"""Finding dates from the reader: the action, the panel in place of the right side, the words on the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from explorer.widgets.sources.giving import GivingPane
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.sources.view import SourcesView
from explorer.widgets.suggestions.pane import SuggestionsPane
from tests.support.dating import DatingDesk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def view(desk, look, qtbot):
    made = SourcesView(desk.sources, desk.reader, desk.selection, look)
    made.offer_dates(desk.model)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    qtbot.waitExposed(made)
    desk.settle()
    return made


def link(view):
    return next(one for one in view.findChildren(QPushButton) if one.text() == "Find dates")


def test_the_panel_is_made_when_it_is_asked_for_and_goes_again(view, desk, qtbot):
    assert view.findChild(SuggestionsPane) is None
    link(view).click()
    desk.settle()
    pane = view.findChild(SuggestionsPane)
    assert pane.isVisible()
    assert not view.findChild(GivingPane).isVisible()
    assert pane.list.hasFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert view.findChild(GivingPane).isVisible()
    assert view.findChild(DocumentPage).hasFocus()


def test_a_key_asks_for_it_from_the_page(view, desk, qtbot):
    page = view.findChild(DocumentPage)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.model.state.found


def test_where_there_is_no_text_there_is_nothing_to_ask(view, desk):
    assert link(view).isVisible()
    desk.open(desk.article(1))
    assert not link(view).isVisible()


def test_the_page_shows_where_the_suggestion_in_hand_stands(view, desk, look):
    desk.find()
    page = view.findChild(DocumentPage)
    strong = look.theme.colour("mark_strong").rgb()

    def marked():
        image = page.viewport().grab().toImage()
        return any(
            image.pixel(x, y) == strong
            for y in range(0, image.height(), 3)
            for x in range(0, image.width(), 3)
        )

    assert marked()
    desk.model.close()
    assert not marked()
