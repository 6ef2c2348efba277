import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.tab_order import put_in_order, stop_before, tab_stops


class Window(QWidget):
    """Buttons made in another order than they are placed in, some in a scrolled panel beside the others."""

    def __init__(self) -> None:
        super().__init__()
        self.made = {name: QPushButton(name, self) for name in ("d", "b", "c", "a")}
        self.field = QLineEdit(self)
        split = QSplitter(self)
        left, scroll, inner = QWidget(split), QScrollArea(split), QWidget()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.left, self.right = left, inner
        column = QVBoxLayout(left)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.made["a"])
        row.addWidget(self.made["b"])
        column.addWidget(self.made["c"])
        self.rows = QVBoxLayout(inner)
        self.rows.addWidget(self.made["d"])
        split.addWidget(left)
        split.addWidget(scroll)
        whole = QVBoxLayout(self)
        whole.addWidget(self.field)
        whole.addWidget(split)

    def way(self, qtbot: QtBot) -> list[QWidget | None]:
        """Where Tab goes from the field, until it is back."""
        self.show()
        self.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)
        gone: list[QWidget | None] = [self.field]
        while self.focusNextPrevChild(True) and QApplication.focusWidget() is not self.field:
            gone.append(QApplication.focusWidget())
        return gone


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


def test_tab_goes_the_way_of_the_eyes(qtbot: QtBot, window: Window) -> None:
    made = window.made
    wanted = [window.field, made["a"], made["b"], made["c"], made["d"]]
    assert window.way(qtbot) != wanted
    assert put_in_order(window) is made["d"]
    assert tab_stops(window) == wanted
    assert window.way(qtbot) == wanted


def test_a_panel_is_put_after_another_widget(qtbot: QtBot, window: Window) -> None:
    put_in_order(window)
    last = put_in_order(window.right, after=window.field)
    assert last is window.made["d"]
    put_in_order(window.left, after=last)
    made = window.made
    assert window.way(qtbot) == [window.field, made["d"], made["a"], made["b"], made["c"]]


def test_what_comes_later_takes_its_place_and_the_hidden_keep_theirs(qtbot: QtBot, window: Window) -> None:
    made = window.made
    put_in_order(window)
    first = QPushButton("new", window.right)
    window.rows.insertWidget(0, first)
    made["b"].hide()
    put_in_order(window.right, after=stop_before(made["d"], window.right))
    assert window.way(qtbot) == [window.field, made["a"], made["c"], first, made["d"]]
    made["b"].show()
    assert window.way(qtbot) == [window.field, made["a"], made["b"], made["c"], first, made["d"]]


def test_nothing_stands_before_what_is_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    only = QPushButton(window)
    assert stop_before(only, window) is None
    assert put_in_order(QWidget(window)) is None
