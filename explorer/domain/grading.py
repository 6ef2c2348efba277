"""Points for what a class has placed or decided. Pure functions."""

from dataclasses import dataclass

from explorer.domain.classwork import Axis, Role
from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.edtf import parse
from explorer.domain.event import Extent
from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment, Range

FULL = 100
REACH = 0.25
"""So far away, as a share of the axis, a card is worth nothing any more."""
HALF = FULL // 2
NEAR = 20
"""For taking a report for a claim, or a claim for a report: it is not against the event, at least."""


@dataclass(frozen=True, slots=True)
class Grade:
    """``points`` from 0 to 100; ``off`` is by how many days the known time was missed, negative before it."""

    points: int
    off: float

    @property
    def is_full(self) -> bool:
        """Whether the card lies within the time that is known."""
        return self.off == 0


def grade(day: float, known: Extent, axis: Axis) -> Grade:
    """The grade for a card placed at a day.

    Anywhere within the time that its date may cover is right and gets full marks: nobody can be asked for
    more than is known. Outside, the points fall evenly with the distance from that time, down to none a
    quarter of the axis away.
    """
    if day < known.earliest:
        off = day - known.earliest
    elif day > known.latest:
        off = day - known.latest
    else:
        return Grade(FULL, 0.0)
    share = abs(off) / (REACH * axis.span)
    return Grade(round(FULL * max(0.0, 1.0 - share)), off)


def known_beginning(start: str) -> Extent | None:
    """The time in which an event whose start is this EDTF text is placed right.

    Of one that lasts it is that of its beginning; None where that is open or unknown: nothing can be placed.
    """
    reading = read(start)
    item = reading.items[0]
    if reading.form is Form.SINGLE and isinstance(item, Range):
        first = item.first
        if not isinstance(first, Moment):
            return None
        return Extent(first.earliest, first.start, first.end, first.latest)
    extent = parse(start).extent
    return None if extent.earliest <= FIRST_DAY or extent.latest >= LAST_DAY else extent


def grade_source(said: int, right: int) -> int:
    """Points for naming the source of a quotation: half of all, or none."""
    return HALF if said == right else 0


def grade_role(said: Role, right: Role) -> int:
    """Points for what a passage does: half of all, a few where only report and claim are mixed up."""
    if said is right:
        return HALF
    return 0 if Role.DISPUTES in {said, right} else NEAR
