import itertools

import pytest
from PySide6.QtCore import QObject

from explorer.widgets.sources.content import Page, Spans
from explorer.widgets.sources.lines import Lines
from explorer.widgets.sources.offsets import Utf16Map
from explorer.widgets.sources.sheet import Sheet
from explorer.widgets.sources.typesetting import typeset

PARAGRAPH = "It was the habit of the council to answer in the spring 😀 of the year. " * 6
TEXT = "\n\n".join(f"{number} {PARAGRAPH}" for number in range(300))
UNITS = len(TEXT.encode("utf-16-le")) // 2


@pytest.fixture
def lines(look, qapp):
    owner = QObject()
    none = Spans((), 0)
    page = Page(TEXT, (), (), none, cards=False)
    document = typeset(Sheet(page, 0, len(TEXT), TEXT, {}, none, Utf16Map(TEXT)), look.theme, owner)
    document.setTextWidth(600)
    made = Lines(document)
    made.owner = owner
    return made


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_the_line_at_the_height_of_a_place_holds_the_place(lines, share):
    unit = int(UNITS * share)
    begin, end = lines.at(lines.box(unit).center().y())
    assert begin <= unit <= end


def test_a_height_above_or_below_the_text_is_its_first_or_last_line(lines):
    assert lines.at(-100)[0] == 0
    assert lines.at(1e7)[1] == UNITS


def test_a_place_over_several_lines_has_a_box_for_each(lines):
    boxes = lines.boxes(0, 200)
    assert len(boxes) > 2
    assert all(upper.bottom() < lower.top() for upper, lower in itertools.pairwise(boxes))
    assert boxes[0].left() == boxes[1].left() == 0
    assert lines.boxes(5, 5) == []
