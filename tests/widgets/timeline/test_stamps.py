import numpy as np
import pytest

from explorer.widgets.timeline.stamps import rounded_count, short_count


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, "2"),
        (999, "999"),
        (1_000, "1.0k"),
        (1_249, "1.2k"),
        (1_250, "1.3k"),
        (9_949, "9.9k"),
        (10_000, "10k"),
        (34_999, "34k"),
        (999_999, "999k"),
        (2_700_000, "2M"),
    ],
)
def test_a_number_is_short(count, text):
    (rounded,) = rounded_count(np.array([count], np.int32)).tolist()
    assert short_count(rounded) == text
