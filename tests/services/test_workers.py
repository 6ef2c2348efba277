"""Reads may overlap; writes keep their order; closing waits for what has begun."""

import threading
from functools import partial
from time import monotonic

import pytest

from explorer.services.workers import PAINT_S, Workers


@pytest.fixture
def workers():
    made = Workers()
    yield made
    made.close()


def test_two_reads_run_side_by_side(workers):
    both = threading.Barrier(2, timeout=5)
    futures = [workers.read(both.wait) for _ in range(2)]
    assert {future.result(5) for future in futures} == {0, 1}


def test_reads_give_way_to_a_frame_and_writes_do_not(workers):
    given = monotonic()
    workers.give_way()
    read, written = workers.read(monotonic), workers.write(monotonic)
    assert read.result(5) >= given + PAINT_S
    assert written.result(5) <= read.result(5)


def test_writes_keep_their_order(workers):
    done = []
    for number in range(50):
        last = workers.write(done.append, number)
    last.result(5)
    assert done == list(range(50))


def test_an_error_reaches_the_asker(workers):
    with pytest.raises(ZeroDivisionError):
        workers.read(divmod, 1, 0).result(5)


def test_closing_finishes_the_write_that_began():
    workers = Workers()
    begun, written = threading.Event(), []

    def write():
        begun.set()
        written.append("whole")

    workers.write(write)
    begun.wait(5)
    workers.close()
    assert written == ["whole"]


def test_threads_are_named_for_reports(workers):
    assert workers.read(lambda: threading.current_thread().name).result(5).startswith("reader")
    assert workers.write(lambda: threading.current_thread().name).result(5).startswith("writer")


def test_what_runs_aside_is_stopped_by_what_comes_after_it_and_by_closing():
    workers = Workers()
    stopped = [threading.Event(), threading.Event()]
    futures = [workers.aside(partial(each.wait, 20), stop=each.set) for each in stopped]
    assert futures[0].result(5)
    assert not stopped[1].is_set()
    workers.close()
    assert stopped[1].is_set()
    assert futures[1].cancelled() or futures[1].result(5)
