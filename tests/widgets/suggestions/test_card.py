from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from explorer.widgets.suggestions.card import CardDelegate, excerpt
from explorer.widgets.suggestions.rows import OfferRows


@pytest.fixture
def offer(desk):
    desk.find()
    return desk.offer("1913-03")


def moved(offer, before):
    one = offer.suggestion
    shift = len(before)
    return replace(
        offer,
        sentence=before + offer.sentence,
        suggestion=replace(one, date_start=one.date_start + shift, date_end=one.date_end + shift),
    )


def test_a_short_sentence_is_shown_whole_with_its_date(offer):
    text, start, end = excerpt(offer)
    assert text == offer.sentence
    assert text[start:end] == "March 1913"


def test_of_a_long_sentence_the_part_around_the_date_is_shown(offer):
    text, start, end = excerpt(moved(offer, "so it went on and on, " * 30))
    assert text.startswith("… ")
    assert text[start:end] == "March 1913"
    assert start < 120


def test_places_are_counted_as_qt_counts_them(offer):
    text, start, end = excerpt(moved(offer, "\U0001d4aa\n"))
    assert "\n" not in text
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "March 1913"


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_card_marks_the_words_of_its_date(desk, look, qtbot, name, scale):
    desk.find()
    look.apply(name, scale)
    view = QListView()
    qtbot.addWidget(view)
    rows = OfferRows(desk.model)
    rows.show(desk.model.state)
    delegate = CardDelegate(look, view)
    option = QStyleOptionViewItem()
    size = delegate.sizeHint(option, rows.index(2))
    option.rect.setRect(0, 0, 340, size.height())
    image = QImage(340, size.height(), QImage.Format.Format_RGB32)
    image.fill(look.theme.colour("paper"))
    with QPainter(image) as painter:
        delegate.paint(painter, option, rows.index(2))
    mark = look.theme.colour("mark").rgb()
    marked = [
        y for y in range(image.height()) if any(image.pixel(x, y) == mark for x in range(0, image.width(), 2))
    ]
    assert marked
    assert all(delegate.sizeHint(option, rows.index(row)) == size for row in range(rows.rowCount()))
