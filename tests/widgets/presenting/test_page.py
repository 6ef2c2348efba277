"""What is opened over the stage."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl

from explorer.domain.event import Status
from explorer.services.documents import Documents
from explorer.viewmodels.presenting.director import OpenedSource
from explorer.widgets.presenting.page import StagePage, is_checked
from tests.support.desk import Desk

QUOTE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page(look, qtbot) -> StagePage:
    made = StagePage(look)
    qtbot.addWidget(made)
    made.resize(1600, 700)
    return made


@pytest.fixture
def detail(desk: Desk):
    """The event at the heart of the first tour."""
    step = desk.models.library.current.contents.tours[0].steps[11]
    desk.models.selection.select(step.event_id)
    desk.settle()
    return desk.models.detail.current


def test_an_event_is_shown_with_its_sources_and_a_way_into_each(page, detail, desk, qtbot) -> None:
    page.show_event(detail)
    text = page.toPlainText()
    assert text.startswith("15 November 2023 · exact day")
    assert detail.event.summary in text
    card = detail.passages[0]
    assert card.passage.selector.exact in text
    assert page.first_passage == (card.source.id, card.passage.id)
    with qtbot.waitSignal(page.passage_asked) as asked:
        page.anchorClicked.emit(QUrl(f"passage:{card.source.id}:{card.passage.id}"))
    assert asked.args == [page.first_passage]
    with qtbot.assertNotEmitted(page.passage_asked):
        page.anchorClicked.emit(QUrl("https://example.org/"))


def test_what_is_unchecked_says_so_and_nothing_of_a_stranger_is_markup(page, detail) -> None:
    event = replace(detail.event, title=QUOTE, date_status=Status.UNCHECKED)
    assert is_checked(detail.event)
    page.show_event(replace(detail, event=event))
    assert "· unchecked" in page.toPlainText()
    assert QUOTE in page.toPlainText()
    assert page.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_source_without_a_copy_shows_the_words_of_the_record(page, detail, desk) -> None:
    card = detail.passages[0]
    library = desk.models.library.current
    source = Documents(desk.services.workers).source(library, card.source.id).result(10)
    page.show_source(OpenedSource(source, card.passage.id))
    text = page.toPlainText()
    assert card.source.title in text
    assert card.passage.selector.exact in text
    assert "No copy of this source is attached" in text
    page.show_source(OpenedSource(source, None))
    assert card.passage.selector.exact not in page.toPlainText()


def test_keys_are_listed(page) -> None:
    page.show_rows("Keys", (("B", "black"), ("W", "white")))
    assert page.toPlainText() == "Keys\nB   black\nW   white"
    assert page.accessibleName() == "Keys"
