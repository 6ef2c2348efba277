"""The bar of what is used of a document, and its words."""

import pytest
from PySide6.QtWidgets import QWidget

from explorer.domain.coverage import DocumentCoverage
from explorer.widgets.parts.text import Words
from explorer.widgets.sources.coverage_bar import CoverageBar


@pytest.fixture
def bar(qtbot, look):
    made = CoverageBar(look)
    qtbot.addWidget(made)
    made.resize(300, 100)
    return made


def said(bar):
    return " ".join(words.text() for words in bar.findChildren(Words) if not words.isHidden())


@pytest.mark.parametrize(
    ("unused", "words"),
    [
        ((), "Every dated sentence is used"),
        (((0, 9),), "One dated sentence is not used yet"),
        (((0, 9), (20, 30)), "2 dated sentences are not used yet"),
    ],
)
def test_it_says_what_it_draws(bar, unused, words):
    bar.put(DocumentCoverage(0.5, 0.25, unused))
    assert words in said(bar)
    assert "50% of the text stands on the timeline, 25% is quoted without an event" in said(bar)


def test_what_nobody_has_looked_for_is_not_told(bar):
    bar.put(DocumentCoverage(0.5, 0.25, None))
    assert "dated" not in said(bar)


def test_the_bar_is_as_green_as_the_text_is_used(bar, look):
    bar.put(DocumentCoverage(0.5, 0.0, None))
    bar.show()
    inner = next(each for each in bar.findChildren(QWidget) if not isinstance(each, Words))
    picture = inner.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(picture.width() // 4, middle) == look.theme.colour("good")
    assert picture.pixelColor(picture.width() * 3 // 4, middle) == look.theme.colour("grid")


def test_without_a_text_there_is_no_bar(bar):
    bar.put(DocumentCoverage(0.5, 0.25, None))
    bar.put(None)
    assert bar.isHidden()
