import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QListView, QPushButton

from explorer.domain.adding import Outcome
from explorer.viewmodels.settings import KEEP_FILES
from explorer.widgets.adding.panel import AddingPanel
from tests.support import papers

NOTES = "\n".join(papers.PARAGRAPHS)


@pytest.fixture
def add(session, window, qtbot):
    def added(**files):
        models = session.models
        for name, data in files.items():
            models.adding.add_data(name, data)
        qtbot.waitUntil(lambda: not models.adding.state.is_busy and models.courier.idle, timeout=20_000)
        return window.findChild(AddingPanel)

    return added


def button(panel, text) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.text() == text)


def test_the_report_names_each_file_and_leads_to_what_is_asked(add, session, qtbot):
    panel = add(a=NOTES.encode(), b=NOTES.replace("eleven", "twelve").encode(), c=papers.locked_pdf())
    assert panel._heading.text() == "1 of 3 added · 1 for you to decide · 1 refused"
    rows = panel.findChild(QListView).model()
    said = [rows.data(rows.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert said == ["a: added", "b: nearly the same as another one", "c: refused"]
    assert panel.chosen.name == "b"
    assert "% of the letters agree" in panel._words.text()
    assert not button(panel, "Take it as the text of that source").isVisible()
    button(panel, "Add it as a new source").click()
    qtbot.waitUntil(lambda: session.models.adding.state.additions[1].outcome is Outcome.ADDED, timeout=10_000)


def test_a_refusal_is_explained(add):
    panel = add(c=papers.locked_pdf())
    assert "password" in panel._words.text()
    assert not button(panel, "Open").isVisible()


def test_open_shows_the_source(add, session, window, qtbot):
    panel = add(a=papers.page())
    button(panel, "Open").click()
    reader = session.models.reader
    qtbot.waitUntil(lambda: reader.state.detail is not None and reader.state.detail.document is not None)
    assert reader.state.detail.source.title == papers.BOARD
    assert window.parts.sources.isVisible()


def test_the_report_can_be_put_away(add, session):
    panel = add(a=NOTES.encode())
    assert panel.isVisible()
    button(panel, "Close").click()
    assert not panel.isVisible()


def test_the_choice_to_keep_files_is_remembered(add, session):
    panel = add(a=NOTES.encode())
    box = panel.findChild(QCheckBox)
    assert box.isChecked()
    box.click()
    assert session.models.settings.value(KEEP_FILES) == 0


def test_every_control_has_a_tooltip(add):
    for each in add(a=NOTES.encode()).findChildren(QAbstractButton):
        assert each.toolTip()
        assert each.text()
