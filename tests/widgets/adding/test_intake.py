import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from explorer.domain.adding import Outcome
from explorer.widgets.adding.intake import patterns
from explorer.widgets.adding.panel import AddingPanel
from explorer.widgets.sources.page import DocumentPage
from tests.support import papers
from tests.support.dropping import drop, enter, files


@pytest.fixture
def wait(session, qtbot):
    def until_added():
        models = session.models
        qtbot.waitUntil(lambda: bool(models.adding.state.additions), timeout=10_000)
        qtbot.waitUntil(lambda: not models.adding.state.is_busy and models.courier.idle, timeout=20_000)
        return models.adding.state.additions

    return until_added


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.html"
    path.write_bytes(papers.page())
    return path


def test_files_dropped_anywhere_are_added(window, session, paper, tmp_path, wait):
    other = tmp_path / "notes.txt"
    other.write_text("Words of a note.", encoding="utf-8")
    assert enter(window, files(paper, other))
    assert window.intake._target.isVisible()
    drop(window, files(paper, other))
    assert not window.intake._target.isVisible()
    assert [each.outcome for each in wait()] == [Outcome.ADDED, Outcome.ADDED]
    assert window.findChild(AddingPanel).isVisible()


def test_leaving_takes_the_invitation_away(window, paper):
    enter(window, files(paper))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.intake._target.isVisible()


@pytest.mark.parametrize(
    "data",
    [
        lambda path: files(QUrl("https://example.org/article.txt")),
        lambda path: files(QUrl("file://server/share/article.txt")),
        lambda path: files(path, QUrl("https://example.org/article.txt")),
        lambda path: QMimeData(),
    ],
)
def test_nothing_but_files_of_this_computer_is_taken(window, session, paper, data):
    dragged = data(paper)
    assert not enter(window, dragged)
    drop(window, dragged)
    assert session.models.adding.state.additions == ()


@pytest.mark.parametrize("form", ["text", "html", "files"])
def test_what_was_copied_is_added(window, session, paper, wait, form):
    data = files(paper) if form == "files" else QMimeData()
    if form == "html":
        data.setHtml(papers.page().decode())
    if form == "text":
        data.setText("\n".join(papers.PARAGRAPHS))
    clipboard = QApplication.clipboard()
    clipboard.setMimeData(data)
    window.actions_of_window["paste"].trigger()
    (addition,) = wait()
    clipboard.clear()
    assert addition.outcome is Outcome.ADDED
    session.models.reader.open_source(addition.source_id)
    wait()
    assert papers.PARAGRAPHS[-1] in session.models.reader.state.detail.document.text


def test_the_menu_asks_for_files_and_adds_them(window, session, paper, wait, qtbot):
    window.actions_of_window["add"].trigger()
    window.actions_of_window["add"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(paper)])
    dialog.close()
    assert [each.outcome for each in wait()] == [Outcome.ADDED]
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_the_sources_page_offers_to_add(window, session):
    (button,) = [each for each in window.parts.sources.findChildren(QPushButton) if each.text() == "+ Add"]
    assert button.accessibleName()
    assert button.toolTip()


def test_the_dialog_shows_every_kind():
    assert {"*.pdf", "*.docx", "*.html", "*.epub", "*.md", "*.txt", "*.bib"} <= set(patterns().split())


def test_the_usual_key_pastes_on_the_sources_page_but_not_into_its_filter(window, session, wait, qtbot):
    window.asked.emit("sources")
    qtbot.waitUntil(lambda: session.models.courier.idle and window.parts.sources.isVisible())
    clipboard = QApplication.clipboard()
    clipboard.setText("\n".join(papers.PARAGRAPHS))
    words = window.parts.sources.findChild(QLineEdit)
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert words.text()
    assert session.models.adding.state.additions == ()
    words.clear()
    window.focus_page()
    page = window.findChild(DocumentPage)
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [each.outcome for each in wait()] == [Outcome.ADDED]
    clipboard.clear()
