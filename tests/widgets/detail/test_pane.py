from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ReaderError
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail import DetailPane
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import WrappingButton
from explorer.widgets.parts.tab_order import tab_stops
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import ThemeHolder
from tests.widgets.detail.conftest import DEATHS, WOODSIDE, Answers, Story, button, settle, words


def test_nothing_selected_says_what_to_do(pane: DetailPane) -> None:
    assert "Choose an event" in words(pane)
    assert not pane.sheet.isVisible()


def test_the_order_never_changes(pane: DetailPane, answers: Answers, story: Story) -> None:
    answers.shown.emit(story.detail(DEATHS))
    settle()
    sheet = pane.sheet
    parts = [
        sheet.heading, sheet.passages, sheet.concordance, sheet.figures, sheet.causes, sheet.citation
    ]  # fmt: skip
    tops = [part.mapTo(pane, QPoint(0, 0)).y() for part in parts]
    assert all(part.isVisible() for part in parts)
    assert tops == sorted(tops)


def test_the_focus_stays_on_next_while_one_walks_on(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail("csa-1970"))
    pane.activateWindow()
    pane.sheet.heading.steps.next.setFocus()
    qtbot.waitUntil(pane.sheet.heading.steps.next.hasFocus)
    answers.shown.emit(story.detail("dea-founded"))
    assert pane.sheet.heading.steps.next.hasFocus()


