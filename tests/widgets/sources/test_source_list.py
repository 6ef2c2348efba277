from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from explorer.widgets.sources.source_list import SourceList


def rows(view):
    model = view.model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def made(desk, look, qtbot):
    widget = SourceList(desk.sources, look)
    qtbot.addWidget(widget)
    widget.resize(300, 800)
    widget.show()
    return widget, widget.findChild(QListView)


def test_articles_then_a_heading_then_the_public_record(desk, look, qtbot):
    _, view = made(desk, look, qtbot)
    texts = rows(view)
    assert len(texts) == 2 + 1 + 66
    assert texts[0].startswith("Fentanyl and National Security")
    assert "66" in texts[2]
    assert not view.model().index(2, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_screen_reader_hears_what_is_known_and_attached(desk, look, qtbot):
    _, view = made(desk, look, qtbot)
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "54 passages" in spoken
    assert "no text" in spoken
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Author and publisher are not known." in tip
    assert "inferred" in tip


def test_choosing_a_source_by_key_tells_its_id(desk, look, qtbot):
    widget, view = made(desk, look, qtbot)
    widget.show_source(desk.article())
    with qtbot.waitSignal(widget.source_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [desk.article(1)]
    with qtbot.waitSignal(widget.source_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [desk.sources.groups.records[0].source.id]


def test_typing_narrows_the_list_and_says_when_nothing_is_left(desk, look, qtbot):
    widget, view = made(desk, look, qtbot)
    field = widget.findChild(QLineEdit)
    qtbot.keyClicks(field, "pfeiffer")
    assert rows(view) == ["Pfeiffer"] or len(rows(view)) == 1
    qtbot.keyClicks(field, "zzz")
    assert rows(view) == []
    assert widget._nothing.isVisible()
    field.clear()
    assert len(rows(view)) == 69


def test_showing_a_source_does_not_ask_for_it_again(desk, look, qtbot):
    widget, _ = made(desk, look, qtbot)
    with qtbot.assertNotEmitted(widget.source_chosen):
        widget.show_source(desk.article(1))
