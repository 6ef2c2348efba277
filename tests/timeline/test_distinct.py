"""As numpy.unique says it."""

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.distinct import among, distinct


@given(st.lists(st.integers(-5, 5), max_size=60))
def test_distinct_values_and_their_places(values):
    array = np.array(values, np.int64)
    found, place = distinct(array)
    expected, inverse = np.unique(array, return_inverse=True)
    assert found.tolist() == expected.tolist()
    assert place.tolist() == inverse.tolist()


@given(st.lists(st.integers(-5, 5), max_size=20), st.lists(st.integers(-5, 5), max_size=20))
def test_values_among_others(values, others):
    found = among(np.array(values, np.int32), np.array(others, np.int32))
    assert found.tolist() == [value in others for value in values]


def test_the_masked_arrays_are_not_loaded(root):
    code = (
        "import sys, numpy as np; from explorer.timeline.distinct import distinct;"
        "distinct(np.array([3, 1, 3])); print('numpy.ma.core' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
