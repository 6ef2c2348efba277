"""The window in which a table becomes a series, on the shipped story."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.domain.series_table import PeriodKind
from explorer.viewmodels.settings import LOOK
from explorer.widgets.figures.window import KINDS, SeriesWindow
from explorer.widgets.main_window import MainWindow
from tests.widgets.detail.conftest import words

TABLE = "Year;Region;Deaths\n2019;Nord;1.234,5\n2020;Nord;viele\n2021;Nord;\n2022;Nord;2.000,5\n"


@pytest.fixture
def opened(session: Session, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> SeriesWindow:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    window.actions_of_window["figures"].trigger()
    dialog = next(child for child in window.findChildren(QFileDialog) if child.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    made = session.on_demand.figures
    qtbot.waitUntil(lambda: made.isVisible() and session.models.courier.idle)
    return made


def test_the_window_shows_what_the_file_holds_and_what_is_wrong(opened: SeriesWindow) -> None:
    said = words(opened)
    assert "2 figures · 1 row without a value" in said
    assert "Row 3: “viele” is no number. These rows are left out." in said
    assert opened.separator.currentText() == "Semicolon"
    assert opened.comma.isChecked()
    assert opened.accept_button.text() == "Import 2 figures"


def test_the_cell_that_is_wrong_is_marked_and_says_why(opened: SeriesWindow, session: Session) -> None:
    cell = opened.preview.index(1, 2)
    assert cell.data() == "viele"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "“viele” is no number."
    assert cell.data(Qt.ItemDataRole.BackgroundRole) == session.look.theme.colour("bad_ground")
    assert opened.preview.index(0, 2).data(Qt.ItemDataRole.BackgroundRole) is None
    headings = [opened.preview.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert headings == ["Year · period", "Region · line", "Deaths · value"]
    assert opened.preview.headerData(1, Qt.Orientation.Vertical) == "3"


def test_another_choice_of_columns_is_read_at_once(
    opened: SeriesWindow, session: Session, qtbot: QtBot
) -> None:
    opened.kind.setCurrentIndex(KINDS.index(PeriodKind.FISCAL))
    opened.kind.activated.emit(opened.kind.currentIndex())
    qtbot.waitUntil(lambda: session.models.courier.idle)
    form = session.on_demand.series_import.form
    assert form is not None
    assert form.reading is not None
    assert form.reading.observations[0].period == "2018-10-01/2019-09-30"
    opened.header.click()
    qtbot.waitUntil(lambda: session.models.courier.idle)
    assert "Row 1: “Year” is no fiscal year." in words(opened)


def test_nothing_is_imported_before_it_has_a_source_and_then_all_of_it(
    opened: SeriesWindow, session: Session, qtbot: QtBot
) -> None:
    opened.accept_button.click()
    assert "Name the source of the figures." in words(opened)
    assert session.models.edits.history.undo is None
    opened.texts["source"].setFocus()
    QTest.keyClicks(opened.texts["source"], "Office")
    qtbot.waitUntil(lambda: session.models.courier.idle)
    opened.accept_button.click()
    qtbot.waitUntil(lambda: session.models.courier.idle and not opened.isVisible())
    assert session.models.edits.history.undo == "Import series “Table”"


def test_the_window_follows_the_theme_and_is_left_by_escape(opened: SeriesWindow, session: Session) -> None:
    session.settings.set_value(LOOK, "dark")
    cell = opened.preview.index(1, 2)
    assert cell.data(Qt.ItemDataRole.BackgroundRole) == session.look.theme.colour("bad_ground")
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_a_series_is_taken_out_unless_a_claim_is_tested_by_it(
    session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_of_window["take_out"].trigger()
    made = session.on_demand.taking_out
    titles = [made.list.item(row).text() for row in range(made.list.count())]
    assert len(titles) == 9
    made.list.setCurrentRow(titles.index("CBP fentanyl seizures by fiscal year"))
    assert "13 figures, pounds." in words(made)
    made.button.click()
    qtbot.waitUntil(lambda: session.models.courier.idle)
    assert "claims are tested by this series" in words(made)
    made.list.setCurrentRow(titles.index("US overdose deaths with heroin"))
    assert "tested by" not in words(made)
    made.button.click()
    qtbot.waitUntil(lambda: session.models.courier.idle and made.list.count() == 8)
    session.models.edits.undo()
    qtbot.waitUntil(lambda: session.models.courier.idle and made.list.count() == 9)
    made.reject()
