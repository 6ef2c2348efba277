"""The Claims page in the window, by mouse and keyboard, on the shipped story."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.domain.claim import Comparator, Operation
from explorer.services.libraries import event_named
from explorer.viewmodels.claims import ClaimColumn, ClaimRole
from explorer.viewmodels.pages import Page
from explorer.widgets.claims.editor import ClaimEditor
from explorer.widgets.claims.view import ClaimsView
from explorer.widgets.claims.working_form import COMPARATORS, OPERATIONS
from explorer.widgets.main_window import MainWindow
from explorer.widgets.timeline.check_marks import BreakMarks, CheckMarks
from tests.widgets.detail.conftest import button, words


@pytest.fixture
def view(session: Session, window: MainWindow, qtbot: QtBot) -> ClaimsView:
    window.resize(1280, 800)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.parts.claims.table.hasFocus() and session.models.courier.idle)
    return window.parts.claims


def choose(view: ClaimsView, slug: str) -> None:
    model = view.table.model()
    for row in range(model.rowCount()):
        if model.index(row, 0).data(ClaimRole.CLAIM).claim.slug == slug:
            view.table.selectRow(row)
            return
    raise AssertionError(slug)


def test_the_page_comes_by_key_with_the_keyboard_in_the_table(view: ClaimsView, session: Session) -> None:
    assert session.models.place.page is Page.CLAIMS
    assert "10 checkable statements of 2 sources." in words(view)


def test_arrows_walk_through_the_claims_and_plot_and_detail_follow(view: ClaimsView) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    said = words(view.detail)
    assert "fentanyl overdose deaths more than doubling from 2019 to 2022" in said
    for part in (
        "holds, narrowly",
        "Ratio of 2022 to 2019, more than 2",
        "73,838 ÷ 36,359 = 2.0308",
        "supported, by a narrow margin",
        "Rates would give a slightly lower ratio",
        "Every figure in this sum was checked.",
    ):
        assert part in said
    check = view.chart.check
    assert check is not None
    assert [point.text for point in check.points] == ["36,359", "73,838"]


def test_the_check_is_drawn_where_its_figures_stand(view: ClaimsView, session: Session) -> None:
    choose(view, "deaths-doubled-2019-2022")
    QApplication.processEvents()
    check, box = view.chart.check, view.chart.plot.box
    assert check is not None
    accent = session.look.theme.colour("accent")
    picture = view.chart.plot.grab().toImage()
    ratio = picture.devicePixelRatio()
    for point in check.points:
        place = box.mapViewToScene(QPointF(point.day, point.value))
        seen = picture.pixelColor(round(place.x() * ratio), round(place.y() * ratio))
        assert seen == accent, (point.text, seen.name())


def test_each_claim_draws_one_check_and_the_breaks_of_its_series(view: ClaimsView) -> None:
    for slug, checks, breaks in (
        ("deaths-2022-over-70000", 1, 0),
        ("all-drugs-share-2022", 1, 1),
        ("fy2024-40-million", 0, 0),
    ):
        choose(view, slug)
        items = view.chart.plot.box.childGroup.childItems()
        assert sum(isinstance(item, CheckMarks) for item in items) == checks
        assert sum(isinstance(item, BreakMarks) for item in items) == breaks
    assert "No series of this library can test it." in words(view.chart)


def test_the_other_test_of_a_claim_is_drawn_by_its_link(view: ClaimsView) -> None:
    choose(view, "seizures-up-152")
    button(view.detail, "Draw this test").click()
    check = view.chart.check
    assert check is not None
    assert [point.text for point in check.points] == ["11,200 lb", "27,000 lb"]


def test_open_in_source_opens_the_passage(view: ClaimsView, session: Session, qtbot: QtBot) -> None:
    choose(view, "seizures-up-152")
    button(view.detail, "Open in source").click()
    qtbot.waitUntil(lambda: session.models.courier.idle)
    assert session.models.place.page is Page.SOURCES
    worked = session.models.claims.current.worked
    assert session.models.reader.current == worked.passage.id


def test_enter_draws_the_claim_on_the_timeline_and_escape_takes_it_away(
    view: ClaimsView, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    timeline = session.models.timeline
    assert timeline.stage is not None
    usual = timeline.stage.series
    choose(view, "seizures-up-152")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert session.models.place.page is Page.TIMELINE
    assert timeline.stage.check is not None
    assert [one.slug for one in timeline.stage.series] == ["cbp_fentanyl_seizures"]
    shown = session.models.viewport.viewport
    assert all(shown.start < point.day < shown.end for point in timeline.stage.check.points)
    window.timeline.setFocus()
    qtbot.waitUntil(window.timeline.hasFocus)
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert timeline.stage.check is None
    assert timeline.stage.series == usual


def test_the_drawn_check_stands_on_the_x_axis_of_the_canvas(
    view: ClaimsView, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    choose(view, "deaths-doubled-2019-2022")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.timeline._series.plot is not None)
    QApplication.processEvents()
    plot, geometry = window.timeline._series.plot, window.timeline.picture.geometry
    stage = session.models.timeline.stage
    assert plot is not None
    assert stage is not None
    assert stage.check is not None
    for point in stage.check.points:
        in_plot = plot.box.mapViewToScene(QPointF(point.day, point.value))
        on_canvas = session.models.viewport.viewport.x(point.day) / geometry.ratio
        assert in_plot.x() == pytest.approx(on_canvas, abs=0.5 / geometry.ratio)


def test_the_filter_narrows_and_an_empty_answer_says_so(view: ClaimsView) -> None:
    view.words.setText("nothing of the kind")
    assert "No claim passes the filter." in words(view)
    view.words.clear()
    view.verdicts.setCurrentText("does not hold")
    assert view.table.model().rowCount() == 1
    assert "1 of 10 checkable statements" in words(view)


def test_a_header_sorts_the_table(view: ClaimsView, qtbot: QtBot) -> None:
    header = view.table.horizontalHeader()
    x = header.sectionViewportPosition(ClaimColumn.VERDICT) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2))
    verdicts = [
        view.table.model().index(row, ClaimColumn.VERDICT).data()
        for row in range(view.table.model().rowCount())
    ]
    assert (verdicts[0], verdicts[-1]) == ("holds", "cannot be worked")


@pytest.mark.parametrize(("width", "scale"), [(1600, 100), (1280, 100), (1280, 150), (640, 250)])
def test_what_matters_most_has_room_at_every_size(
    view: ClaimsView, window: MainWindow, session: Session, width: int, scale: int
) -> None:
    from explorer.viewmodels.settings import TEXT_SCALE

    session.settings.set_value(TEXT_SCALE, scale)
    window.resize(width, 800)
    QApplication.processEvents()
    shown = [column for column in ClaimColumn if not view.table.isColumnHidden(column)]
    assert {ClaimColumn.STATEMENT, ClaimColumn.VERDICT} <= set(shown)
    assert (ClaimColumn.SUM in shown) == (width > 640)
    assert (ClaimColumn.CAVEAT in shown) == (width == 1600)
    assert sum(view.table.columnWidth(column) for column in shown) == pytest.approx(
        view.table.viewport().width(), abs=1
    )


def test_the_detail_pane_leads_to_the_claim(session: Session, window: MainWindow, qtbot: QtBot) -> None:
    library = session.models.library.current
    assert library is not None
    event = event_named(library, "us-overdose-deaths-2022")
    session.models.selection.select(event)
    qtbot.waitUntil(lambda: session.models.courier.idle and bool(window.parts.detail.sheet.figures.views))
    card = next(one for one in window.parts.detail.sheet.figures.views if "36,359" in words(one))
    button(card, "Show the test").click()
    qtbot.waitUntil(lambda: session.models.courier.idle and session.models.claims.current is not None)
    assert session.models.place.page is Page.CLAIMS
    assert session.models.claims.current is not None
    assert session.models.claims.current.worked.claim.slug == "deaths-doubled-2019-2022"


def test_a_library_without_claims_says_what_a_claim_is(
    begin: Callable[[], Session], show: Callable[..., MainWindow], story_path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(story_path)) as connection, connection:
        connection.execute("UPDATE step SET claim_id = NULL, show = 'view'")
        for table in ("claim_passage", "claim_series", "claim"):
            connection.execute(f"DELETE FROM {table}")
    session = begin()
    window = show(session, story_path)
    session.models.place.turn_to(Page.CLAIMS)
    qtbot.waitUntil(lambda: session.models.claims.loaded)
    assert "No statement of this library has been set against figures yet." in words(window.parts.claims)
    assert not window.parts.claims.chart.isVisible()


def typed(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_claim_is_written_with_the_keyboard_and_undone(
    view: ClaimsView, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_Insert)
    editor = view.editor
    qtbot.waitUntil(lambda: editor.passage.hasFocus() and session.models.courier.idle)
    assert "names no number" in words(editor)
    view.writing.choose_passage(next(iter(editor._passages.values())))
    form = editor.form
    form.operation.setCurrentIndex(OPERATIONS.index(Operation.RATIO))
    form.series.setCurrentIndex(form.series.findData("us_synthetic_opioid_deaths"))
    form.first.setCurrentIndex(form.first.findData("2019"))
    form.last.setCurrentIndex(form.last.findData("2022"))
    form.comparator.setCurrentIndex(COMPARATORS.index(Comparator.AT_LEAST))
    typed(form.claimed, "2.05")
    assert "does not hold" in words(editor)
    typed(form.tolerance, "0.1")
    assert form.tolerance.hasFocus()
    assert "holds within tolerance" in words(editor)
    editor.caveats.setPlainText("one\n\ntwo")
    save(editor)
    qtbot.waitUntil(lambda: session.models.courier.idle and not editor.isVisible())
    current = session.models.claims.current
    assert current is not None
    assert current.worked.claim.caveats == ("one", "two")
    assert current.worked.claim.workings[0].tolerance == 0.1
    session.models.edits.undo()
    qtbot.waitUntil(lambda: session.models.courier.idle)
    assert session.models.claims.count.total == 10


def test_every_shipped_test_stands_in_the_form_as_it_is(
    view: ClaimsView, session: Session, qtbot: QtBot
) -> None:
    editor, model = view.editor, view.writing
    told: list[object] = []
    editor.form.changed.connect(told.append)
    for row in range(view.table.model().rowCount()):
        view.table.selectRow(row)
        QTest.keyClick(view.table, Qt.Key.Key_F2)
        for number, working in enumerate(model.form.draft.workings):
            model.choose_test(number)
            editor.form._tell()
            assert told[-1] == working
        editor.reject()
    qtbot.waitUntil(lambda: session.models.courier.idle)


def test_a_new_claim_on_another_series_takes_a_line_and_periods_that_it_has(
    view: ClaimsView, session: Session, qtbot: QtBot
) -> None:
    choose(view, "deaths-doubled-2019-2022")
    view.edit_claim()
    form, model = view.editor.form, view.writing
    for slug in [form.series.itemData(at) for at in range(form.series.count())]:
        for operation in Operation:
            form.series.setCurrentIndex(form.series.findData(slug))
            form.operation.setCurrentIndex(OPERATIONS.index(operation))
            working = model.form.working
            assert working is not None
            series = model.form.series[slug]
            assert working.line in series.lines
            assert {(working.line, period) for period in working.periods} <= {
                (one.line, one.period) for one in series.observations
            }
    view.editor.reject()
    qtbot.waitUntil(lambda: session.models.courier.idle)


def test_delete_takes_a_claim_out_and_undo_brings_it_back(
    view: ClaimsView, session: Session, qtbot: QtBot
) -> None:
    choose(view, "seizures-up-152")
    button(view.detail, "Delete").click()
    qtbot.waitUntil(lambda: session.models.courier.idle and view.table.model().rowCount() == 9)
    session.models.edits.undo()
    qtbot.waitUntil(lambda: session.models.courier.idle and view.table.model().rowCount() == 10)


def save(editor: ClaimEditor) -> None:
    button(editor, "Save").click()
