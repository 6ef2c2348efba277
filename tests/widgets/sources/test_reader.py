from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton

from explorer.widgets.sources.page import DocumentPage


def texts(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def buttons(widget):
    return {button.text(): button for button in widget.findChildren(QPushButton) if button.isVisible()}


def test_without_text_the_quotations_stand_there_with_an_offer(view, desk):
    page = view.findChild(DocumentPage)
    first = desk.reader.state.passages[0].passage.selector.exact
    assert page.document().toPlainText().startswith(f"“{first}”")
    assert "54 passages in document order" in texts(view)
    assert "not ours to ship" in texts(view)
    assert "Attach your copy…" in buttons(view)


def test_attaching_shows_the_text_and_how_many_were_found(attached, desk):
    page = attached.findChild(DocumentPage)
    assert page.document().toPlainText() == desk.reader.state.detail.document.text
    assert "54 of 54 passages found exactly" in texts(attached)
    assert "not ours to ship" not in texts(attached)


def test_the_work_on_a_file_shows(view, desk, tmp_path):
    desk.reader.attach(desk.copy_of_open_source(tmp_path))
    assert "Working on the text …" in texts(view)
    desk.settle()
    assert "Working on the text …" not in texts(view)
    assert not view.findChild(QProgressBar).isVisible()


def test_keys_walk_through_the_passages_and_select_an_event(attached, desk, qtbot):
    page = attached.findChild(DocumentPage)
    passages = desk.reader.state.passages
    at = next(n for n, item in enumerate(passages) if item.events)
    for _ in range(at + 1):
        qtbot.keyClick(page, Qt.Key.Key_N)
    assert desk.reader.current == passages[at].passage.id
    with qtbot.waitSignal(attached.event_asked) as told:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert told.args == [passages[at].events[0].id]
    assert desk.selection.current == passages[at].events[0].id


def test_detaching_by_the_link_can_be_taken_back(attached, desk):
    found = next(label for label in attached.findChildren(QLabel) if "Detach" in label.text())
    found.linkActivated.emit("detach")
    desk.settle()
    assert "was detached" in texts(attached)
    buttons(attached)["Attach again"].click()
    desk.settle()
    assert "54 of 54 passages found exactly" in texts(attached)
    assert "was detached" not in texts(attached)


def test_a_problem_is_said_in_place_and_dismissed(view, desk, tmp_path):
    bad = tmp_path / "paper.pdf"
    bad.write_bytes(b"%PDF-1.7")
    desk.attach(bad)
    assert "“paper.pdf” is damaged" in texts(view)
    buttons(view)["Dismiss"].click()
    assert "paper.pdf" not in texts(view)


def test_a_record_says_that_nothing_of_it_is_quoted(view, desk):
    desk.open(desk.sources.groups.records[0].source.id)
    assert "No words of it are quoted here." in texts(view)
    assert "to read it here and to quote from it" in texts(view)
    assert "Attach your copy…" in buttons(view)


def test_the_head_scrolls_away_with_the_text(attached):
    page = attached.findChild(DocumentPage)
    top = page._head.y()
    page.verticalScrollBar().setValue(100)
    assert page._head.y() == top - 100


def test_the_file_that_is_kept_can_be_saved(attached, desk, tmp_path, qtbot):
    pane = attached._pane
    assert "Save the file…" in pane._found.text()
    pane._found.linkActivated.emit("save")
    dialog = pane.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "out.txt"))
    dialog.close()
    desk.settle()
    assert (tmp_path / "out.txt").read_bytes() == (tmp_path / "copy.txt").read_bytes()
    qtbot.waitUntil(lambda: not pane.findChildren(QFileDialog))
