import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetricsF

from explorer.domain.paragraphs import paragraphs
from explorer.widgets.sources.content import Page, Spans
from explorer.widgets.sources.sheet import Sheet, sheet_around
from explorer.widgets.sources.typesetting import column, typeset, wrapped


def sheet_of(text: str) -> Sheet:
    return sheet_around(Page(text, paragraphs(text), (1, 2, 3, 4), Spans((), 0), cards=False), 0)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.5])
@pytest.mark.parametrize("width", [320, 520, 760, 1200, 2400])
def test_the_column_stays_inside_the_page(look, width, scale):
    look.apply("light", scale)
    left, wide = column(width, look.theme)
    assert left >= look.theme.size(64)
    assert wide >= 40
    if width >= 760:
        assert left + wide <= width


def test_positions_stay_and_empty_lines_are_pauses(look, qapp):
    text = "One\n\nThree 😀\nfour"
    owner = QObject()
    document = typeset(sheet_of(text), look.theme, owner)
    assert document.toPlainText() == text
    layout = document.documentLayout()
    first, pause, third = (layout.blockBoundingRect(document.findBlockByNumber(n)).top() for n in range(3))
    assert third - pause < pause - first


def test_paragraphs_stand_apart_and_lines_broken_by_hand_do_not(look, qapp):
    owner = QObject()

    def pitch(line):
        document = typeset(sheet_of(f"{line}\n{line}"), look.theme, owner)
        layout = document.documentLayout()
        return (
            layout.blockBoundingRect(document.lastBlock()).top()
            - layout.blockBoundingRect(document.begin()).top()
        )

    assert pitch("A line that was broken by hand") < pitch("A paragraph that is one line. " * 8)


def test_a_label_is_cut_at_words_and_ends_in_an_ellipsis(look):
    font = look.theme.font(12, bold=True)
    width = QFontMetricsF(font).horizontalAdvance("Biden and Xi agree")
    assert wrapped("Biden and Xi agree", font, width + 1, 2) == ["Biden and Xi agree"]
    lines = wrapped("Biden and Xi agree to restart drug cooperation and more", font, width + 1, 2)
    assert lines[0] == "Biden and Xi agree"
    assert lines[1].endswith("…")
    assert len(lines) == 2
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= width + 1 for line in lines)
