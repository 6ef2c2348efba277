"""Room for labels above one lane: rows of slots, each row one integer with a bit for every few pixels."""

PIXELS_A_BIT = 4


class Slots:
    """Which parts of the label rows of one lane are taken.

    Row 0 is the lowest. A label in an upper row also takes a thin line through the rows below it, for its
    leader; no text may cross that line. Lengths are pixels from an origin of the caller's; what lies before
    ``-margin`` is cut off.
    """

    def __init__(self, rows: int, margin: float, leader_gap: float) -> None:
        self._margin = margin
        self._leader_gap = leader_gap
        self._text = [0] * rows
        self._taken = [0] * rows
        # The middle row leaves room for neighbours on both sides; the upper of two shows its leader.
        self._order = sorted(range(rows), key=lambda row: (abs(row - (rows - 1) / 2), -row))

    def take(self, row: int, start: float, end: float, leader: float) -> None:
        """Take a slot without asking."""
        slot, line = self._bits(start, end), self._line(leader)
        self._text[row] |= slot
        self._taken[row] |= slot
        for below in range(row):
            self._taken[below] |= line

    def find(self, start: float, end: float, leader: float, wish: int | None = None) -> int | None:
        """Take a free slot in the row wished for, or else in any; its row, or None if there is no room."""
        slot, line = self._bits(start, end), self._line(leader)
        for row in self._order if wish is None else (wish,):
            if not self._taken[row] & slot and not any(text & line for text in self._text[:row]):
                self.take(row, start, end, leader)
                return row
        return None

    def _line(self, leader: float) -> int:
        return self._bits(leader - self._leader_gap, leader + self._leader_gap)

    def _bits(self, start: float, end: float) -> int:
        first = max(int((start + self._margin) // PIXELS_A_BIT), 0)
        last = max(int(-(-(end + self._margin) // PIXELS_A_BIT)), first)
        return ((1 << (last - first)) - 1) << first
