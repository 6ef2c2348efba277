"""What stands in the middle of the stage and below it."""

from PySide6.QtCore import QSize

from explorer.viewmodels.presenting.beats import Ground
from explorer.widgets.presenting.board import Progress
from tests.widgets.presenting.conftest import rest


def test_a_quotation_is_set_as_large_as_fits_with_its_origin_and_stays_on_the_path(present, qtbot) -> None:
    shown = present(8)
    board = shown.window.board
    assert board.ground is Ground.TIMELINE
    assert board.canvas.isVisible()
    shown.stage.talk.forward()
    assert board.ground is Ground.QUOTATION
    assert not board.canvas.isVisible()
    quotation = board.quotation
    assert quotation.words.text == "“it’s also a bargaining chip Xi can trade for U.S. concessions”"
    assert quotation.origin.text == "Connor Pfeiffer, paragraph 3 · quoted from the record"
    least = shown.look.theme.least
    assert quotation.words.font_used.pixelSize() > least
    assert quotation.words.font_used.italic()
    assert quotation.words.geometry().bottom() < quotation.origin.geometry().top()
    assert quotation.words.pages == 1
    shown.stage.talk.stray()
    assert board.ground is Ground.TIMELINE
    shown.stage.talk.come_back()
    rest(qtbot, shown)
    assert board.ground is Ground.QUOTATION


def test_words_take_no_more_than_half_and_then_go_on_on_another_page(present, qtbot) -> None:
    shown = present(1, size=QSize(1024, 768))
    board, talk = shown.window.board, shown.stage.talk
    grounds, parts = set(), talk.state.parts
    for part in range(parts):
        assert board.words.height() <= board.height() * 0.55
        grounds.add(board.ground)
        if part + 1 < parts:
            talk.forward()
    assert grounds == set(Ground)
    assert board.words.pages > 1
    assert talk.state.part == parts - 1 > 4


def test_progress_fills_dash_by_dash_however_many_there_are(look, qtbot) -> None:
    progress = Progress(look, None)
    qtbot.addWidget(progress)
    progress.resize(600, 6)
    strong, weak = look.theme.colour("accent").rgb(), look.theme.colour("line").rgb()

    def dashes(step: int, steps: int) -> list[bool]:
        progress.put(step, steps)
        image = progress.grab().toImage()
        row = [image.pixel(x, 3) for x in range(600)]
        starts = [
            x
            for x, colour in enumerate(row)
            if colour in {strong, weak} and (x == 0 or row[x - 1] not in {strong, weak})
        ]
        return [row[x] == strong for x in starts]

    assert dashes(2, 5) == [True, True, False, False, False]
    assert dashes(40, 100) == [True] * 40 + [False] * 60
    assert progress.accessibleName() == "Step 40 of 100"
