import numpy as np

from explorer.timeline.derived import Derived

SQUARES = Derived(10, lambda rows: rows.astype(np.float64) ** 2)


def test_rows_are_read_as_from_an_array() -> None:
    whole = np.arange(10.0) ** 2
    assert SQUARES[3] == 9
    assert SQUARES[np.array([4, 2])].tolist() == [16, 4]
    assert SQUARES[2:5].tolist() == [4, 9, 16]
    assert SQUARES[whole > 50].tolist() == [64, 81]
    assert SQUARES[np.array([[1, 2], [3, 4]])].tolist() == [[1, 4], [9, 16]]
    assert len(SQUARES) == 10


def test_as_a_whole_it_is_an_array() -> None:
    assert SQUARES.tolist() == [number**2 for number in range(10)]
    assert np.flatnonzero(SQUARES > 30).tolist() == [6, 7, 8, 9]
    assert float((SQUARES - 1)[2]) == 3
    assert np.maximum(5, SQUARES)[0] == 5
    assert np.asarray(SQUARES, np.int32).dtype == np.int32
