from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QTextLine
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.text import Badge, Broken, Point, Words
from explorer.widgets.theme import ThemeHolder

ADDRESS = "https://www.example.org/a-very-long-path/without-any-space/that/would/be/cut/off.html"


def broken(text: str, lead: int = 0) -> Broken:
    made = Broken()
    font = QFont()
    font.setPixelSize(13)
    made.put(text, font, lead)
    return made


def letters(text: str, line: QTextLine) -> int:
    """How many letters as people see them stand in a line; none of them can be broken, nor from a space."""
    inside = text.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
    visible = inside.decode("utf-16-le").strip()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, visible)
    count = 0
    while finder.toNextBoundary() > 0:
        count += 1
    return count


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["C"])), width=st.integers(48, 600))
def test_no_line_is_wider_than_the_room_it_is_given(qapp: QApplication, text: str, width: int) -> None:
    lines = broken(text)
    layout = lines.lines(width)
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        single = letters(layout.text(), line) <= 1
        assert line.naturalTextWidth() <= width + 1 or single or not text.strip()
    assert (
        sum(layout.lineAt(at).textLength() for at in range(layout.lineCount()))
        == len(text.encode("utf-16-le")) // 2
    )


def test_a_narrower_room_takes_more_height(qapp: QApplication) -> None:
    lines = broken("Words that are long enough for several lines of text in a narrow room.")
    heights = [lines.size(width).height() for width in (400, 200, 100, 50)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_an_address_is_broken_inside(qapp: QApplication) -> None:
    assert broken(ADDRESS).size(120).width() <= 120


def test_a_heavier_lead_is_wider(qapp: QApplication) -> None:
    assert (
        broken("The record: it is so", 11).natural().width()
        > broken("The record: it is so").natural().width()
    )


def test_words_need_room_for_a_few_letters_only(qtbot: QtBot, look: ThemeHolder) -> None:
    label = Words("muted")
    qtbot.addWidget(label)
    label.setText(ADDRESS)
    assert label.minimumSizeHint().width() <= 40
    assert label.heightForWidth(100) > 4 * label.sizeHint().height()


def test_words_are_measured_in_the_type_they_are_shown_in(qtbot: QtBot, look: ThemeHolder) -> None:
    label = Words("muted")
    qtbot.addWidget(label)
    label.setText("Some words to be measured")
    label.show()
    small = label.sizeHint().width()
    look.apply("light", 2.0)
    assert 1.8 < label.sizeHint().width() / small < 2.2


def test_a_point_keeps_its_words_clear_of_the_bullet(qtbot: QtBot, look: ThemeHolder) -> None:
    point, plain = Point("note"), Words("note")
    for label in (point, plain):
        qtbot.addWidget(label)
        label.setText("A caveat that runs over several lines when the card is narrow")
        label.show()
    assert point.heightForWidth(130) >= plain.heightForWidth(130)
    point.resize(130, point.heightForWidth(130))
    picture = point.grab().toImage()
    ground = QColor(picture.pixel(0, picture.height() - 1))
    below = [QColor(picture.pixel(x, y)) for x in range(8) for y in range(20, picture.height())]
    assert all(colour == ground for colour in below)


def test_a_badge_says_its_verdict_in_words_and_in_colour(qtbot: QtBot, look: ThemeHolder) -> None:
    badge = Badge(look)
    qtbot.addWidget(badge)
    badge.say("contradicted as worded", "bad")
    badge.resize(badge.sizeHint())
    badge.show()
    assert badge.text() == "contradicted as worded"
    picture = badge.grab().toImage()
    assert QColor(picture.pixel(12, 3)) == look.theme.colour("bad_ground")
