"""Puts the runs of a page in two columns in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.services.reading.pdf_flow import Line

CROSSING = 0.08
"""The share of runs that may cross the space between two columns: titles, tables, figures."""
FEWEST = 12
"""Runs on a page of columns; on fewer nothing can be told."""
SIDE = 0.25
"""The share of runs that stands on either side."""
STEPS = 60
WORD_GAP = 0.12
"""The space between two runs, as a share of their height, from which it parts words."""


@dataclass(frozen=True, slots=True)
class Box:
    """A run of letters, in points from the lower left corner of the page."""

    left: float
    right: float
    top: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def gutter(boxes: Sequence[Box]) -> float | None:
    """Where the space between two columns lies: crossed by the fewest runs in the middle third of the text.

    None if the page has not two columns.
    """
    if len(boxes) < FEWEST:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    places = [left + (right - left) * (1 / 3 + at / STEPS / 3) for at in range(STEPS + 1)]
    crossing = [sum(box.left < x < box.right for box in boxes) for x in places]
    fewest = min(crossing)
    if fewest > CROSSING * len(boxes):
        return None
    middle = _widest([x if count == fewest else None for x, count in zip(places, crossing, strict=True)])
    before = sum(box.right <= middle for box in boxes)
    after = sum(box.left >= middle for box in boxes)
    return middle if min(before, after) >= SIDE * len(boxes) else None


def _widest(places: Sequence[float | None]) -> float:
    """The middle of the longest run of places: at its edge a letter may stick out."""
    best: list[float] = []
    run: list[float] = []
    for place in places:
        run = [*run, place] if place is not None else []
        best = max(best, run, key=len)
    return (best[0] + best[-1]) / 2


def in_columns(boxes: Sequence[Box], middle: float) -> list[Line]:
    """The lines of the left column, then those of the right one.

    What crosses the space between them divides the page: what is above it is read before what is below.
    """
    lines: list[Line] = []
    left: list[Box] = []
    right: list[Box] = []

    def end() -> None:
        lines.extend(_lines(left, 0))
        lines.extend(_lines(right, 1))
        left.clear()
        right.clear()

    for row in _rows(boxes):
        if any(box.left < middle < box.right for box in row):
            end()
            lines.extend(_lines(row, 2))
        else:
            left.extend(box for box in row if box.right <= middle)
            right.extend(box for box in row if box.left >= middle)
    end()
    return lines


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """The runs that stand beside each other, from top to bottom."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=_height, reverse=True):
        if rows and box.middle > rows[-1][0].bottom:
            rows[-1].append(box)
        else:
            rows.append([box])
    return rows


def _lines(boxes: Sequence[Box], column: int) -> list[Line]:
    lines = []
    for row in _rows(boxes):
        row.sort(key=_left)
        words = ""
        for at, box in enumerate(row):
            if at and box.left - row[at - 1].right > WORD_GAP * (box.top - box.bottom):
                words += " "
            words += box.text.replace("\r\n", " ")
        if words.strip():
            tallest = max(row, key=_tall)
            lines.append(Line(words.strip(), row[0].left, row[-1].right, tallest.middle, 0.0, column))
    return lines


def _height(box: Box) -> float:
    return box.middle


def _left(box: Box) -> float:
    return box.left


def _tall(box: Box) -> float:
    return box.top - box.bottom
