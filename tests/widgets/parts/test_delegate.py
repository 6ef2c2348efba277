from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.delegate import RowDelegate
from explorer.widgets.theme import ThemeHolder


def test_rows_are_as_tall_as_the_text_is_large(qtbot: QtBot, look: ThemeHolder) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStringListModel(["one", "two"], view)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(27, look, view))
    view.show()
    assert view.sizeHintForRow(0) == 27
    assert view.visualRect(model.index(0)).width() == view.viewport().width()
    look.apply("light", 2.0)
    assert view.sizeHintForRow(0) == 54
