"""A table on its way into the library: preview, columns, problems, import."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.series_table import PeriodKind
from explorer.services.series_files import SeriesFiles
from explorer.services.workers import Workers
from explorer.viewmodels.models import Models
from explorer.viewmodels.series_import import SeriesImportModel
from tests.viewmodels.conftest import settle

TABLE = "year,deaths,region\n2019,36359,north\n2020,x,north\n2021,70601,north\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "new_figures.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def empty(models: Models) -> Iterator[SeriesImportModel]:
    workers = Workers()
    files = SeriesFiles(workers)
    yield SeriesImportModel(
        models.library, models.timeline, files, models.edits, models.courier, models.messages
    )
    workers.close()


@pytest.fixture
def model(empty: SeriesImportModel, models: Models, table: Path, qtbot: QtBot) -> SeriesImportModel:
    empty.open(table)
    settle(qtbot, models)
    return empty


def test_a_file_is_shown_before_anything_is_written(model: SeriesImportModel, models: Models) -> None:
    form = model.form
    assert form is not None
    assert form.reading is not None
    assert (form.title, form.unit, form.names()) == ("New figures", "deaths", ("year", "deaths", "region"))
    assert [one.value for one in form.reading.observations] == [36359, 70601]
    assert {row: (one.column, one.text) for row, one in form.problems_by_row().items()} == {
        3: (1, "“x” is no number.")
    }
    assert models.library.current is not None
    assert len(models.library.current.contents.series) == 9
    assert models.edits.history.undo is None


def test_columns_and_separator_can_be_said(model: SeriesImportModel, models: Models, qtbot: QtBot) -> None:
    model.put_columns(kind=PeriodKind.FISCAL, line=None)
    assert model.form is not None
    assert model.form.reading is None
    settle(qtbot, models)
    assert model.form.reading is not None
    assert model.form.reading.observations[0].period == "2018-10-01/2019-09-30"
    model.part(";")
    settle(qtbot, models)
    assert model.form.names() == ("year,deaths,region",)
    assert model.form.reading.observations == ()


def test_what_lacks_is_said_and_nothing_is_imported(model: SeriesImportModel) -> None:
    model.apply()
    assert model.form is not None
    assert model.form.problem == "Name the source of the figures."


def test_an_import_is_drawn_at_once_and_taken_back_whole(
    model: SeriesImportModel, models: Models, qtbot: QtBot
) -> None:
    model.put_texts(source="Office", note="counted twice")
    settle(qtbot, models)
    with qtbot.waitSignal(model.finished):
        model.apply()
    settle(qtbot, models)
    stage = models.timeline.stage
    assert stage is not None
    made = stage.contents.series[-1]
    assert (made.title, made.source, made.note) == ("New figures", "Office", "counted twice")
    assert {one.source for one in made.observations} == {"Office"}
    assert made in stage.series
    assert model.form is None
    models.edits.undo()
    settle(qtbot, models)
    assert models.timeline.stage is not None
    assert made.slug not in [one.slug for one in models.timeline.stage.series]


def test_a_file_that_is_no_table_is_said_in_the_status_line(
    empty: SeriesImportModel, models: Models, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(models.messages.shown) as told:
        empty.open(tmp_path / "nowhere.csv")
    assert told.args[0].problem
    assert "is no file" in told.args[0].text
    assert empty.form is None