def test_the_old_event_stays_until_the_new_one_comes(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    answers.asked.emit(1)
    assert "Biden and Xi" in words(pane.sheet.heading)
    waiting = next(
        child for child in pane.children() if getattr(child, "accessibleName", str)() == "Reading the event"
    )
    assert isinstance(waiting, QWidget)
    assert not waiting.isVisible()
    qtbot.waitUntil(waiting.isVisible, timeout=1000)
    answers.shown.emit(story.detail("csa-1970"))
    assert not waiting.isVisible()


def test_a_failure_says_the_sentence_and_offers_to_try_again(
    qtbot: QtBot, pane: DetailPane, answers: Answers
) -> None:
    answers.failed.emit(ReaderError("The disk was taken out. Put it in again."))
    assert "The disk was taken out" in words(pane)
    qtbot.mouseClick(button(pane, "Try again"), Qt.MouseButton.LeftButton)
    assert answers.asked_again == 1


def test_nothing_of_an_earlier_event_is_left(pane: DetailPane, answers: Answers, story: Story) -> None:
    """Widgets are used again: whatever the order, an event looks the same."""

    def fresh(slug: str) -> str:
        answers.shown.emit(story.detail(slug))
        return words(pane.sheet)

    first = fresh(WOODSIDE)
    for slug in (DEATHS, "csa-1970", "operation-cooperation", "cienfuegos-arrest"):
        fresh(slug)
    assert fresh(WOODSIDE) == first


@pytest.mark.parametrize(
    ("width", "scale", "name"),
    [(320, 1.0, "light"), (390, 1.5, "dark"), (320, 2.5, "light"), (390, 1.0, "dark"), (600, 0.8, "light")],
)
def test_nothing_is_cut_at_any_size(
    pane: DetailPane, answers: Answers, story: Story, look: ThemeHolder, width: int, scale: float, name: str
) -> None:
    look.apply(name, scale)
    pane.resize(width, 900)
    for slug in (WOODSIDE, DEATHS, "operation-cooperation"):
        answers.shown.emit(story.detail(slug))
        settle()
        assert pane.sheet.width() <= width
        for child in pane.sheet.findChildren(QWidget):
            if not child.isVisible():
                continue
            right = child.mapTo(pane.sheet, QPoint(child.width(), 0)).x()
            assert right <= pane.sheet.width(), (slug, child)
            if isinstance(child, Reading):
                assert child.document().size().height() <= child.height() + 1, child.words
                assert child.document().size().width() <= child.width() + 1, child.words
            elif isinstance(child, Words | WrappingButton):
                assert child.height() >= child.heightForWidth(child.width()), child.text()


def test_every_event_of_the_story_can_be_shown(pane: DetailPane, answers: Answers, story: Story) -> None:
    for slug in story.slugs():
        detail = story.detail(slug)
        answers.shown.emit(detail)
        assert detail.event.title in words(pane.sheet.heading)


def test_every_control_has_a_name_and_is_reached_by_tab(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(DEATHS))
    settle()
    controls = [
        child
        for child in pane.sheet.findChildren(QWidget)
        if isinstance(child, QAbstractButton | Reading) and child.isVisible()
    ]
    assert [child for child in controls if not child.accessibleName()] == []
    assert [child for child in controls if not child.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def way_of_tab(pane: DetailPane, qtbot: QtBot) -> list[QWidget]:
    """Where Tab goes from the first control that can be used, until it is back or leaves the pane."""
    pane.activateWindow()
    pane.focusNextPrevChild(True)
    stops = [child for child in tab_stops(pane.sheet) if child.isVisible() and child.isEnabled()]
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    gone = [stops[0]]
    while pane.focusNextPrevChild(True):
        focused = QApplication.focusWidget()
        if focused is None or focused is stops[0] or not pane.sheet.isAncestorOf(focused):
            break
        gone.append(focused)
    return gone


def goes_down(pane: DetailPane, widgets: list[QWidget]) -> bool:
    """Whether each widget stands below the one before, or at the right of it on the same line."""
    areas = [QRect(widget.mapTo(pane.sheet, QPoint(0, 0)), widget.size()) for widget in widgets]
    return all(
        later.top() > earlier.bottom() or (later.bottom() > earlier.top() and later.left() > earlier.right())
        for earlier, later in pairwise(areas)
    )


def test_tab_goes_down_the_pane_at_every_event(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    for slug in ("csa-1970", WOODSIDE, DEATHS, WOODSIDE):
        answers.shown.emit(story.detail(slug))
        settle()
        gone = way_of_tab(pane, qtbot)
        controls = [
            child
            for child in pane.sheet.findChildren(QWidget)
            if isinstance(child, QAbstractButton | Reading) and child.isVisible() and child.isEnabled()
        ]
        assert set(gone) == set(controls)
        assert goes_down(pane, gone), slug
    qtbot.mouseClick(button(pane.sheet.passages, "Show all"), Qt.MouseButton.LeftButton)
    settle()
    gone = way_of_tab(pane, qtbot)
    assert goes_down(pane, gone)


def test_an_event_hidden_by_the_filters_says_so_and_asks_to_clear_them(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    assert "Hidden by the filters" not in words(pane)
    answers.hidden_changed.emit(True)
    settle()
    assert words(pane).endswith("Hidden by the filters\nClear the filters")
    clear = button(pane, "Clear the filters")
    assert clear.mapTo(pane, QPoint(0, 0)).y() < pane.sheet.mapTo(pane, QPoint(0, 0)).y()
    with qtbot.waitSignal(pane.clear_asked):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    answers.hidden_changed.emit(False)
    assert "Hidden by the filters" not in words(pane)


def test_a_pane_made_late_knows_that_the_event_is_hidden(
    qtbot: QtBot, answers: Answers, story: Story, selection: SelectionModel, look: ThemeHolder
) -> None:
    answers.current, answers.hidden = story.detail(WOODSIDE), True
    late = DetailPane(cast("DetailModel", answers), selection, look)
    qtbot.addWidget(late)
    late.show()
    assert "Hidden by the filters" in words(late)


def test_the_wheel_over_a_quotation_scrolls_the_pane(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(DEATHS))
    settle()
    reading = pane.sheet.passages.views[0].findChild(Reading)
    assert reading is not None
    assert not reading.verticalScrollBar().isVisible()
    assert reading.verticalScrollBar().maximum() == 0
