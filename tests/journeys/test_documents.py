"""A reader drops a tome of a thousand pages on the window and goes on working."""

import pytest

from explorer.domain.adding import Outcome
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.sources.place import PagePlace
from tests.support import papers
from tests.support.dropping import drop, enter, files
from tests.support.heart import Heart

PAGES = 1_000
GROSS = 0.5
"""Seconds for which a window on a busy machine may stand still; our own figures are told by the bench."""


@pytest.fixture
def tome(tmp_path):
    path = tmp_path / "tome.pdf"
    path.write_bytes(papers.tome(PAGES))
    return path


def test_a_tome_goes_in_while_the_window_lives(start, tome, qtbot):
    session = start()
    window, models = session.window, session.models
    with Heart() as heart:
        assert enter(window, files(tome))
        drop(window, files(tome))
        qtbot.waitUntil(lambda: bool(models.adding.state.additions), timeout=10_000)
        qtbot.waitUntil(lambda: not models.adding.state.is_busy and models.courier.idle, timeout=60_000)
    (addition,) = models.adding.state.additions
    assert addition.outcome is Outcome.ADDED
    assert heart.longest < GROSS
    window.intake.source_asked.emit(addition.source_id)
    qtbot.waitUntil(lambda: models.courier.idle and models.reader.state.detail is not None)
    document = models.reader.state.detail.document
    assert len(document.pages) == PAGES
    page, reader = window.findChild(PagePlace), window.findChild(DocumentPage)
    reader.scroll_to_share(0.5)
    assert page.text() in {f"Page {number} of {PAGES}" for number in range(498, 504)}
    # What is set in type is what lies near the view, not three million letters.
    assert reader.document().characterCount() < len(document.text) / 50
    models.edits.undo()
    qtbot.waitUntil(lambda: models.courier.idle)
    assert all(source.id != addition.source_id for source in models.library.current.contents.sources)
