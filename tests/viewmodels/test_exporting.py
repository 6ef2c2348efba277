import json

import pytest

from explorer.domain.annotation import Fate
from explorer.domain.citation import CitationStyle, ExportForm
from explorer.domain.days import day_number
from explorer.services.annotations.travel import annotations_of
from explorer.viewmodels.work import WorkState
from tests.viewmodels.conftest import settle


@pytest.fixture
def heard(models):
    class Heard:
        states, previews, said = [], [], []

    heard = Heard()
    models.exports.changed.connect(heard.states.append)
    models.exports.previewed.connect(heard.previews.append)
    models.messages.shown.connect(heard.said.append)
    return heard


def test_the_works_in_view_are_written_in_the_style_chosen(models, heard, qtbot, tmp_path):
    path = tmp_path / "works.txt"
    models.citing.choose_style(CitationStyle.MLA)
    models.viewport.show(day_number(1961), day_number(1965))
    models.exports.export(ExportForm.TEXT, path, in_view=True)
    assert models.exports.busy
    settle(qtbot, models)
    assert path.read_text(encoding="utf-8").startswith("Single Convention on Narcotic Drugs, 1961. 520 UNTS")
    assert [message.text for message in heard.said] == ["1 work written to “works.txt”."]
    assert heard.states[0] == WorkState("works.txt", 0.0)
    assert heard.states[-1] is None
    assert not models.exports.busy


def test_all_works_are_written_as_records(models, heard, qtbot, tmp_path):
    path = tmp_path / "works.json"
    models.viewport.show(day_number(1961), day_number(1965))
    models.exports.export(ExportForm.CSL, path, in_view=False)
    settle(qtbot, models)
    count = len(models.library.current.contents.sources)
    assert len(json.loads(path.read_text(encoding="utf-8"))) == count
    assert heard.said[0].text == f"{count} works written to “works.json”."


def test_an_empty_view_is_said(models, heard, qtbot, tmp_path):
    models.facets.set_importance(5)
    settle(qtbot, models)
    models.viewport.show(day_number(1962), day_number(1963))
    models.exports.export(ExportForm.RIS, tmp_path / "a.ris", in_view=True)
    settle(qtbot, models)
    assert "it is empty" in heard.said[-1].text


def test_one_piece_of_work_at_a_time(models, heard, qtbot, tmp_path):
    models.exports.export(ExportForm.TEXT, tmp_path / "first.txt", in_view=False)
    models.exports.export(ExportForm.TEXT, tmp_path / "second.txt", in_view=False)
    assert heard.said[0].text == "“first.txt” is not done yet. Wait for it, or cancel it."
    settle(qtbot, models)
    assert not (tmp_path / "second.txt").exists()


def test_work_that_is_called_off_leaves_nothing(models, heard, qtbot, tmp_path):
    models.exports.export(ExportForm.TEXT, tmp_path / "works.txt", in_view=False)
    models.exports.cancel()
    assert not models.exports.busy
    assert heard.states[-1] is None
    models.exports.export(ExportForm.CSL, tmp_path / "works.json", in_view=False)
    settle(qtbot, models)
    assert [path.name for path in tmp_path.glob("works*")] == ["works.json"]


def test_a_place_that_cannot_be_written_is_said(models, heard, qtbot, tmp_path):
    models.exports.export(ExportForm.CSL, tmp_path / "gone" / "works.json", in_view=False)
    settle(qtbot, models)
    assert heard.said[0].problem
    assert "Choose another place" in heard.said[0].text
    assert not models.exports.busy


def test_annotations_are_looked_at_and_then_imported_and_undone(models, heard, qtbot, tmp_path):
    library = models.library.current
    page = json.loads(annotations_of(library, None)[0])
    item = page["items"][0]
    item["id"] = "urn:uuid:12345678-1234-4234-8234-123456789abc"
    item["target"]["selector"][0]["exact"] = "Words that are nowhere else"
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps([item, page["items"][1]]), encoding="utf-8")
    models.exports.preview(path)
    settle(qtbot, models)
    (preview,) = heard.previews
    assert [one.fate for one in preview.placed] == [Fate.NEW, Fate.KNOWN]
    models.exports.import_previewed(preview)
    settle(qtbot, models)
    assert heard.said[-1].text == "1 passage imported. Undo takes it out again."
    assert "Words that are nowhere else" in annotations_of(models.library.current, None)[0]
    models.edits.undo()
    settle(qtbot, models)
    assert "Words that are nowhere else" not in annotations_of(models.library.current, None)[0]


def test_a_file_that_holds_no_annotations_is_said(models, heard, qtbot, tmp_path):
    path = tmp_path / "notes.json"
    path.write_text("[]", encoding="utf-8")
    models.exports.preview(path)
    settle(qtbot, models)
    assert "There is no annotation in “notes.json”." in heard.said[0].text
