import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.services.event_order import Arrangement, EventOrder, SortKey, arrange
from explorer.services.libraries import open_library
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.timeline.mask import Sieve


@pytest.fixture
def library(story_path):
    made = open_library(story_path)
    yield made
    made.store.close()


def test_dates_go_by_earliest_then_latest(library) -> None:
    index = library.index
    rows = arrange(library, Arrangement(SortKey.DATE, descending=False, visible=None, lit=None))
    pairs = list(zip(index.earliest[rows].tolist(), index.latest[rows].tolist(), strict=True))
    assert sorted(rows.tolist()) == list(range(index.size))
    assert pairs == sorted(pairs)


def test_titles_go_by_the_alphabet(library) -> None:
    with library.store.reading() as connection:
        titles = {heading.id: heading.title for heading in reads.headings(connection, None)}
    rows = arrange(library, Arrangement(SortKey.TITLE, descending=False, visible=None, lit=None))
    listed = [titles[number].lower() for number in library.index.id[rows].tolist()]
    assert listed == sorted(listed)
    back = arrange(library, Arrangement(SortKey.TITLE, descending=True, visible=None, lit=None))
    assert back.tolist() == rows[::-1].tolist()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SortKey), st.booleans(), st.integers(0, 2**32 - 1))
def test_only_what_is_visible_and_found_is_listed(library, key, descending, seed) -> None:
    index = library.index
    generator = np.random.default_rng(seed)
    visible = generator.random(index.size) < 0.5
    ids = tuple(generator.choice(index.id, 40, replace=False).tolist())
    lit = index.set_of(ids)
    rows = arrange(library, Arrangement(key, descending, Sieve.build(index, visible), lit))
    wanted = {row for row in index.rows_of(ids).tolist() if visible[row]}
    assert set(rows.tolist()) == wanted
    assert rows.size == len(wanted)
    column = {SortKey.LANE: index.lane, SortKey.IMPORTANCE: index.importance, SortKey.SOURCES: index.sources}
    if key in column:
        values = column[key][rows].tolist()
        assert values == sorted(values, reverse=descending)


def test_equals_stand_by_date_whichever_way_the_rest_goes(library) -> None:
    index = library.index
    for descending in (False, True):
        rows = arrange(library, Arrangement(SortKey.IMPORTANCE, descending, None, None))
        for importance in (2, 3, 4, 5):
            dates = index.earliest[rows[index.importance[rows] == importance]].tolist()
            assert dates == sorted(dates)


def test_the_order_comes_from_a_worker(library) -> None:
    workers = Workers()
    try:
        wanted = Arrangement(SortKey.LANE, descending=False, visible=None, lit=None)
        assert EventOrder(workers).arrange(library, wanted).result(10).size == library.index.size
    finally:
        workers.close()
