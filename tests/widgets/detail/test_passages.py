from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.domain.passage import Anchor, AnchorState, Stance
from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import DEATHS, WOODSIDE, Answers, Story, button, words


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


def test_open_in_source_asks_for_the_passage(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    with qtbot.waitSignal(pane.passage_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.passages.views[0], "Open in source"), Qt.MouseButton.LeftButton)
    assert asked.args == [pane.sheet.passages.views[0].card]


def test_what_is_only_our_example_says_why_on_its_card(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    note = "Our example: the passage names no meeting."
    first, *others = detail.passages
    example = replace(first, stance=Stance.MENTIONS, example=True, note=note)
    answers.shown.emit(replace(detail, passages=(example,)))
    said = words(pane.sheet.passages)
    assert note in said
    assert "our example" in said
    assert "mentions" not in said
    assert "No passage has been noted" in said
    answers.shown.emit(replace(detail, passages=(example, *others[:2])))
    assert "No passage has been noted" not in words(pane.sheet.passages)
    answers.shown.emit(replace(detail, passages=(replace(example, example=False),)))
    assert note not in words(pane.sheet.passages)


def test_what_speaks_of_the_event_is_heard_before_our_examples(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    examples = tuple(replace(card, example=True) for card in detail.passages[:4])
    speaking = tuple(replace(card, example=False) for card in detail.passages[4:7])
    answers.shown.emit(replace(detail, passages=(*examples, *speaking)))
    shown = [view.card for view in pane.sheet.passages.views]
    assert all(card is not None and not card.example for card in shown)
