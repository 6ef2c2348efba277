import pytest
from PySide6.QtCore import QPoint, Qt

from explorer.domain.paragraphs import paragraphs
from explorer.widgets.sources.content import Page, Span, Spans
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.sources.typesetting import MEASURE

WORDS = "He wrote 😀 of the harbour, and of nothing else, in all of the letters of that long year. "
PARAGRAPHS = [WORDS * 2 + f"Mark {n} ends it." for n in range(60)]
TEXT = "\n\n".join(PARAGRAPHS)


def spans():
    starts = [TEXT.index(f"Mark {n} ends") for n in range(60)]
    return Spans.of(
        [Span(n, at, at + len(f"Mark {n}"), f"Event {n}", "#0072B2") for n, at in enumerate(starts)]
    )


PAGE = Page(TEXT, paragraphs(TEXT), range(1, 61), spans(), cards=False)


@pytest.fixture
def page(look, qtbot):
    made = DocumentPage(look)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_page(PAGE)
    qtbot.waitExposed(made)
    return made


def first_box(page, number):
    span = page._sheet.spans.all[number]
    return page._lines.boxes(span.start, span.end)[0]


def ground(page, box):
    """The colour just inside the left edge of a box of the document."""
    picture = page.viewport().grab().toImage()
    y = box.center().y() - page.verticalScrollBar().value()
    return picture.pixelColor(int(box.left()), int(y)).name()


def test_positions_of_the_document_are_those_of_the_spans(page):
    text = page.document().toPlainText()
    span = page._sheet.spans.all[7]
    assert text.encode("utf-16-le")[2 * span.start : 2 * span.end].decode("utf-16-le") == "Mark 7"


def test_the_column_is_a_comfortable_measure_and_centred(page):
    left, width = page._column
    block = page.document().firstBlock()
    page.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineAt(0)
    assert MEASURE * 0.75 <= line.textLength() <= MEASURE * 1.15
    assert left > 50
    assert left + width < page.viewport().width() - 100


def test_a_passage_asked_for_comes_into_view_and_is_emphasised(page, look):
    page.show_current(40, scroll=True)
    box = first_box(page, 40)
    top = page.verticalScrollBar().value()
    assert top < box.top() < box.bottom() < top + page.viewport().height()
    assert ground(page, box) == look.theme.colour("mark_strong").name()
    page.show_current(39, scroll=False)
    assert ground(page, box) == look.theme.colour("mark").name()


def test_a_passage_in_view_does_not_move_the_page(page):
    page.show_current(40, scroll=True)
    place = page.verticalScrollBar().value()
    page.show_current(40, scroll=True)
    assert page.verticalScrollBar().value() == place


def test_a_click_on_a_passage_or_its_label_asks_for_it(page, qtbot):
    page.show_current(20, scroll=True)
    page.viewport().repaint()
    shift = page.verticalScrollBar().value()
    box = first_box(page, 20)
    with qtbot.waitSignal(page.passage_pressed) as told:
        at = QPoint(int(box.center().x()), int(box.center().y() - shift))
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [20]
    mark = next(mark for mark in page._marks if mark.span.passage_id == 20)
    label = page._label_box(mark)
    with qtbot.waitSignal(page.passage_pressed) as told:
        at = QPoint(int(label.left() + 4), int(label.center().y() - shift))
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [20]


def test_a_click_beside_the_passages_asks_for_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.passage_pressed):
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_keys_walk_and_select(page, qtbot):
    for key, signal in (
        (Qt.Key.Key_N, page.next_asked),
        (Qt.Key.Key_P, page.previous_asked),
        (Qt.Key.Key_Return, page.event_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(page, key)
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


def test_the_view_is_told_in_shares_of_the_text(page, qtbot):
    told = []
    page.viewed.connect(told.append)
    page.scroll_to_share(0.5)
    start, end = told[-1]
    assert start < 0.5 < end
    page.scroll_to_share(1.0)
    assert told[-1][1] == pytest.approx(1.0, abs=0.01)


def test_labels_in_view_do_not_overlap(page):
    page.show_current(30, scroll=True)
    page.viewport().repaint()
    boxes = [page._label_box(mark) for mark in page._marks if mark.lines]
    assert len(boxes) > 3
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_change_of_look_keeps_the_place(page, look):
    page.scroll_to_share(0.5)
    before = page._visible_units()[0]
    look.apply("dark", 1.5)
    assert page._visible_units()[0] == pytest.approx(before, rel=0.1)
    assert page.document().defaultFont().pixelSize() == 24


def test_a_narrower_page_keeps_the_place(page, qtbot):
    page.scroll_to_share(0.5)
    before = page._visible_units()[0]
    page.resize(620, 700)
    assert page._visible_units()[0] == pytest.approx(before, abs=400)
