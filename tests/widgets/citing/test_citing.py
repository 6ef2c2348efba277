"""Citing, writing and importing from the window: menus, keys, clipboard and dialogs."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget

from explorer.domain.citation import CitationStyle, ExportForm, Formatted
from explorer.services.annotations.travel import annotations_of
from explorer.services.bibliography.reading import read_bibliography
from explorer.store import reads
from explorer.viewmodels.work import WorkState
from explorer.widgets.citing.clipboard import copy_formatted
from explorer.widgets.citing.files import BIBLIOGRAPHIES, SaveDialog
from explorer.widgets.citing.host import COMMANDS
from explorer.widgets.citing.preview import PreviewDialog


@pytest.fixture
def settle(session, qtbot):
    def settle():
        qtbot.waitUntil(lambda: session.models.courier.idle, timeout=10_000)

    return settle


@pytest.fixture
def order(session, window, settle):
    """An executive order, chosen as the event in hand."""
    with session.models.library.current.store.reading() as connection:
        event_id = reads.event_id(connection, "un-single-convention-1961")
    session.models.selection.select(event_id)
    settle()
    return event_id


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def clipboard():
    return QApplication.clipboard().mimeData()


def child(window, kind):
    return window.findChildren(kind)[-1]


def test_the_key_copies_the_selected_event_as_plain_and_rich_text(window, order, settle, qtbot):
    action = window.actions_of_window["cite"]
    assert action.shortcut() == QKeySequence("Ctrl+Shift+C")
    window.timeline.setFocus()
    qtbot.keyClick(
        window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settle()
    assert (
        clipboard().text().startswith("Single Convention on Narcotic Drugs, 1961, March 30, 1961, 520 UNTS")
    )
    assert "520 UNTS 151" in clipboard().html()


def test_rich_text_keeps_italics_and_paragraphs(qapp):
    copy_formatted(Formatted("a & b\nc", "<p>a &amp; <i>b</i></p><p>c</p>"))
    assert clipboard().text() == "a & b\nc"
    assert "italic" in clipboard().html()


def test_the_style_is_chosen_in_one_place_and_named_where_it_counts(window, session, order, settle, qtbot):
    assert window.actions_of_window["chicago"].isChecked()
    window.actions_of_window["apa"].trigger()
    assert session.models.citing.style is CitationStyle.APA
    assert not window.actions_of_window["chicago"].isChecked()
    section = window.parts.detail.sheet.citation
    link = next(one for one in section.findChildren(type(section._styled)) if one.text() == "Copy as APA")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    settle()
    assert (
        clipboard()
        .text()
        .startswith("Single Convention on Narcotic Drugs, 1961, March 30, 1961, 520 UNTS 151. ")
    )


def test_a_passage_in_the_details_is_cited_from_its_menu(window, session, settle):
    with session.models.library.current.store.reading() as connection:
        session.models.selection.select(reads.event_id(connection, "woodside-summit-2023"))
    settle()
    view = window.parts.detail.sheet.passages.views[0]
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    next(action for action in view.actions() if "citation" in action.text().lower()).trigger()
    settle()
    assert "para. " in clipboard().text()


def test_sources_and_their_passages_are_cited_from_menus(window, session, settle):
    window.actions_of_window["sources"].trigger()
    settle()
    host, reader = window.citing, session.models.reader
    assert host.cite_source.isEnabled()
    assert not host.cite_passage.isEnabled()
    host.cite_source.trigger()
    settle()
    assert "Fentanyl and National Security" in clipboard().text()
    reader.next_passage()
    assert host.cite_passage.isEnabled()
    host.cite_passage.trigger()
    settle()
    assert "para. 1" in clipboard().text()


def test_the_menu_of_the_page_means_the_passage_under_the_pointer(window, session, settle, qtbot):
    window.actions_of_window["sources"].trigger()
    settle()
    page = window.parts.sources._pane.page
    reader = session.models.reader
    reader.next_passage()
    other = reader.state.passages[1].passage.id
    reader.go_to(other)
    qtbot.wait(50)
    spot = next(
        QPoint(x, y)
        for y in range(10, page.viewport().height(), 6)
        for x in range(40, page.viewport().width(), 60)
        if (span := page._span_under(QPoint(x, y).toPointF())) is not None and span.passage_id != other
    )
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, page.viewport().mapToGlobal(spot))
    page.contextMenuEvent(event)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    assert window.citing.cite_passage in menu.actions()
    assert reader.current != other
    menu.close()


def test_the_list_of_events_offers_the_citation(window, order):
    menu = window.editing.menu
    menu._open(QPoint(5, 5))
    assert window.actions_of_window["cite"] in menu.menu.actions()
    menu.menu.close()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.bib", ExportForm.BIBTEX),
        ("a.ris", ExportForm.RIS),
        ("a.json", ExportForm.CSL),
        ("a.x", ExportForm.TEXT),
    ],
)
def test_the_ending_of_a_file_tells_its_form(qtbot, parent, tmp_path, name, form):
    asking = SaveDialog("Bibliography", "works", BIBLIOGRAPHIES, parent)
    assert Path(asking.dialog.selectedFiles()[0]).name == "works.txt"
    with qtbot.waitSignal(asking.chosen) as chosen:
        asking.dialog.fileSelected.emit(str(tmp_path / name))
    assert chosen.args == [(form, tmp_path / name)]
    asking.dialog.reject()


def test_the_form_chosen_gives_the_ending(parent):
    asking = SaveDialog("Bibliography", "works", BIBLIOGRAPHIES, parent)
    asking.dialog.filterSelected.emit("BibTeX (*.bib)")
    assert Path(asking.dialog.selectedFiles()[0]).name == "works.bib"
    asking.dialog.reject()


@pytest.mark.parametrize(("command", "count"), [("export_view", 68), ("export_all", 68)])
def test_a_bibliography_is_written_where_the_reader_says(window, session, settle, tmp_path, command, count):
    window.actions_of_window[command].trigger()
    path = tmp_path / "works.bib"
    child(window, QFileDialog).fileSelected.emit(str(path))
    settle()
    assert 0 < len(read_bibliography(path.read_bytes(), path.name).records) <= count
    assert not session.models.exports.busy


def test_annotations_are_written_looked_at_and_imported(window, session, settle, tmp_path, qtbot):
    path = tmp_path / "notes.jsonld"
    window.actions_of_window["export_notes"].trigger()
    child(window, QFileDialog).fileSelected.emit(str(path))
    settle()
    page = json.loads(path.read_text(encoding="utf-8"))
    page["items"] = page["items"][:3]
    page["items"][0]["id"] = "urn:uuid:12345678-1234-4234-8234-123456789abc"
    page["items"][0]["target"]["selector"][0]["exact"] = "Words of nobody"
    page["items"][1]["target"]["source"] = "https://example.org/unknown"
    path.write_text(json.dumps(page), encoding="utf-8")
    window.actions_of_window["import_notes"].trigger()
    child(window, QFileDialog).fileSelected.emit(str(path))
    settle()
    dialog = child(window, PreviewDialog)
    assert dialog.isVisible()
    assert dialog.sum.text() == (
        "New passages: 1. Passages that get more events: 0. There already: 1. Left out: 1."
    )
    model = dialog.tree.model()
    fates = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert fates == ["left out", "a new passage", "there already"]
    assert "No source of this library is" in model.index(0, 3).data()
    dialog.accept_button.click()
    settle()
    assert "Words of nobody" in annotations_of(session.models.library.current, None)[0]
    window.actions_of_window["undo"].trigger()
    settle()
    assert "Words of nobody" not in annotations_of(session.models.library.current, None)[0]


def test_where_nothing_is_new_nothing_can_be_imported(window, session, settle, tmp_path):
    path = tmp_path / "notes.jsonld"
    path.write_text(annotations_of(session.models.library.current, None)[0], encoding="utf-8")
    session.models.exports.preview(path)
    settle()
    dialog = child(window, PreviewDialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.sum.text().endswith("There is nothing to import.")
    dialog.reject()


def test_long_work_shows_how_far_it_is_and_can_be_called_off(window, session, settle, tmp_path):
    exports = session.models.exports
    exports.export(ExportForm.TEXT, tmp_path / "works.txt", in_view=False)
    progress = window.citing.progress
    exports.changed.emit(WorkState("works.txt", 0.25))
    assert (progress.maximum(), progress.value()) == (1000, 250)
    assert progress.windowModality() is Qt.WindowModality.NonModal
    assert "works.txt" in progress.labelText()
    progress.findChild(QPushButton).click()
    assert not exports.busy
    settle()
    assert not (tmp_path / "works.txt").exists()
    assert not progress.isVisible()


def test_every_command_is_an_action(window):
    assert all(window.actions_of_window[name].text() for name in COMMANDS)
