from explorer.domain.reading import PageStart
from explorer.widgets.sources.content import EMPTY, Page, Spans
from explorer.widgets.sources.place import PagePlace

PAGED = Page(
    "x" * 100, (0,), (1,), Spans((), 0), cards=False, breaks=(PageStart(0, 1, "iv"), PageStart(50, 2, "2"))
)


def test_the_page_in_view_is_named(qtbot, look):
    place = PagePlace(look)
    qtbot.addWidget(place)
    place.show_page(PAGED)
    place.show_view((0.0, 0.2))
    assert place.text() == "Page iv (1 of 2)"
    place.show_view((0.6, 0.9))
    assert place.text() == "Page 2 of 2"
    place.show_page(EMPTY)
    assert place.isHidden()
