from PySide6.QtCore import QPoint, Qt

from explorer.widgets.sources.content import Page, Span, Spans
from explorer.widgets.sources.strip import PassageStrip

SPANS = Spans.of([Span(1, 500, 540, "An event", "#D55E00")])
PAGE = Page("x" * 1000, (0,), (1,), SPANS, cards=False)


def test_a_passage_lies_where_it_stands_in_the_text(look, qtbot):
    strip = PassageStrip(look)
    qtbot.addWidget(strip)
    strip.resize(20, 412)
    strip.show_page(PAGE)
    picture = strip.grab().toImage()
    assert picture.pixelColor(10, 6 + 208).name() == look.theme.event_colour("#D55E00").name()
    assert picture.pixelColor(10, 6 + 100).name() == look.theme.colour("panel").name()


def test_a_press_asks_for_a_share_of_the_text(look, qtbot):
    strip = PassageStrip(look)
    qtbot.addWidget(strip)
    strip.resize(20, 412)
    strip.show_page(PAGE)
    with qtbot.waitSignal(strip.place_asked) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 206))
    assert abs(told.args[0] - 0.5) < 0.01
    with qtbot.waitSignal(strip.place_asked) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 411))
    assert told.args[0] == 1.0
