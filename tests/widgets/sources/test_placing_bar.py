"""The bar that says how a passage was found, and asks."""

from PySide6.QtWidgets import QLabel, QPushButton

from explorer.domain.passage import AnchorState
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.sources.placing_bar import ChoiceRow
from tests.support.reading import text_around


def shown(bar, text):
    return next(
        (button for button in bar.findChildren(QPushButton) if button.text() == text and button.isVisible()),
        None,
    )


def labels(bar):
    return " | ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def anchor_of(whole, passage_id):
    items = whole.models.reader.state.passages
    return next(item.anchor for item in items if item.passage.id == passage_id)


def test_there_is_no_bar_without_a_text(tools, whole):
    whole.models.reader.next_passage()
    assert tools.placing_bar.isHidden()


def test_an_exact_passage_is_one_line(tools, whole, tmp_path, qtbot):
    path = tmp_path / "copy.txt"
    path.write_text(text_around([item.passage for item in whole.models.reader.state.passages]))
    whole.models.reader.attach(path)
    whole.settle()
    whole.models.reader.next_passage()
    assert "Found exactly" in labels(tools.placing_bar)
    assert shown(tools.placing_bar, "Yes, this is it") is None
    assert shown(tools.placing_bar, "No") is None
    qtbot.waitUntil(lambda: tools.placing_bar.height() < 60)


def test_an_approximate_one_shows_the_difference_and_takes_yes(tools, whole, troubled):
    whole.models.reader.go_to(troubled.approximate)
    bar = tools.placing_bar
    said = labels(bar)
    assert "98 % of the letters agree. Is this the passage?" in said
    assert "line-through" in said
    assert "underline" in said
    assert shown(bar, "2 more to confirm →") is not None
    shown(bar, "Yes, this is it").click()
    whole.settle()
    assert anchor_of(whole, troubled.approximate).confirmed
    assert "Approximate, confirmed" in labels(bar)
    assert shown(bar, "Yes, this is it") is None


def test_words_of_a_document_are_never_read_as_markup(tools, whole, tmp_path):
    items = whole.models.reader.state.passages
    target = items[3].passage
    text = text_around([item.passage for item in items])
    start, end = target.selector.start, target.selector.end
    words = target.selector.exact.split()
    words[1] = "<img src=x><b>bold</b>"
    path = tmp_path / "copy.txt"
    path.write_text(text[:start] + " ".join(words) + text[end:])
    whole.models.reader.attach(path)
    whole.settle()
    whole.models.reader.go_to(target.id)
    assert "&lt;img" in labels(tools.placing_bar)
    assert "<img" not in labels(tools.placing_bar)


def test_of_several_places_one_is_looked_at_and_taken(tools, whole, troubled, qtbot):
    whole.models.reader.go_to(troubled.several)
    bar = tools.placing_bar
    rows = [row for row in bar.findChildren(ChoiceRow) if row.isVisible()]
    assert len(rows) == 2
    with qtbot.waitSignal(bar.looked_at) as told:
        rows[1].findChild(LinkButton).click()
    second = anchor_of(whole, troubled.several).candidates[1]
    assert told.args == [second]
    assert shown(bar, "None of these") is not None
    next(button for button in rows[1].findChildren(QPushButton) if button.text() == "Here").click()
    whole.settle()
    assert anchor_of(whole, troubled.several).start == second.start


def test_a_guess_is_refused(tools, whole, troubled):
    whole.models.reader.go_to(troubled.guessed)
    assert "Perhaps here" in labels(tools.placing_bar)
    shown(tools.placing_bar, "No").click()
    whole.settle()
    anchor = anchor_of(whole, troubled.guessed)
    assert (anchor.state, anchor.confirmed) == (AnchorState.LOST, True)


def test_a_lost_one_is_only_said(tools, whole, troubled):
    whole.models.reader.go_to(troubled.lost)
    assert "Not found" in labels(tools.placing_bar)
    assert shown(tools.placing_bar, "No") is None
