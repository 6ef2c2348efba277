import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from explorer.domain.adding import Outcome
from explorer.viewmodels.adding import Addition
from explorer.widgets.adding.rows import ROW, AdditionRows, RowPainter
from explorer.widgets.theme import ThemeHolder


@pytest.fixture
def view(qtbot, resources):
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(AdditionRows(made))
    made.setItemDelegate(RowPainter(ThemeHolder(resources / "themes", "dark", 1.5), made))
    return made


def test_a_chosen_row_stays_chosen_while_others_change(view):
    rows = view.model()
    rows.show((Addition(1, "a"), Addition(2, "b")))
    view.setCurrentIndex(rows.index(1))
    rows.show((Addition(1, "a", outcome=Outcome.ADDED), Addition(2, "b", share=0.5), Addition(3, "c")))
    assert view.currentIndex().data(ROW) == Addition(2, "b", share=0.5)
    assert rows.rowCount() == 3
    rows.show(())
    assert rows.rowCount() == 0


def test_a_row_is_painted_and_read_out(view, qtbot):
    rows = view.model()
    rows.show((Addition(1, "a very long name of a file.pdf", outcome=Outcome.REFUSED, sentences=("Why.",)),))
    view.setCurrentIndex(rows.index(0))
    view.show()
    qtbot.waitExposed(view)
    assert not view.grab().isNull()
    assert rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole) == "Why."
    assert rows.data(rows.index(5), Qt.ItemDataRole.DisplayRole) is None
