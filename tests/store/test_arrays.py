"""Arrays come back as they were written, or are known to be stale, or the file is said to be damaged."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from explorer.domain.errors import ReaderError
from explorer.store import arrays
from explorer.store.library import Library

LAYOUT = 7
KINDS = st.sampled_from(("bool", "int8", "int16", "int32", "int64", "uint8", "uint32", "uint64", "float32"))


def quietly(_share):
    pass


@pytest.fixture
def library(story_path):
    made = Library.open(story_path)
    yield made
    made.close()


def keep(path, given_arrays):
    """Keep arrays, and leave the file at rest."""
    library = Library.open(path)
    library.keep(LAYOUT, given_arrays)
    library.close()


def kept(path, layout=LAYOUT):
    library = Library.open(path)
    try:
        return library.arrays(layout, quietly)
    finally:
        library.close()


def change(path, statement):
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.text("abc.", min_size=1, max_size=8),
        KINDS.flatmap(lambda kind: hnp.arrays(kind, hnp.array_shapes(min_dims=1, max_dims=3, min_side=0))),
        max_size=5,
    )
)
def test_arrays_come_back_as_they_were(library, some):
    with library.writing(keeps_arrays=True) as connection:
        arrays.write(connection, LAYOUT, some)
        found = arrays.read(connection, arrays.State(LAYOUT, 0), quietly)
    assert found is not None
    assert found.keys() == some.keys()
    for name, array in some.items():
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape)
        np.testing.assert_array_equal(found[name], array)


def test_a_long_array_is_kept_in_parts_and_told_of_as_it_comes(story_path):
    long = np.arange(2 * arrays.PART // 8 + 5, dtype=np.int64)
    keep(story_path, {"long": long, "short": np.ones(3)})
    with closing(sqlite3.connect(story_path)) as connection:
        lengths = connection.execute("SELECT length(data) FROM kept_part ORDER BY array, part").fetchall()
    assert lengths == [(arrays.PART,), (arrays.PART,), (40,), (24,)]
    library = Library.open(story_path)
    shares = []
    found = library.arrays(LAYOUT, shares.append)
    library.close()
    assert found is not None
    np.testing.assert_array_equal(found["long"], long)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_what_the_progress_raises_ends_the_reading(story_path):
    keep(story_path, {"a": np.ones(3)})
    library = Library.open(story_path)

    def refuse(_share):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        library.arrays(LAYOUT, refuse)
    library.close()


def test_arrays_of_another_layout_are_stale(story_path):
    keep(story_path, {"a": np.ones(3)})
    assert kept(story_path, LAYOUT + 1) is None
    assert kept(story_path) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET importance = 1 WHERE id = 1",
        "DELETE FROM note",
        "PRAGMA journal_mode = WAL",
        "VACUUM",
    ],
)
def test_after_a_change_by_another_program_they_are_stale(story_path, statement):
    keep(story_path, {"a": np.ones(3)})
    change(story_path, "INSERT INTO note VALUES (1, 'u', 'event', 1, 'x', '', '')")
    keep(story_path, {"a": np.ones(3)})
    assert kept(story_path) is not None
    change(story_path, statement)
    assert kept(story_path) is None


def test_reading_by_others_leaves_them(story_path):
    keep(story_path, {"a": np.ones(3)})
    with closing(sqlite3.connect(story_path)) as other:
        other.execute("SELECT * FROM event").fetchall()
    assert kept(story_path) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kept_part SET data = zeroblob(24)",
        "UPDATE kept_part SET data = zeroblob(20)",
        "DELETE FROM kept_part",
        "UPDATE kept_array SET kind = 'object'",
        "UPDATE kept_array SET kind = 'int32'",
        "UPDATE kept_array SET shape = '[-3]'",
        "UPDATE kept_array SET shape = 'many'",
        "UPDATE kept_array SET shape = '[99999999999999]'",
    ],
)
def test_arrays_that_nobody_wrote_are_damage(story_path, statement):
    keep(story_path, {"a": np.ones(3)})
    change(story_path, statement)
    # As if the change had not been counted.
    change(story_path, "UPDATE kept_state SET changes = changes + 2")
    with pytest.raises(ReaderError, match="damaged"):
        kept(story_path)
