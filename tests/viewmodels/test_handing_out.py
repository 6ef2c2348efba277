"""Choosing what is handed out, with progress, a way to stop, and what was chosen last."""

from dataclasses import replace

import pytest

from explorer.app.handing_out import paper_maker
from explorer.app.paths import Paths
from explorer.domain.days import day_number
from explorer.domain.handing_out import Form, Part
from explorer.services.handing_out.handing import HandingOut
from explorer.services.workers import Workers
from explorer.viewmodels.handing_out import Choice, HandingOutModel
from explorer.viewmodels.work import WorkState
from tests.viewmodels.conftest import settle


@pytest.fixture
def handing(models, resources, data_folder):
    """The model with what really draws."""
    workers = Workers()
    paper = paper_maker(Paths(resources, data_folder))
    yield HandingOutModel(
        models.library,
        models.timeline,
        models.viewport,
        models.facets,
        HandingOut(workers, dict.fromkeys((Form.PNG, Form.SVG, Form.PDF), paper), paper.sheets),
        models.settings,
        models.courier,
        models.messages,
    )
    workers.close()


@pytest.fixture
def heard(handing, models):
    class Heard:
        states, written, drawn, failed, said = [], [], [], [], []

    heard = Heard()
    handing.changed.connect(heard.states.append)
    handing.written.connect(heard.written.append)
    handing.drawn.connect(heard.drawn.append)
    handing.failed.connect(heard.failed.append)
    models.messages.shown.connect(heard.said.append)
    return heard


def test_what_is_in_view_is_written_and_said(models, handing, heard, qtbot, tmp_path):
    models.viewport.show(day_number(2023, 11), day_number(2024))
    handing.write(Choice(Form.SVG), tmp_path / "view.svg")
    assert handing.busy
    settle(qtbot, models)
    assert not handing.busy
    text = (tmp_path / "view.svg").read_text(encoding="utf-8")
    assert "Biden–Xi at Woodside" in text
    assert "Nixon" not in text
    assert [message.text for message in heard.said] == ["“view.svg” written."]
    assert heard.states[0] == WorkState("view.svg", 0.0)
    assert heard.states[-1] is None


def test_everything_is_written_wherever_the_view_is(models, handing, qtbot, tmp_path):
    models.viewport.show(day_number(2023, 11), day_number(2024))
    handing.write(Choice(Form.SVG, whole=True), tmp_path / "all.svg")
    settle(qtbot, models)
    assert "Nixon in China" in (tmp_path / "all.svg").read_text(encoding="utf-8")


def test_what_is_called_off_leaves_nothing(models, handing, heard, qtbot, tmp_path):
    handing.write(Choice(Form.PDF, whole=True), tmp_path / "all.pdf")
    handing.cancel()
    assert not handing.busy
    settle(qtbot, models)
    assert heard.written == []
    assert not (tmp_path / "all.pdf").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(models, handing, heard, qtbot, tmp_path):
    handing.write(Choice(Form.SVG), tmp_path / "nowhere" / "a.svg")
    settle(qtbot, models)
    (sentence,) = heard.failed
    assert "nowhere" in sentence or "a.svg" in sentence
    assert not handing.busy


def test_pages_are_drawn_for_a_printer(models, handing, heard, qtbot):
    choice = Choice(Form.PDF, tour="summit", parts=(Part.TIMELINE,))
    handing.draw(choice)
    handing.draw(replace(choice, parts=(Part.QUESTIONS,)))
    settle(qtbot, models)
    ((sheets, _faces),) = heard.drawn
    assert len(sheets) > 1


def test_the_file_is_named_after_the_tour_or_the_library(models, handing):
    assert handing.file_name(Choice(Form.PDF)) == f"{models.library.current.contents.title}.pdf"
    assert handing.file_name(Choice(Form.PNG, tour="summit")) == "How the summit came about.png"


def test_what_was_chosen_last_is_remembered_apart_for_export_and_print(handing):
    choice = Choice(Form.POSTER, tour="summit", paper="A0", landscape=True, parts=(Part.EVENTS,))
    handing.remember("export", choice)
    assert handing.remembered("export") == choice
    assert handing.remembered("print").form is Form.PDF


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"form": "gif"},
        {"paper": "A9"},
        {"width": "wide"},
        {"width": 3},
        {"parts": ["jokes"]},
        {"parts": []},
    ],
)
def test_what_cannot_be_read_is_as_usual(kept):
    usual = Choice(paper="Letter")
    assert Choice.of_json(kept, usual) == usual


def test_a_choice_says_why_nothing_can_be_made_of_it():
    assert Choice().problem == ""
    assert Choice(parts=()).problem == "parts"
    assert Choice(Form.POSTER, parts=()).problem == ""
    assert Choice(width=20_000, height=20_000).problem == "pixels"
    assert Choice(width=10).problem == "size"
