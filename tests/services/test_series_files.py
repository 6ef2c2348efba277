"""Tables are read from hostile files, and become series in one change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.series_table import interpret
from explorer.services.edits import Edits
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.series_files import (
    LARGEST,
    SeriesDraft,
    SeriesFiles,
    deleted_series,
    new_series,
    parted,
    problems,
    read_table,
)
from explorer.services.workers import Workers
from tests.support.changing import rows_of

TABLE = "year,deaths,region\n2019,36359,north\n2020,,north\n2021,70601,north\n2022,5,south\n"


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def library(story_path: Path) -> Iterator[OpenLibrary]:
    made = open_library(story_path)
    yield made
    made.store.close()


def file(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "figures.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def draft(tmp_path: Path) -> SeriesDraft:
    table, columns = read_table(file(tmp_path, TABLE))
    reading = interpret(table.rows, columns, "CDC")
    return SeriesDraft("Deaths: north", "deaths", "CDC", "", reading.observations, reading.breaks)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.replace("north", "Süd").encode("cp1252"), "Windows-1252"),
        (TABLE.encode("utf-16"), "UTF-16 LE"),
        (b"\xef\xbb\xbf" + TABLE.encode(), "UTF-8"),
        (TABLE.replace("\n", "\r\n").encode(), "UTF-8"),
    ],
)
def test_a_table_is_read_in_any_encoding(tmp_path: Path, content: bytes, encoding: str) -> None:
    table, columns = read_table(file(tmp_path, content))
    assert table.encoding == encoding
    assert table.rows[0] == ("year", "deaths", "region")
    assert (columns.period, columns.value, columns.line) == (0, 1, 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x00\x01\x02\x03" * 1000, "does not look like text"),
        (b"x" * (LARGEST + 1), "larger than 5 MB"),
        (b'year,deaths\n2019,"' + b"x" * 200_000, "no table that can be read"),
        (b"," * 300 + b"\n", "more than 200 columns"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(ReaderError, match=said):
        read_table(file(tmp_path, content))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="is no file"):
        read_table(tmp_path / "nowhere.csv")
    with pytest.raises(ReaderError, match="is no file"):
        read_table(tmp_path)


def test_formulas_and_markup_are_mere_text(tmp_path: Path) -> None:
    hostile = "year,deaths,note\n2019,5,=HYPERLINK(evil)\n2020,6,<script>x</script>\n"
    table, columns = read_table(file(tmp_path, hostile))
    remarks = [one.remark for one in interpret(table.rows, columns, "").observations]
    assert remarks == ["=HYPERLINK(evil)", "<script>x</script>"]


def test_the_columns_can_be_parted_otherwise(tmp_path: Path) -> None:
    table, _ = read_table(file(tmp_path, TABLE))
    assert parted(table, ";").rows[1] == ("2019,36359,north",)


def test_reading_and_interpreting_happen_on_a_worker(tmp_path: Path, workers: Workers) -> None:
    files = SeriesFiles(workers)
    table, columns = files.read(file(tmp_path, TABLE)).result()
    assert len(files.interpret(table, columns, "CDC").result().observations) == 3


def test_a_series_is_one_change_with_its_gaps_and_breaks(
    tmp_path: Path, library: OpenLibrary, workers: Workers
) -> None:
    edits = Edits(workers)
    with library.store.reading() as connection:
        before = rows_of(connection)
    edited = edits.apply(library, new_series(draft(tmp_path))).result()
    assert edited.change_set.title == "Import series “Deaths: north”"
    made = edited.library.contents.series[-1]
    assert (made.slug, made.unit, len(made.observations)) == ("deaths_north", "deaths", 3)
    assert [each.period for each in made.breaks] == ["2022"]
    again = edits.undo(edited.library).result().library
    with again.store.reading() as connection:
        assert rows_of(connection) == before


def test_two_series_of_one_title_have_names_of_their_own(
    tmp_path: Path, library: OpenLibrary, workers: Workers
) -> None:
    edits = Edits(workers)
    once = edits.apply(library, new_series(draft(tmp_path))).result().library
    twice = edits.apply(once, new_series(draft(tmp_path))).result().library
    assert [one.slug for one in twice.contents.series][-2:] == ["deaths_north", "deaths_north_2"]


def test_a_draft_that_lacks_something_is_refused(library: OpenLibrary, workers: Workers) -> None:
    bare = SeriesDraft("", "", "", "x" * 2001, (), ())
    assert len(problems(bare)) == 5
    with pytest.raises(ReaderError, match="Give the series a title"):
        Edits(workers).apply(library, new_series(bare)).result()


def test_a_series_is_taken_out_and_comes_back_whole(
    tmp_path: Path, library: OpenLibrary, workers: Workers
) -> None:
    edits = Edits(workers)
    now = edits.apply(library, new_series(draft(tmp_path))).result().library
    with now.store.reading() as connection:
        before = rows_of(connection)
    made = now.contents.series[-1]
    edited = edits.apply(now, deleted_series(made.id)).result()
    assert edited.change_set.title == "Take out series “Deaths: north”"
    assert made.slug not in [one.slug for one in edited.library.contents.series]
    again = edits.undo(edited.library).result().library
    with again.store.reading() as connection:
        assert rows_of(connection) == before


def test_a_series_that_tests_a_claim_stays(library: OpenLibrary, workers: Workers) -> None:
    edits = Edits(workers)
    tested = {one.slug: one.id for one in library.contents.series}
    with pytest.raises(ReaderError, match=r"claims are tested by this series"):
        edits.apply(library, deleted_series(tested["us_synthetic_opioid_deaths"])).result()
    with pytest.raises(ReaderError, match="no longer in the library"):
        edits.apply(library, deleted_series(10_000)).result()
