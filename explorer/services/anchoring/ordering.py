"""What the order of passages in their document tells: which have moved, which of several places is meant."""

from bisect import bisect_right
from collections.abc import Sequence

from explorer.services.anchoring.deciding import Place, Search

GUESSED = 0.75
LEAST_PLAY = 12
REACH = 4_000
"""Code points over which the passages before and after vouch for what lies between them."""


def longest_run(placed: Sequence[Search]) -> list[Search]:
    """The most passages whose places keep the order of ``placed`` (longest run that never goes back).

    Patience sorting, after Fredman (1975).
    """
    ends: list[int] = []
    tails: list[int] = []
    previous: list[int] = []
    for at, search in enumerate(placed):
        assert search.found is not None
        length = bisect_right(ends, search.found.start)
        previous.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(search.found.start)
            tails.append(at)
        else:
            ends[length], tails[length] = search.found.start, at
    run = []
    at = tails[-1] if tails else -1
    while at >= 0:
        run.append(placed[at])
        at = previous[at]
    return run[::-1]


def settle_by_neighbours(in_order: Sequence[Search]) -> None:
    """Place those with several places where what stands before and after leaves but one of them.

    Args:
        in_order: the passages in the order in which they stood when they were noted.
    """
    progress = True
    while progress:
        progress = False
        run = longest_run([search for search in in_order if search.found is not None])
        for search in in_order:
            if search.found is None and search.asked:
                search.found = _between(search, *_neighbours(run, search))
                progress = progress or search.found is not None
    _seat(in_order)


def place_by_neighbours(in_order: Sequence[Search]) -> None:
    """Place the best guesses at those of whose surroundings nothing is known, where the neighbours agree.

    A guess is the passage if it stands as far from a near neighbour as it did, give or take what bad reading
    adds, and keeps the order. What is placed so is approximate: the reader confirms it.
    """
    run = longest_run([search for search in in_order if search.found is not None])
    for search in in_order:
        guess = search.guess
        if search.found is not None or guess is None or search.known or guess.score < GUESSED:
            continue
        before, after = _neighbours(run, search)
        beside = [other for other in (before, after) if other is not None]
        low = before.found.start if before and before.found else -1
        high = after.found.start if after and after.found else None
        if not low <= guess.start or (high is not None and guess.start > high):
            continue
        shift = guess.start - search.selector.start
        if any(abs(shift - other.shift) <= _play(search, other) for other in beside):
            search.found = guess


def _play(search: Search, other: Search) -> int:
    """By how many code points two passages may have moved apart; none may beyond their reach."""
    apart = abs(search.selector.start - other.selector.start)
    return LEAST_PLAY + apart // 30 if apart <= REACH else -1


def _neighbours(run: Sequence[Search], search: Search) -> tuple[Search | None, Search | None]:
    at = bisect_right(run, search.selector.start, key=lambda other: other.selector.start)
    return (run[at - 1] if at else None, run[at] if at < len(run) else None)


def _between(search: Search, before: Search | None, after: Search | None) -> Place | None:
    """The only place between two near neighbours, or the one that has shifted as far as both have."""
    low = before.found.start if before and before.found else -1
    high = after.found.start if after and after.found else None
    inside = [place for place in search.asked if place.start >= low and (high is None or place.start <= high)]
    if before and after and len(inside) == 1 and after.selector.start - before.selector.start <= REACH:
        return inside[0]
    # Where the two sides shifted differently, the text between them was changed, and a copy of the words may
    # be what was put in: that is no ground for a choice. Before the first passage nothing has shifted.
    if after is None:
        return None
    shifts = {before.shift if before else 0, after.shift}
    shifted = [place for place in inside if {place.start - search.selector.start} == shifts]
    return shifted[0] if len(shifted) == 1 else None


def _seat(in_order: Sequence[Search]) -> None:
    """Passages of the same words take the places in order, where there are as many places as passages."""
    groups: dict[str, list[Search]] = {}
    for search in in_order:
        if search.asked:
            groups.setdefault(search.selector.exact, []).append(search)
    for group in groups.values():
        starts = sorted({search.selector.start for search in group})
        places = sorted(group[0].asked, key=lambda place: place.start)
        if len(starts) != len(places) or any(set(search.asked) != set(group[0].asked) for search in group):
            continue
        seats = dict(zip(starts, places, strict=True))
        if all(search.found in (None, seats[search.selector.start]) for search in group):
            for search in group:
                search.found = seats[search.selector.start]
