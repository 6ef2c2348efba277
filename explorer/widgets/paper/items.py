"""What stands on a sheet. Lengths are points (1/72 inch), x from the left edge, y down from the top."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Points = NDArray[np.float64]
"""float64[n, 2] of x and y."""


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: its size in points, weight, slope, and whether in the face of quotations."""

    size: float
    bold: bool = False
    italic: bool = False
    serif: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its baseline ``y``; ``width`` is what it takes.."""

    x: float
    y: float
    text: str
    face: Face
    colour: QColor
    width: float
    anchor: Anchor = Anchor.START

    @property
    def left(self) -> float:
        """Where it begins."""
        share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[self.anchor]
        return self.x - share * self.width


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """Filled rectangles of one colour: float64[n, 4] of left, top, width and height."""

    boxes: NDArray[np.float64]
    fill: QColor


@dataclass(frozen=True, slots=True)
class Rounded:
    """A rectangle, rounded by ``radius`` at its corners; ``fill`` or ``stroke`` None: it has none."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: QColor | None = None
    stroke: QColor | None = None
    pen: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle about (x, y)."""

    x: float
    y: float
    radius: float
    fill: QColor | None = None
    stroke: QColor | None = None
    pen: float = 0.0


@dataclass(frozen=True, slots=True)
class HalfDisc:
    """The left half of a circle about (x, y), filled."""

    x: float
    y: float
    radius: float
    fill: QColor


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Lines from point to point. ``closed`` ones may be filled."""

    points: Points
    stroke: QColor | None = None
    pen: float = 0.0
    dash: tuple[float, ...] = ()
    fill: QColor | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Fade:
    """A rectangle between a colour and the ground, which it reaches at the left if ``to_left``, else right.

    It is opaque: transparent gradients come out of few printers as they went in.
    """

    x: float
    y: float
    width: float
    height: float
    fill: QColor
    ground: QColor
    to_left: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """Things of which only what lies in a rectangle is seen."""

    x: float
    y: float
    width: float
    height: float
    items: tuple["Item", ...]


Item = Words | Boxes | Rounded | Disc | HalfDisc | Path | Fade | Cut


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page or picture. ``ground`` fills it; ``title`` says what it is to who cannot see it."""

    width: float
    height: float
    title: str
    ground: QColor
    items: tuple[Item, ...]


def words_of(items: tuple[Item, ...]) -> tuple[Words, ...]:
    """All texts, in the order in which they are drawn."""
    found: list[Words] = []
    for item in items:
        if isinstance(item, Words):
            found.append(item)
        elif isinstance(item, Cut):
            found.extend(words_of(item.items))
    return tuple(found)


def line(x0: float, y0: float, x1: float, y1: float, colour: QColor, pen: float) -> Path:
    """A straight line."""
    return Path(np.array([[x0, y0], [x1, y1]]), colour, pen)


def box(x: float, y: float, width: float, height: float, fill: QColor) -> Boxes:
    """One filled rectangle."""
    return Boxes(np.array([[x, y, width, height]]), fill)
