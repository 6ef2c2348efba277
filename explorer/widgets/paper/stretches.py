"""Cuts a long time into stretches that a page each has room for."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from explorer.domain.days import civil, day_number
from explorer.services.handing_out.narrowing import rows_in
from explorer.services.handing_out.order import View
from explorer.services.libraries import OpenLibrary
from explorer.timeline.mask import Sieve

EVENTS_A_PAGE = 45
MOST = 6
LEAST_SHARE = 0.04
"""A stretch shorter than this share of the whole is none of its own."""


def stretches(library: OpenLibrary, view: View, sieve: Sieve | None) -> tuple[View, ...]:
    """The view in parts with about as many events each; the whole of it where one page is enough.

    The cuts lie where a year begins, or a month where the whole is short.
    """
    rows = rows_in(library, view, sieve)
    parts = min(-(-len(rows) // EVENTS_A_PAGE), MOST)
    if parts < 2:
        return (view,)
    days = np.sort(np.clip(library.index.position[rows], view.start, view.end))
    edges = [view.start]
    for number in range(1, parts):
        cut = _rounded(float(days[len(days) * number // parts]), view.end - view.start)
        least = (view.end - view.start) * LEAST_SHARE
        if cut - edges[-1] >= least and view.end - cut >= least:
            edges.append(cut)
    edges.append(view.end)
    return tuple(replace(view, start=first, end=last) for first, last in pairwise(edges))


def _rounded(day: float, whole: float) -> float:
    """The beginning of the year or month in which a day lies, or the day itself where all is shorter."""
    year, month, _ = civil(day)
    if whole > 4 * 365:
        return float(day_number(year))
    return float(day_number(year, month)) if whole > 120 else float(np.floor(day))
