import pytest
from PySide6.QtWidgets import QPushButton

from explorer.domain.adding import Outcome
from explorer.services.new_library import make_library
from explorer.widgets.sources.beginning import Beginning
from tests.support import papers


@pytest.fixture
def card(session, show, tmp_path, qtbot):
    window = show(session, make_library(tmp_path / "new.tlx", "Notes", "Harbour"))
    window.asked.emit("sources")
    qtbot.waitUntil(lambda: session.models.courier.idle)
    return window.findChild(Beginning)


def test_a_library_without_sources_says_how_to_begin(card, session, qtbot):
    assert card.isVisible()
    assert {button.text() for button in card.findChildren(QPushButton)} == {
        "Add documents…",
        "Add what was copied",
    }
    assert all(button.toolTip() for button in card.findChildren(QPushButton))
    models = session.models
    models.adding.add_data("note.txt", papers.PARAGRAPHS[0].encode())
    qtbot.waitUntil(lambda: models.adding.state.is_busy is False and models.courier.idle, timeout=10_000)
    assert models.adding.state.additions[0].outcome is Outcome.ADDED
    qtbot.waitUntil(lambda: not card.isVisible())
    qtbot.waitUntil(lambda: models.reader.state.detail is not None)
    assert models.reader.state.detail.source.title == "note"
    models.edits.undo()
    qtbot.waitUntil(card.isVisible)


def test_it_stays_in_the_middle(card, session):
    card.window().resize(900, 600)
    host = card.parentWidget()
    assert card.width() <= host.width()
    assert abs(card.geometry().center().x() - host.rect().center().x()) <= 1
