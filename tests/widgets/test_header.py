"""The header says what is open and asks for a view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton

from explorer.viewmodels.pages import Page
from explorer.widgets.header import Header
from explorer.widgets.icons import Icons
from explorer.widgets.theme import ThemeHolder


@pytest.fixture
def header(qtbot, resources):
    look = ThemeHolder(resources / "themes", "light", 1.0)
    views = {Page.TIMELINE: "Timeline", Page.SOURCES: "Sources"}
    made = Header(views, QLineEdit(), QMenu(), Icons(resources / "icons"), look)
    qtbot.addWidget(made)
    made.show()
    return made


def tab(header, text):
    return next(button for button in header.findChildren(QPushButton) if button.text() == text)


def test_a_click_on_a_tab_asks_for_its_view(header, qtbot):
    asked = []
    header.view_asked.connect(asked.append)
    qtbot.mouseClick(tab(header, "Sources"), Qt.MouseButton.LeftButton)
    assert asked == [Page.SOURCES]


def test_the_tab_of_the_view_shown_is_marked_and_only_it(header):
    header.show_view(Page.SOURCES)
    assert [button.text() for button in header.findChildren(QPushButton) if button.isChecked()] == ["Sources"]


def test_a_title_from_a_library_is_plain_text(header):
    header.show_title("<h1>Fentanyl</h1>", "1969 – 2023")
    labels = header.findChildren(QLabel)
    assert [label.text() for label in labels] == ["<h1>Fentanyl</h1>", "1969 – 2023"]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_where_the_tabs_have_no_room_a_list_stands_for_them(header, qtbot):
    header.show_title("A title that is long enough to need room", "1969 – 2023")
    header.show_view(Page.SOURCES)
    header.resize(900, 50)
    assert tab(header, "Sources").isVisible()
    assert not header.findChildren(QComboBox)
    header.resize(330, 50)
    (folded,) = header.findChildren(QComboBox)
    assert folded.isVisible()
    assert not tab(header, "Sources").isVisible()
    assert folded.currentText() == "Sources"
    asked = []
    header.view_asked.connect(asked.append)
    folded.setFocus()
    qtbot.keyClick(folded, Qt.Key.Key_Up)
    assert asked == [Page.TIMELINE]
    header.show_view(Page.TIMELINE)
    assert folded.currentText() == "Timeline"
    header.resize(900, 50)
    assert tab(header, "Sources").isVisible()
    assert not folded.isVisible()


def test_the_tabs_fold_when_the_title_asks_for_room(header, qtbot):
    header.resize(header.minimumSizeHint().width() + 30, 50)
    assert tab(header, "Sources").isVisible()
    header.show_title("Fentanyl and foreign relations", "1969 – 2023")
    qtbot.waitUntil(lambda: not tab(header, "Sources").isVisible())
