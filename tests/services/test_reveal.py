from explorer.services.reveal import Sieves
from explorer.services.workers import Workers
from tests.support.worlds import random_index


def test_the_filter_is_made_on_a_worker() -> None:
    index, workers = random_index(3, 200, 2), Workers()
    try:
        day = float(index.position[50])
        sieve = Sieves(workers).until(index, None, day).result(timeout=10)
    finally:
        workers.close()
    passing = [row for row in range(index.size) if sieve.passes(index.rows_of([index.id[row]]))[0]]
    assert passing == [row for row in range(index.size) if index.position[row] <= day]
