"""Which events of a library a view holds."""

import numpy as np
from numpy.typing import NDArray

from explorer.services.handing_out.order import View
from explorer.services.libraries import OpenLibrary
from explorer.timeline.mask import Sieve


def whole_view(library: OpenLibrary) -> View:
    """All of a library, with a little room before the first event and after the last."""
    first, last = library.index.extent() if library.index.size else (0.0, 365.0)
    room = max((last - first) * 0.004, 0.5)
    return View(first - room, last + room)


def sieve_of(library: OpenLibrary, view: View) -> Sieve | None:
    """The filter of a view with its choice of lanes in it; None where every event passes."""
    if not view.lanes:
        return view.visible
    index = library.index
    rows = np.arange(index.space)
    wanted = [at for at, theme in enumerate(library.contents.themes) if theme.id in view.lanes]
    passes = np.isin(index.lane[rows], wanted)
    if view.visible is not None:
        passes &= view.visible[rows]
    return Sieve.build(index, passes)


def rows_in(library: OpenLibrary, view: View, sieve: Sieve | None) -> NDArray[np.intp]:
    """The rows of the events of which any possible time lies in the view, and that pass."""
    rows = np.flatnonzero(library.index.reach.meeting(view.start, view.end, certain=False))
    return rows if sieve is None else rows[sieve[rows]]


def foremost_ids(library: OpenLibrary, rows: NDArray[np.intp], most: int) -> list[int]:
    """The ids of the most important of these events; of those alike, some from all lanes and times."""
    importance = library.index.importance[rows]
    if len(rows) > most:
        least = np.partition(importance, len(rows) - most)[len(rows) - most]
        above, alike = rows[importance > least], rows[importance == least]
        # Rows stand by lane and time: taken evenly, they come from everywhere.
        chosen = np.linspace(0, len(alike) - 1, most - len(above)).round().astype(np.intp)
        rows = np.concatenate((above, alike[chosen]))
    ids: list[int] = library.index.id[rows].tolist()
    return ids
