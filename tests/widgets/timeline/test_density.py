from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor

from explorer.widgets.theme import contrast, load_theme
from explorer.widgets.timeline.density import DENSE, mixed, shade_table


@pytest.mark.parametrize("look", ["light", "dark"])
def test_shades_grow_with_the_number_of_events(qapp, resources, look):
    theme = load_theme(resources / "themes", look)
    shades = shade_table(theme, QColor("#0072B2"))
    assert shades.dtype == np.uint32
    assert shades.shape == (DENSE + 1,)
    assert shades[0] == 0
    steps = [contrast(QColor(int(shade)), theme.colour("canvas")) for shade in shades[1:]]
    assert all(next_one >= one for one, next_one in pairwise(steps))
    assert QColor(int(shades[-1])) == QColor("#0072B2")


def test_two_strips_fade_into_each_other_with_no_dip_between():
    opaque, other, clear = (np.array([colour], np.uint32) for colour in (0xFF804020, 0xFF004060, 0))
    assert mixed(opaque, opaque, 0.37) == opaque
    assert mixed(opaque, other, 0.0) == opaque
    assert mixed(opaque, other, 1.0) == other
    half = mixed(opaque, clear, 0.5).view(np.uint8).tolist()
    assert half == [0x10, 0x20, 0x40, 0x7F]
