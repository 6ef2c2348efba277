from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ReaderError
from explorer.domain.event import Status
from explorer.domain.passage import Anchor, AnchorState
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail import DetailPane
from explorer.widgets.detail.controls import WrappingButton
from explorer.widgets.detail.reading import Reading
from explorer.widgets.detail.text import Words
from explorer.widgets.theme import ThemeHolder
from tests.widgets.detail.conftest import Answers, Story

WOODSIDE = "woodside-summit-2023"
DEATHS = "us-overdose-deaths-2022"


@pytest.fixture
def answers(story: Story) -> Answers:
    return Answers(story)


@pytest.fixture
def selection() -> SelectionModel:
    return SelectionModel()


@pytest.fixture
def pane(qtbot: QtBot, answers: Answers, selection: SelectionModel, look: ThemeHolder) -> DetailPane:
    made = DetailPane(cast("DetailModel", answers), selection, look)
    qtbot.addWidget(made)
    made.resize(390, 900)
    made.show()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words(widget: QWidget) -> str:
    """All that can be read in a widget, in the order of its children."""
    said = []
    for child in widget.findChildren(QWidget):
        if child.isVisibleTo(widget):
            if isinstance(child, Reading):
                said.append(child.words)
            elif isinstance(child, QLabel | QAbstractButton):
                said.append(child.text())
    return "\n".join(said)


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button that begins with a text."""
    return next(
        child
        for child in widget.findChildren(QAbstractButton)
        if child.isVisibleTo(widget) and child.text().startswith(text)
    )


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


def test_head_tells_date_exactness_title_and_summary(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    said = words(pane.sheet.heading)
    assert "15 November 2023 · exact day" in said
    assert "Biden and Xi agree to restart drug cooperation" in said
    assert "not checked" not in said


def test_unchecked_dates_and_citations_are_marked(pane: DetailPane, answers: Answers, story: Story) -> None:
    answers.shown.emit(story.detail("operation-cooperation"))
    assert "Date not checked" in words(pane.sheet.heading)
    assert "Not checked" in words(pane.sheet.citation)
    assert "✓" not in words(pane.sheet.citation)
    assert "comes from the context layer" in words(pane.sheet.passages)


def test_three_passages_at_first_from_both_sources_then_all(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    views = pane.sheet.passages.views
    assert len(views) == 3
    assert len({view.card.source.id for view in views if view.card}) == 2
    qtbot.mouseClick(button(pane.sheet.passages, "Show all 14"), Qt.MouseButton.LeftButton)
    cards = [view.card for view in pane.sheet.passages.views if view.card]
    assert len(cards) == 14
    places = [(card.source.id, card.passage.selector.start) for card in cards]
    assert places == sorted(places)


def test_a_card_quotes_and_names_source_stance_and_place(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(DEATHS))
    view = pane.sheet.passages.views[0]
    assert view.card is not None
    said = words(view)
    assert f"“{view.card.passage.selector.exact}”" in said
    assert view.card.source.label in said
    assert view.card.stance.value in said
    assert f"Paragraph {view.card.passage.selector.paragraph} of 17" in said
    assert "found" not in said


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AnchorState.EXACT, "found exactly"),
        (AnchorState.MOVED, "moved"),
        (AnchorState.LOST, "not found"),
    ],
)
def test_a_card_says_how_its_passage_was_found(
    pane: DetailPane, answers: Answers, story: Story, state: AnchorState, said: str
) -> None:
    detail = story.detail(DEATHS)
    first = detail.passages[0]
    placed = replace(first, anchor=Anchor(first.passage.id, state, None, None))
    answers.shown.emit(replace(detail, passages=(placed,)))
    assert said in words(pane.sheet.passages)


def test_our_words_and_the_record_unfold(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail("fy2024-fentanyl-funding")
    noted = tuple(card for card in detail.passages if card.passage.note)
    answers.shown.emit(replace(detail, passages=noted))
    view = pane.sheet.passages.views[0]
    assert "The record:" not in words(view)
    qtbot.mouseClick(button(view, "Where the record differs"), Qt.MouseButton.LeftButton)
    assert f"In our words: {noted[0].passage.paraphrase}" in words(view)
    assert f"The record: {noted[0].passage.note}" in words(view)
    answers.shown.emit(detail)
    assert "The record:" not in words(pane.sheet.passages)


def test_both_sources_are_laid_side_by_side(pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail("cienfuegos-arrest")
    answers.shown.emit(detail)
    said = words(pane.sheet.concordance)
    topic = detail.concordances[0]
    for line in topic.lines:
        assert f"{story.label(line.source_id)}: {line.line}" in said
    assert f"The record: {topic.record}" in said


def test_a_check_shows_sum_verdict_and_caveats(pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail(DEATHS)
    answers.shown.emit(detail)
    at = [claim.claim.slug for claim in detail.claims].index("deaths-doubled-2019-2022")
    said = words(pane.sheet.figures.views[at])
    assert "36,359 → 73,838  ×2.03" in said
    assert "supported, by a narrow margin" in said
    assert "Rates would give a slightly lower ratio" in said
    assert "has not been checked" not in said


def test_an_unchecked_figure_and_a_mismatch_are_said(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(DEATHS)
    doubtful = replace(detail.claims[0], sum_unchecked=True, mismatch="The sum gives 1, stored is 2.")
    answers.shown.emit(replace(detail, claims=(doubtful,)))
    said = words(pane.sheet.figures)
    assert "has not been checked" in said
    assert "The sum gives 1, stored is 2." in said


def test_links_tell_date_relation_and_whose_reading_it_is(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail("operation-cooperation")
    answers.shown.emit(detail)
    said = words(pane.sheet.causes)
    assert "Sep 1969" in said
    assert "led to this · our reading" in said
    with qtbot.waitSignal(pane.event_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.causes, "Operation Intercept"), Qt.MouseButton.LeftButton)
    assert asked.args == [detail.causes[0].event.id]


def test_open_in_source_asks_for_the_passage(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    with qtbot.waitSignal(pane.passage_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.passages.views[0], "Open in source"), Qt.MouseButton.LeftButton)
    assert asked.args == [pane.sheet.passages.views[0].card]


def test_a_chip_asks_for_its_entity(qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    with qtbot.waitSignal(pane.entity_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.heading, "Xi Jinping"), Qt.MouseButton.LeftButton)
    assert asked.args[0].name == "Xi Jinping"


def test_the_citation_is_copied_with_its_address(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    copy = button(pane.sheet.citation, "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == f"{detail.event.citation} {detail.event.url}"
    assert copy.text() == "Copied"
    answers.shown.emit(story.detail("csa-1970"))
    assert copy.text() == "Copy"


def test_how_a_citation_was_checked_unfolds(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    assert "✓ Checked" in words(pane.sheet.citation)
    assert detail.event.date_note not in words(pane.sheet.citation)
    qtbot.mouseClick(button(pane.sheet.citation, "How it was checked"), Qt.MouseButton.LeftButton)
    assert detail.event.date_note in words(pane.sheet.citation)


def test_a_provisional_citation_is_not_called_checked(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    event = replace(detail.event, citation_status=Status.PROVISIONAL)
    answers.shown.emit(replace(detail, event=event))
    assert "Checked" not in words(pane.sheet.citation).replace("How it was checked", "")


def test_previous_and_next_select(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, selection: SelectionModel
) -> None:
    detail = story.detail(WOODSIDE)
    selection.select(detail.event.id)
    answers.shown.emit(detail)
    steps = pane.sheet.heading.steps
    assert not steps.back.isEnabled()
    assert detail.previous is not None
    assert detail.previous.title in steps.previous.toolTip()
    qtbot.mouseClick(steps.previous, Qt.MouseButton.LeftButton)
    assert selection.current == detail.previous.id
    answers.shown.emit(story.detail(detail.previous.slug))
    qtbot.mouseClick(steps.back, Qt.MouseButton.LeftButton)
    assert selection.current == detail.event.id


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


def test_the_wheel_over_a_quotation_scrolls_the_pane(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(DEATHS))
    settle()
    reading = pane.sheet.passages.views[0].findChild(Reading)
    assert reading is not None
    assert not reading.verticalScrollBar().isVisible()
    assert reading.verticalScrollBar().maximum() == 0
