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
    lost, changed = passages[30].selector, passages[40].selector
    text = text[: changed.start] + "#" + text[changed.start + 1 :]
    text = text[: lost.start] + "#" * (lost.end - lost.start) + text[lost.end :]
    half = text.index("\n", len(text) // 3)
    path.write_text(text[half:] + "\n" + text[:half], encoding="utf-8")
    desk.attach(path)
    pane = view.findChild(GivingPane)
    qtbot.waitUntil(lambda: any(row.isVisible() for row in pane.findChildren(PassageRow)))
    rows = [row for row in pane.findChildren(PassageRow) if row.isVisible()]
    tips = [row.toolTip() for row in rows]
    assert f"¶ {passages[30].selector.paragraph} not found: “{lost.exact}”" in tips
    assert f"¶ {passages[40].selector.paragraph} approximate: “{changed.exact}”" in tips
    more = next(button for button in pane.findChildren(QPushButton) if button.text().startswith("Show all"))
    more.click()
    qtbot.waitUntil(lambda: sum(row.isVisible() for row in pane.findChildren(PassageRow)) > len(tips))
    rows = [row for row in pane.findChildren(PassageRow) if row.isVisible()]
    with qtbot.waitSignal(pane.passage_asked) as told:
        rows[5].click()
    assert desk.reader.current == told.args[0]


def test_the_citation_can_be_copied(view):
    pane = view.findChild(GivingPane)
    next(button for button in pane.findChildren(QPushButton) if button.text() == "Copy").click()
    assert "Fentanyl and National Security" in QGuiApplication.clipboard().text()
