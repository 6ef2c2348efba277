from time import sleep

from tests.bench.figures import median_of, milliseconds, p50, p95


def test_medians_and_percentiles() -> None:
    assert p50([3.0, 1.0, 2.0]) == 2.0
    assert p95([float(number) for number in range(100)]) == 95.0
    assert p95([7.0]) == 7.0
    assert median_of([{"a": 1.0}, {"a": 5.0}, {"a": 2.0}]) == {"a": 2.0}


def test_times_are_milliseconds() -> None:
    assert 20 <= milliseconds(lambda: sleep(0.02)) < 2_000
