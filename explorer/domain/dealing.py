"""Which events make a good hand of cards: important ones, as far apart as the level asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from explorer.domain.classwork import Axis, Level
from explorer.domain.event import Extent

SHORTEST = 30.0
"""Days that an axis shows at least."""
EDGE = (0.06, 0.16)
"""Free room at either end of the axis, as a share of the time between the cards: by chance within these, so
that the first and the last card do not lie at the edge."""
EVENLY = 0.7
"""Easy cards lie at least this share of an even spacing apart, while there are enough of them."""
MEDIUM_SHARE = 0.25
"""Of a hand of medium level, as a share of the spacing of an easy one."""
SOFTER = 0.8
CROWD = 3
"""A hard hand is drawn from so many neighbours in time for each card."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that may become a card: its number in the caller's list, its day, its importance (5 to 1)."""

    number: int
    day: float
    importance: int


def dealt(found: Sequence[Candidate], wanted: int, level: Level, random: Random) -> tuple[int, ...]:
    """The numbers of ``wanted`` candidates (fewer if there are no more), shuffled.

    Easy cards are spread over the whole time, the most important first; medium ones may come closer; hard
    ones are neighbours in time.
    """
    if wanted <= 0 or not found:
        return ()
    pool = list(found)
    random.shuffle(pool)
    if level is Level.HARD:
        chosen = _close(pool, wanted, random)
    else:
        pool.sort(key=lambda one: -one.importance)
        chosen = _apart(pool, wanted, 1.0 if level is Level.EASY else MEDIUM_SHARE)
    random.shuffle(chosen)
    return tuple(one.number for one in chosen)


def axis_about(targets: Sequence[Extent], random: Random) -> Axis:
    """An axis that holds all of the times, with room by chance at both ends."""
    first = min(one.earliest for one in targets)
    last = max(one.latest for one in targets)
    span = max(last - first, SHORTEST)
    # A single card, or several of one time, would otherwise lie in the middle and fill the axis.
    widest = max(one.latest - one.earliest for one in targets)
    if span < 4 * widest:
        span = 4 * widest
        spare = span - (last - first)
        first -= spare * random.uniform(0.2, 0.8)
        last = first + span
    elif last - first < span:
        first -= (span - (last - first)) * random.uniform(0.2, 0.8)
        last = first + span
    return Axis(first - span * random.uniform(*EDGE), last + span * random.uniform(*EDGE))


def _apart(pool: Sequence[Candidate], wanted: int, share: float) -> list[Candidate]:
    """The first of the pool that keep their distance; the distance gives way until there are enough."""
    days = [one.day for one in pool]
    gap = EVENLY * share * (max(days) - min(days)) / max(wanted, 2)
    chosen: list[Candidate] = []
    while True:
        for one in pool:
            if len(chosen) == wanted:
                return chosen
            if one not in chosen and all(abs(one.day - other.day) >= gap for other in chosen):
                chosen.append(one)
        if len(chosen) == min(wanted, len(pool)):
            return chosen
        # A gap that has become nothing must not keep the loop from ending.
        gap = gap * SOFTER if gap > 1.0 else 0.0


def _close(pool: Sequence[Candidate], wanted: int, random: Random) -> list[Candidate]:
    """A crowd about one event, of which the most important are taken."""
    line = sorted(pool, key=lambda one: one.day)
    size = min(len(line), max(wanted * CROWD // 2, wanted))
    starts = range(len(line) - size + 1)
    tries = [random.choice(starts) for _ in range(CROWD)]
    # Of a few places by chance the one where the time is shortest: the hand is to be close.
    start = min(tries, key=lambda at: line[at + size - 1].day - line[at].day)
    crowd = line[start : start + size]
    random.shuffle(crowd)
    crowd.sort(key=lambda one: -one.importance)
    return crowd[:wanted]
