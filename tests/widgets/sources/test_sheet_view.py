import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.domain.paragraphs import paragraphs
from explorer.widgets.sources.content import Page, Span, Spans
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.sources.sheet import MOST_LETTERS, MOST_LINES

ROOT = Path(__file__).parents[3]
TEXTS = {
    "prose": "It was the habit of the council to answer in the spring 😀 of the year. " * 5 + "\n\n",
    "short paragraphs": "a\n\n",
    "one line": "word and more ",
    "one word": "x",
}
PAGES = {}
for _name, _piece in TEXTS.items():
    _text = _piece * (1_000_000 // len(_piece))
    _spans = [Span(n, at, at + 10, f"Event {n}", "#0072B2") for n, at in enumerate(range(0, 900_000, 9_000))]
    PAGES[_name] = Page(_text, paragraphs(_text), range(1, 1_000_001), Spans.of(_spans), cards=False)


@pytest.fixture
def view(look, qtbot):
    made = DocumentPage(look)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def assert_little_is_set(view):
    assert view.document().characterCount() <= 2 * MOST_LETTERS + 1
    assert view.document().blockCount() <= MOST_LINES + 1


@pytest.mark.parametrize("name", TEXTS)
def test_never_more_than_a_sheet_is_set_whatever_is_done(view, look, qtbot, name):
    page = PAGES[name]
    view.show_page(page)
    assert_little_is_set(view)
    for share in (1.0, 0.5, 0.25):
        view.scroll_to_share(share)
        qtbot.wait(1)
        assert_little_is_set(view)
        assert view._sheet.start <= share * len(page.text) <= view._sheet.end
    for _ in range(60):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 500)
        qtbot.wait(1)
        assert_little_is_set(view)
    view.resize(700, 600)
    look.apply("dark", 1.5)
    assert_little_is_set(view)
    for passage in (0, 57, 99, 3):
        view.show_current(passage, scroll=True)
        assert_little_is_set(view)
        span = page.spans.all[passage]
        start, end = (view._sheet.point(unit) for unit in view._visible_units())
        assert start <= span.start < end


def test_scrolling_reads_all_of_the_text_without_a_gap(view, qtbot):
    text = "".join(f"Line {n} of the text.\n" for n in range(2_000))
    view.show_page(Page(text, paragraphs(text), range(1, 2_001), Spans((), 0), cards=False))
    seen = set()
    for _ in range(200):
        start, end = (view._sheet.point(unit) for unit in view._visible_units())
        seen |= set(text[start:end].split("\n"))
        if end >= len(text) - 30:
            break
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        qtbot.wait(1)
    assert len(seen) > 1_990


def test_setting_the_next_sheet_keeps_the_line_at_the_top(view, qtbot):
    view.show_page(PAGES["prose"])
    view.scroll_to_share(0.5)
    qtbot.wait(1)
    bar, sheet = view.verticalScrollBar(), view._sheet
    bar.setValue(bar.maximum() - 10)
    before = view._place()
    qtbot.wait(1)
    assert view._sheet is not sheet
    assert view._place() == pytest.approx(before, abs=1)


def test_home_and_end_go_to_the_ends_of_the_text(view, qtbot):
    view.show_page(PAGES["prose"])
    told = []
    view.viewed.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert told[-1][1] == pytest.approx(1.0, abs=0.001)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert told[-1][0] == 0.0


def test_text_is_selected_by_keys_from_what_is_in_view(view, qtbot):
    view.show_page(PAGES["prose"])
    view.scroll_to_share(0.5)
    qtbot.wait(1)
    start, end = view._visible_units()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    cursor = view.textCursor()
    assert cursor.hasSelection()
    assert start <= cursor.selectionStart() <= end
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == cursor.selectedText()


def test_all_that_is_selected_is_copied_whatever_is_set(view, qtbot):
    page = PAGES["prose"]
    view.show_page(page)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == page.text
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert not view.textCursor().hasSelection()
    assert not view._all_selected


def test_the_menu_copies_all_of_the_text_too(view, qtbot):
    page = PAGES["short paragraphs"]
    view.show_page(page)
    actions = {action.text(): action for action in menu_of(view, qtbot).actions()}
    assert not actions["Copy"].isEnabled()
    actions["Select all"].trigger()
    actions = {action.text(): action for action in menu_of(view, qtbot).actions()}
    assert actions["Copy"].isEnabled()
    actions["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == page.text


def menu_of(view, qtbot):
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QGuiApplication.sendEvent(view, asked)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    menu.close()
    return menu


def test_a_process_ends_well_with_what_it_copied_on_the_clipboard():
    script = """
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from explorer.domain.paragraphs import paragraphs
from explorer.widgets.sources.content import Page, Spans
from explorer.widgets.sources.sheet_view import SheetView
from explorer.widgets.theme import ThemeHolder
app = QApplication([])
view = SheetView(ThemeHolder(Path("resources/themes"), "light", 1.0))
view.show_page(Page("A text.", paragraphs("A text."), range(1, 2), Spans((), 0), cards=False))
view.show()
for key in (Qt.Key.Key_A, Qt.Key.Key_C):
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
print(QGuiApplication.clipboard().text())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("A text.\n", 0), done.stderr
