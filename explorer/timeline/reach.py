"""Events that reach into the view from outside it: found by length, without reading the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.distinct import distinct
from explorer.timeline.ranges import ranges

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

SHORTEST, LONGEST = -12, 64
"""Octaves of length in days: from a third of a minute to beyond an open end."""
NEAREST = 256
"""Of events other than spans that reach into the view, so many nearest to it are looked at a length and lane.

Their bars lie on top of each other, so that more would add nothing to see.
"""


@dataclass(frozen=True, eq=False, slots=True)
class ReachOrder:
    """Rows sorted by (octave of length, span or not, lane), then position: the order is cut into segments.

    An event of octave o is at most 2**o days long, so those of a segment that reach into [start, end) have
    their position in [start - 2**o, end + 2**o): a slice of the segment.
    """

    rows: Ints
    key: Floats
    """Sorted: segment * stride + position - origin."""
    length: Floats
    """Greatest length of an event by segment, in days."""
    span: NDArray[np.bool_]
    origin: float
    stride: float

    @classmethod
    def build(
        cls,
        lanes: int,
        *,
        lane: NDArray[np.integer],
        position: Floats,
        length: Floats,
        span: NDArray[np.bool_],
        rows: Ints,
    ) -> Self:
        """The order of the events in ``rows``, sorted; the columns are theirs only, ``length`` above 0."""
        octave = np.ceil(np.log2(length)).clip(SHORTEST, LONGEST).astype(np.int64)
        code = (octave * 2 + span) * lanes + lane
        order = np.lexsort((position, code))
        rows, code, where = rows[order], code[order], position[order]
        codes, segment = distinct(code)
        bounded = where[np.abs(where) < 1e11]
        origin, top = (float(bounded.min()), float(bounded.max())) if len(bounded) else (0.0, 0.0)
        stride = 2.0 ** np.ceil(np.log2(top - origin + 4))
        return cls(
            rows=rows,
            key=segment * stride + np.clip(where - origin, -1, top - origin + 1) + 1,
            length=np.exp2((codes // lanes // 2).astype(np.float64)),
            span=(codes // lanes) % 2 == 1,
            origin=origin,
            stride=stride,
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Its fields, the two numbers as one array."""
        arrays = {name: getattr(self, name) for name in ("rows", "key", "length", "span")}
        return arrays | {"scale": np.array((self.origin, self.stride))}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """What :meth:`to_arrays` was asked for."""
        origin, stride = arrays["scale"].tolist()
        return cls(arrays["rows"], arrays["key"], arrays["length"], arrays["span"], origin, stride)

    def near(self, first: float, last: float, shortest: float, most: int = NEAREST) -> Ints:
        """Rows, each once, of events longer than about ``shortest`` days that may reach into [first, last).

        Spans wherever they begin; others only if their position lies outside, and of each length and lane the
        ``most`` nearest on either side. Some of them may not reach it.
        """
        segments = np.flatnonzero(self.length >= shortest)
        length, span = self.length[segments], self.span[segments]
        others = segments[~span]
        # The key is coarser than a day: a trifle is added outwards, or inwards for those outside.
        slack = self.stride * len(self.length) * 1e-15
        days = np.concatenate((first - length, last + length, np.repeat((first, last), len(others))))
        sign = np.repeat((-slack, slack, slack, -slack), (*(len(segments),) * 2, *(len(others),) * 2))
        where = np.concatenate((segments, segments, others, others)) * self.stride + sign
        where += np.minimum(np.maximum(days - self.origin + 1, 0), self.stride - 1)
        place, many, fewer = self.key.searchsorted(where), len(segments), len(others)
        low, high = place[:many], place[many : 2 * many]
        inner, outer = place[2 * many : 2 * many + fewer], place[2 * many + fewer :]
        begin = np.concatenate((low[span], np.maximum(low[~span], inner - most), np.maximum(inner, outer)))
        end = np.concatenate((high[span], inner, np.minimum(np.maximum(inner, outer) + most, high[~span])))
        rows: Ints = self.rows[ranges(begin, np.maximum(end - begin, 0))]
        return rows
