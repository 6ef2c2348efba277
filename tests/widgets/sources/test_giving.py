from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from explorer.widgets.sources.event_rows import EventRows
from explorer.widgets.sources.giving import GivingPane, PassageRow


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_counts_and_what_is_not_known_stand_first(view, desk):
    pane = view.findChild(GivingPane)
    detail = desk.reader.state.detail
    assert str(len(detail.events)) in texts(pane)
    assert "Author and publisher are not known. Date is inferred, and to be confirmed." in texts(pane)


def test_a_press_on_an_event_selects_it(view, desk, qtbot):
    rows = view.findChild(EventRows)
    event = desk.reader.state.detail.events[1]
    with qtbot.waitSignal(view.event_asked) as told:
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(1, 0)).center()
        )
    assert told.args == [event.id]
    assert desk.selection.current == event.id


def test_passages_that_are_not_where_they_were_are_listed(view, desk, tmp_path, qtbot):
    path = desk.copy_of_open_source(tmp_path)
    passages = [item.passage for item in desk.reader.state.passages]
    text = path.read_text(encoding="utf-8")
    lost = passages[30].selector
    text = text[: lost.start] + "#" + text[lost.start + 1 :]
    path.write_text("A new first line.\n" + text, encoding="utf-8")
    desk.attach(path)
    pane = view.findChild(GivingPane)
    qtbot.waitUntil(lambda: any(row.isVisible() for row in pane.findChildren(PassageRow)))
    rows = [row for row in pane.findChildren(PassageRow) if row.isVisible()]
    assert "not found" in rows[0].toolTip()
    assert lost.exact in rows[0].toolTip()
    assert not rows[0].isEnabled()
    more = next(
        button for button in pane.findChildren(QPushButton) if button.text() == "Show all 53 that moved"
    )
    more.click()
    qtbot.waitUntil(lambda: sum(row.isVisible() for row in pane.findChildren(PassageRow)) == 54)
    rows = [row for row in pane.findChildren(PassageRow) if row.isVisible()]
    with qtbot.waitSignal(pane.passage_asked) as told:
        rows[5].click()
    assert desk.reader.current == told.args[0]


def test_the_citation_can_be_copied(view):
    pane = view.findChild(GivingPane)
    next(button for button in pane.findChildren(QPushButton) if button.text() == "Copy").click()
    assert "Fentanyl and National Security" in QGuiApplication.clipboard().text()
