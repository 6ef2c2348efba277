"""The windows of Export and Print, on the shipped story."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from explorer.domain.handing_out import MOST_PIXELS, Form, Part
from explorer.viewmodels.handing_out import Choice


@pytest.fixture
def session(begin, show):
    session = begin()
    show(session)
    return session


@pytest.fixture
def settle(session, qtbot):
    def settle():
        qtbot.waitUntil(lambda: session.models.courier.idle, timeout=10_000)

    return settle


@pytest.fixture
def export(session):
    """The window of Export, as the menu opens it."""
    session.window.actions_of_window["hand_out"].trigger()
    return session.on_demand.handing_out.export_dialog


@pytest.fixture
def printing(session, settle, qtbot):
    """The window of Print with the questions on a tour drawn."""
    session.on_demand.handing_out.model.remember("print", Choice(tour="summit", parts=(Part.QUESTIONS,)))
    session.window.actions_of_window["print"].trigger()
    window = session.on_demand.handing_out.print_window
    qtbot.waitUntil(window.print_button.isEnabled, timeout=10_000)
    return window


def test_only_what_has_a_say_in_a_form_is_asked(export):
    options = export.options
    for box in (options.what, options.form, options.paper, options.side, options.width_box):
        assert box.accessibleName()
    shown = {}
    for form in (Form.PDF, Form.PNG, Form.SVG, Form.POSTER):
        options.show_choice(Choice(form))
        boxes = (options.paper, options.parts[Part.EVENTS], options.ratio, options.theme, options.width_box)
        shown[form] = tuple(box.isVisible() for box in boxes)
    assert shown == {
        Form.PDF: (True, True, False, False, False),
        Form.PNG: (False, False, True, True, False),
        Form.SVG: (False, False, False, True, False),
        Form.POSTER: (True, False, False, False, False),
    }
    options.show_choice(Choice(Form.PNG, width=1500, height=1000))
    assert options.width_box.isVisible()
    # What cannot be made is said before it is tried.
    options.show_choice(Choice(Form.PDF))
    for box in options.parts.values():
        box.setChecked(False)
    assert export.wrong.isVisible()
    assert not export.export_button.isEnabled()
    options.parts[Part.EVENTS].setChecked(True)
    assert not export.wrong.isVisible()
    assert export.export_button.isEnabled()
    options.show_choice(Choice(Form.PNG, width=20_000, height=20_000))
    assert str(MOST_PIXELS // 1_000_000) in export.wrong.text()
    options.form.setCurrentIndex(place_of(export, Form.SVG))
    assert not export.wrong.isVisible()


def place_of(export, form):
    return export._model.forms.index(form)


def test_a_tour_is_chosen_and_written_and_the_window_closes(export, session, settle, tmp_path):
    options = export.options
    names = [options.what.itemText(at) for at in range(options.what.count())]
    assert names[:2] == ["What is in view", "Everything"]
    options.what.setCurrentIndex(names.index("Tour: How the summit came about"))
    options.form.setCurrentIndex(place_of(export, Form.SVG))
    export.write(str(tmp_path / "tour.svg"))
    assert export.line.isVisible()
    assert not options.isEnabled()
    settle()
    assert not export.isVisible()
    assert len(list(tmp_path.glob("tour-*.svg"))) == 14


def test_what_goes_wrong_is_said_and_cancel_stops_and_then_closes(export, session, settle, tmp_path):
    export.options.show_choice(Choice(Form.SVG))
    export.write(str(tmp_path / "nowhere" / "a.svg"))
    settle()
    assert export.isVisible()
    assert export.wrong.isVisible()
    assert export.export_button.isEnabled()
    export.options.show_choice(Choice(Form.PDF, whole=True))
    export.write(str(tmp_path / "all.pdf"))
    export.leave_button.click()
    assert export.isVisible()
    assert not session.on_demand.handing_out.model.busy
    assert not export.line.isVisible()
    settle()
    assert not (tmp_path / "all.pdf").exists()
    export.leave_button.click()
    assert not export.isVisible()


def test_pages_are_turned_by_keys_and_drawn_anew_for_a_new_choice(printing, qtbot):
    count = printing.preview.pageCount()
    assert count > 1
    assert printing.place.text() == f"Page 1 of {count}"
    assert not printing.back.isEnabled()
    qtbot.keyClick(printing, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: printing.place.text() == f"Page 2 of {count}")
    qtbot.keyClick(printing, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: printing.place.text() == f"Page 1 of {count}")
    for tool in (printing.back, printing.forward, printing.smaller, printing.larger):
        assert tool.accessibleName() == tool.toolTip() != ""
    printing.options.form.setCurrentIndex(1)
    qtbot.waitUntil(lambda: printing.preview.pageCount() == 14, timeout=10_000)
    assert printing.place.text() == "Page 1 of 14"


def test_pages_are_printed_as_they_were_shown(printing, qtbot, tmp_path):
    out = tmp_path / "printed.pdf"
    count = printing.preview.pageCount()
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(out))
    printing.begin_printing()
    assert not printing.print_button.isEnabled()
    qtbot.waitUntil(lambda: not printing.isVisible(), timeout=10_000)
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == count
        width, height = pdf[0].get_size()
        assert (width, height) == pytest.approx((595, 842), abs=1)
        assert "How the summit came about" in pdf[0].get_textpage().get_text_range()
