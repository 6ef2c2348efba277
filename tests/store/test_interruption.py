from concurrent.futures import CancelledError, ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from explorer.store.interruption import Interruption
from explorer.store.library import Library

ENDLESS = text("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
ONE = text("SELECT 1")


@pytest.fixture
def library(story_path):
    made = Library.open(story_path)
    yield made
    made.close()


def test_a_query_ends_in_the_middle(library):
    ending = Interruption()

    def ask():
        with library.reading(ending) as connection:
            connection.scalar(ENDLESS)

    with ThreadPoolExecutor(1) as worker:
        asked = worker.submit(ask)
        # Before the query has begun there is nothing to interrupt yet.
        while not asked.done():
            ending.interrupt()
        with pytest.raises(CancelledError):
            asked.result()


def test_what_is_ended_never_begins_again(library):
    ending = Interruption()
    ending.interrupt()
    with pytest.raises(CancelledError):
        ending.go_on()
    with pytest.raises(CancelledError), library.reading(ending):
        raise AssertionError("it began")


def test_the_next_reader_of_the_connection_is_left_alone(library):
    ending = Interruption()
    with library.reading(ending) as connection:
        first = connection.connection.driver_connection
    with library.reading() as connection:
        assert connection.connection.driver_connection is first
        ending.interrupt()
        assert connection.scalar(ONE) == 1


def test_other_errors_pass(library):
    with pytest.raises(DatabaseError), library.reading(Interruption()) as connection:
        connection.execute(text("SELECT abs(-9223372036854775808)")).all()
