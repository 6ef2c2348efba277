import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from explorer.store.engine import LONGEST_VALUE, connect, engine, for_writing


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a ? b # c %41.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    return path


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1), ("synchronous", 2)],
)
def test_every_connection_is_a_careful_one(pragma, value, path):
    for mode in ("rw", "ro"):
        with closing(connect(path, mode)) as connection:
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_file_is_never_made(tmp_path):
    for mode in ("rw", "ro", "immutable", "draft"):
        with pytest.raises(sqlite3.OperationalError):
            connect(tmp_path / "none.db", mode)
    assert not list(tmp_path.iterdir())


def test_read_only_means_it(path):
    for mode in ("ro", "immutable"):
        with (
            closing(connect(path, mode)) as connection,
            pytest.raises(sqlite3.OperationalError, match="readonly"),
        ):
            connection.execute("INSERT INTO t VALUES (1)")


def test_a_value_that_is_too_long_is_refused(path):
    with closing(connect(path, "rw")) as connection, pytest.raises(sqlite3.DataError, match="too big"):
        connection.execute("SELECT zeroblob(?)", (LONGEST_VALUE + 1,))


def test_no_other_file_can_be_attached(path):
    with closing(connect(path, "rw")) as connection, pytest.raises(sqlite3.OperationalError, match="attach"):
        connection.execute("ATTACH ':memory:' AS other")


def test_a_transaction_for_writing_has_the_right_to_write_from_the_start(path):
    made = engine(path, "rw")
    with (
        made.connect() as connection,
        for_writing(connection).begin(),
        closing(connect(path, "rw", wait=0)) as other,
    ):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM t").fetchone() == (0,)
    made.dispose()


def test_a_transaction_for_reading_sees_one_state(path):
    made = engine(path, "rw")
    with closing(connect(path, "rw")) as other:
        other.execute("PRAGMA journal_mode = WAL")
        with made.connect() as connection, connection.begin():
            count = text("SELECT count(*) FROM t")
            assert connection.scalar(count) == 0
            other.execute("INSERT INTO t VALUES (1)")
            assert connection.scalar(count) == 0
    made.dispose()


def test_tables_are_made_and_undone_with_the_rest(path):
    made = engine(path, "rw")
    with made.connect() as connection:
        with for_writing(connection).begin() as transaction:
            connection.execute(text("CREATE TABLE half (x)"))
            connection.execute(text("INSERT INTO t VALUES (1)"))
            transaction.rollback()
        with connection.begin():
            assert connection.scalar(text("SELECT count(*) FROM sqlite_schema")) == 1
            assert connection.scalar(text("SELECT count(*) FROM t")) == 0
    made.dispose()
