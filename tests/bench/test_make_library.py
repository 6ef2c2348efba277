import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.days import civil
from explorer.domain.edtf import event_date
from explorer.domain.event import DateFlag, Precision
from explorer.domain.measure import width_em
from explorer.domain.search import HitKind
from explorer.services.libraries import open_library
from explorer.services.loading import Loading, arrays_of, from_rows
from explorer.store import checking, reads, search
from explorer.store.library import Library
from explorer.timeline.index import LAYOUT
from tests.bench import make_library as module
from tests.bench.drawn_events import COMMON, LANE_SHARES, Words
from tests.bench.make_library import RELATED, make_library

SIZE = 10_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.tlx"
    make_library(SIZE, path)
    return path


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_app_opens_it(made: Path) -> None:
    library = open_library(made)
    try:
        assert library.index.size == SIZE
        assert library.index.lanes == len(LANE_SHARES)
        assert library.contents.eras
        assert library.contents.series
        assert library.contents.start_event_id == 1
    finally:
        library.store.close()
    assert len(rows(made, "SELECT 1 FROM relation WHERE 1 IN (from_id, to_id)")) == RELATED


def test_a_check_finds_nothing_wrong_with_the_file_and_its_search_index(made: Path) -> None:
    library = Library.open(made)
    try:
        with library.reading() as connection:
            assert checking.troubles(connection) == ()
            groups = {group.kind: group for group in search.find(connection, COMMON, 50)}
            found = search.counted(connection, COMMON, groups[HitKind.EVENT])
    finally:
        library.close()
    assert len(found.hits) == 50
    assert 0.45 < found.total / SIZE < 0.6


def test_every_date_is_what_its_text_says_and_every_width_that_of_its_title(made: Path) -> None:
    columns = (
        "title, label_em, start_edtf, end_edtf, earliest, likely_start, likely_end, latest, precision, flags"
    )
    for title, width, start, end, *dates, precision, flags in rows(made, f"SELECT {columns} FROM event"):
        value = event_date(start, end)
        extent = value.extent
        assert dates == pytest.approx(
            [extent.earliest, extent.likely_start, extent.likely_end, extent.latest], abs=1e-6
        ), (start, end)
        assert (precision, flags) == (value.precision, value.flags)
        assert width == pytest.approx(width_em(title))


def test_it_is_skewed_as_a_real_archive_is(made: Path) -> None:
    events = rows(made, "SELECT earliest, latest, precision, flags, theme_id, title FROM event")
    share = 1 / SIZE
    assert 0.7 < sum(civil(event[0])[0] >= 2015 for event in events) * share < 0.85
    days = Counter(int(event[0]) for event in events if event[2] <= Precision.DAY)
    assert sum(count for _, count in days.most_common(100)) * share > 0.08
    spans = [event[1] - event[0] for event in events if event[3] & DateFlag.SPAN]
    assert 0.18 < len(spans) * share < 0.22
    assert min(spans) < 0.5
    assert max(spans) > 10 * 365
    assert 0.08 < sum(event[2] in {Precision.MONTH, Precision.YEAR} for event in events) * share < 0.12
    lanes = sorted(Counter(event[4] for event in events).values())
    assert len(lanes) == 8
    assert lanes[-1] > 10 * lanes[0]
    words = Counter(word for event in events for word in event[5].split())
    first, second = (words[text] for text in Words().texts[:2])
    assert 1.5 < first / second < 2.7


def test_the_same_number_gives_the_same_events_and_a_smaller_one_the_first_of_them(
    made: Path, tmp_path: Path
) -> None:
    smaller = tmp_path / "smaller.tlx"
    make_library(188, smaller)
    assert rows(smaller, "SELECT * FROM event") == rows(made, "SELECT * FROM event WHERE id <= 188")
    parts = "SELECT event_id, entity_id FROM participation WHERE event_id <= 188 ORDER BY 1, 2"
    assert rows(smaller, parts) == rows(made, parts)


def test_the_arrays_it_keeps_are_those_of_its_rows(made: Path) -> None:
    library = Library.open(made)
    try:
        kept = library.arrays(LAYOUT, lambda _: None)
        with library.reading() as connection:
            loaded = from_rows(connection, reads.contents(connection), Loading())
    finally:
        library.close()
    assert kept is not None
    built = arrays_of(loaded.index, loaded.facets, loaded.labels)
    assert kept.keys() == built.keys()
    for name, array in built.items():
        assert np.array_equal(kept[name], array), name


def test_a_library_may_be_empty(tmp_path: Path) -> None:
    make_library(0, tmp_path / "empty.tlx")
    library = open_library(tmp_path / "empty.tlx")
    assert library.index.size == 0
    library.store.close()


def test_it_runs_as_a_file_from_anywhere(tmp_path: Path) -> None:
    command = [sys.executable, str(module.__file__), "20", "small.tlx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    assert rows(tmp_path / "small.tlx", "SELECT count(*) FROM event") == [(20,)]
