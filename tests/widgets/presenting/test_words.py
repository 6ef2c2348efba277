"""Text of the stage."""

import pytest
from PySide6.QtGui import QColor, QImage

from explorer.widgets.presenting.look import StageLook
from explorer.widgets.presenting.words import LEADING, Run, StageWords

LONG = "Nobody is left out of what is said here, however long it takes to say all of it to the last row. " * 3


def rows_with_ink(words: StageWords) -> list[int]:
    """The rows of pixels in which something is painted."""
    image = QImage(words.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    words.render(image)
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 200 for x in range(0, image.width(), 2))
    ]


@pytest.fixture
def words(look: StageLook, qtbot) -> StageWords:
    made = StageWords(look, leading=LEADING)
    qtbot.addWidget(made)
    return made


def test_nothing_is_cut_at_the_foot_of_the_last_line(words: StageWords) -> None:
    words.say(Run("gypsy jpg"))
    words.resize(words.natural_width(), words.height_at(2000))
    exact = rows_with_ink(words)
    words.resize(words.width(), words.height() + 200)
    assert rows_with_ink(words) == exact


def test_text_that_does_not_fit_goes_on_on_further_pages(words: StageWords) -> None:
    words.say(Run(LONG))
    lines = words.lines_at(1200)
    assert lines > 4
    words.resize(1200, words.height_at(1200))
    assert words.pages == 1
    words.resize(1200, round(3 * words.line_height + words.overhang))
    assert words.pages == -(-lines // 3)
    first = words.grab().toImage()
    words.turn_to(1)
    assert words.grab().toImage() != first
    words.turn_to(99)
    last = words.grab().toImage()
    words.turn_to(words.pages - 1)
    assert words.grab().toImage() == last


def test_other_words_begin_on_their_first_page_and_are_read_out(words: StageWords) -> None:
    words.resize(600, 100)
    words.say(Run(LONG))
    words.turn_to(2)
    words.say(Run("Short"), Run(""), Run(" words", "muted"))
    assert words.pages == 1
    assert words.text == words.accessibleName() == "Short words"
    assert words.height_at(600) == words.sizeHint().height()
    words.say()
    assert words.height_at(600) == 0


def test_no_size_is_below_the_smallest_type(words: StageWords, look: StageLook) -> None:
    words.set_size(0.2)
    assert words.font_used.pixelSize() == look.theme.least
    words.set_size(1.5)
    assert words.font_used.pixelSize() == pytest.approx(1.5 * look.theme.least, abs=1)


def test_a_colour_holds_for_its_run_also_behind_letters_of_two_units(words: StageWords, look) -> None:
    words.say(Run("𝔸𝔹 "), Run("unchecked", "warn"))
    words.resize(words.natural_width(), words.sizeHint().height())
    image = words.grab().toImage()
    half = words.width() // 2
    warn = look.theme.colour("warn").rgb()
    found = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == warn]
    assert found
    assert min(found) > words.width() * 0.1
    assert max(found) > half
