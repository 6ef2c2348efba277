"""Makes flowing text of the lines of pages: without running heads, words and paragraphs whole again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

HEAD_LINES = 2
"""How many lines at the top and at the foot of a page may belong to every page."""
FEWEST_PAGES = 2
"""On how many pages a line must stand to be taken for a running head."""
FEWEST_COUNTED = 3
"""On how many pages a line must count them, one after the other or not."""
FEWEST_SIDES = 3
"""The same of left or of right pages."""
_NUMBER = re.compile(r"[0-9]{1,6}")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_BROKEN = ("\x02", "\ufffe", "\u00ad")
"""What stands for the hyphen of a word that was broken at the end of a line, also where the line goes on."""
_NOTHING = dict.fromkeys(map(ord, _BROKEN))
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\d{0,3}$")
_LOWER = re.compile(r"[^\W\d_]", re.UNICODE)
_ITEM = re.compile(r"(?:[•▪◦‣–—*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
LARGER = 0.12
"""The share by which the size of two faces differs that do not belong to one paragraph."""
FURTHER = 1.4
"""How much further than usual two paragraphs are apart."""
SHORT = 0.16
"""The share of the width that a line leaves free which ends a paragraph."""
VERY_SHORT = 0.4
HEADLINE_AMONG = 20
"""Lines of the first page among which its title is looked for."""
HEADLINE_LARGER = 1.2
INDENT = 0.8
"""Of the size of its face: how far the first line of a paragraph is put in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    ``left``, ``right`` and ``middle`` are in points from the lower left corner, ``size`` is that of the
    face (0 where it is not known), ``column`` tells apart what does not stand above each other.
    """

    text: str
    left: float
    right: float
    middle: float
    size: float
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where most lines of a column begin, and where the longest end."""

    left: float
    right: float

    def free(self, line: Line) -> float:
        """The share of the width that a line leaves free at its end."""
        return (self.right - line.right) / max(self.right - self.left, 1.0)


def flowing(pages: Sequence[Sequence[Line]]) -> list[str]:
    r"""The text of each page; joined, they are the whole text, with one line a paragraph.

    A page ends with ``\n``, unless its last paragraph goes on on the next page.
    """
    bare = without_heads(pages)
    pitch = _pitch(bare)
    texts: list[list[str]] = [[] for _ in bare]
    before: tuple[int, Line, _Measure] | None = None
    for number, lines in enumerate(bare):
        measures = _measures(lines)
        for line in lines:
            measure = measures[line.column]
            if before is not None:
                page, last, its = before
                apart = page != number or last.column != line.column
                between = _between_blocks(last, line, its) if apart else _between(last, line, its, pitch)
                texts[page].append(between)
            texts[number].append(line.text.translate(_NOTHING))
            before = number, line, measure
    if before is not None:
        texts[before[0]].append("\n")
    return ["".join(parts) for parts in texts]


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines at their top and foot that belong to the book and not to its text.

    Such a line stands on more than half of all pages, or of the left or right ones, whatever its digits; or
    it begins or ends with a number that counts the pages, on a few of them.
    """
    heads = _heads(pages)
    counted = _counted(pages)
    made = []
    for number, lines in enumerate(pages):
        outer = _outer(lines)
        made.append(
            [
                line
                for line in lines
                if line not in outer or (_masked(line) not in heads and _count(line, number) not in counted)
            ]
        )
    return made


def _outer(lines: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines of a page, wherever the file has them."""
    in_order = sorted(lines, key=_middle)
    return [*in_order[:HEAD_LINES], *in_order[-HEAD_LINES:]]


def _middle(line: Line) -> float:
    return line.middle


def headline(lines: Sequence[Line]) -> str:
    """The words in the largest face at the top of the first page; "" where no face is larger than most."""
    top = [line for line in lines if line.size][:HEADLINE_AMONG]
    if not top:
        return ""
    usual = median(line.size for line in lines if line.size)
    largest = max(line.size for line in top)
    if largest < usual * HEADLINE_LARGER:
        return ""
    first = next(at for at, line in enumerate(top) if line.size == largest)
    return " ".join(line.text for line in takewhile(lambda line: line.size == largest, top[first:]))


def _heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    found: set[str] = set()
    for some, fewest in ((pages, FEWEST_PAGES), (pages[0::2], FEWEST_SIDES), (pages[1::2], FEWEST_SIDES)):
        filled = [lines for lines in some if lines]
        counts = Counter(masked for lines in filled for masked in {_masked(line) for line in _outer(lines)})
        least = max(fewest, len(filled) // 2 + 1)
        found |= {masked for masked, count in counts.items() if count >= least}
    return found


def _counted(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int] | None]:
    """The lines with a number that grows with the pages."""
    found = Counter(
        count
        for number, lines in enumerate(pages)
        for count in {_count(line, number) for line in _outer(lines)}
    )
    return {count for count, pages in found.items() if count is not None and pages >= FEWEST_COUNTED}


def _count(line: Line, page: int) -> tuple[str, int] | None:
    """The words of a line around its only number, and how far that is ahead of the page; None without one."""
    found = _NUMBER.findall(line.text)
    if len(found) != 1 or not (line.text.startswith(found[0]) or line.text.endswith(found[0])):
        return None
    return line.text.replace(found[0], "#"), int(found[0]) - page


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.text).strip().casefold()


def _pitch(pages: Iterable[Sequence[Line]]) -> float:
    """How far lines are usually apart, in points; 0 where nothing can be told."""
    steps = [
        one.middle - other.middle
        for lines in pages
        for one, other in pairwise(lines)
        if one.column == other.column and one.middle > other.middle
    ]
    return median(steps) if steps else 0.0


def _measures(lines: Sequence[Line]) -> dict[int, _Measure]:
    made = {}
    for column in {line.column for line in lines}:
        own = [line for line in lines if line.column == column]
        ((left, _),) = Counter(round(line.left) for line in own).most_common(1)
        rights = sorted(line.right for line in own)
        made[column] = _Measure(left, rights[(len(rights) - 1) * 9 // 10])
    return made


def _between(before: Line, after: Line, measure: _Measure, pitch: float) -> str:
    """What stands between two lines of one column: nothing, a space or a new paragraph."""
    if before.text.endswith(_BROKEN):
        return ""
    step = before.middle - after.middle
    size = max(before.size, after.size)
    if (
        step <= 0
        or (pitch and step > FURTHER * pitch)
        or abs(before.size - after.size) > LARGER * size
        or (after.left - measure.left > INDENT * (size or pitch / 1.2) > before.left - measure.left)
        or _ITEM.match(after.text)
    ):
        return "\n"
    free = measure.free(before)
    if free > VERY_SHORT or (free > SHORT and _ENDS.search(before.text)):
        return "\n"
    return _joint(before)


def _between_blocks(before: Line, after: Line, measure: _Measure) -> str:
    """What stands between the end of a page or column and the beginning of the next one."""
    if before.text.endswith(_BROKEN):
        return ""
    letter = _LOWER.search(after.text)
    if letter is not None and letter.start() < 2 and letter[0].islower() and not _ENDS.search(before.text):
        return _joint(before)
    whole = measure.free(before) <= SHORT and not _ENDS.search(before.text)
    return _joint(before) if whole and not _ITEM.match(after.text) else "\n"


def _joint(before: Line) -> str:
    return "" if before.text.endswith(("-", "\u2010", "—", "/")) else " "
