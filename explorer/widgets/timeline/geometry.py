"""Where the parts of the canvas lie."""

from dataclasses import dataclass

HEADER = 180
RIGHT = 8
TOP = 8
BAND = 24
GAP = 8
SERIES = 150
SERIES_LEAST = 84
SERIES_SHARE = 0.17
AXIS = 35
OVERVIEW = 47
BOTTOM = 12
LANES_LEAST = 150
GRAIN = 4
"""Children lie on multiples of so many logical pixels: whole device pixels at every ratio in quarters."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the canvas is divided: lengths in logical pixels at 100 % text.

    Without ``names`` the left margin has no room for words: no names of lanes, eras and figures stand there,
    and no menus. Without an ``overview`` there is no strip at the foot.
    """

    header: float = HEADER
    right: float = RIGHT
    top: float = TOP
    band: float = BAND
    series_least: float = SERIES_LEAST
    series_share: float = SERIES_SHARE
    series_most: float = SERIES
    axis: float = AXIS
    overview: float = OVERVIEW
    bottom: float = BOTTOM
    lanes_least: float = LANES_LEAST
    names: bool = True


WINDOW = Plan()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in device pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Geometry:
    """All boxes share the plot's x and width: one x axis for bands, lanes, series, ticks and overview.

    ``ratio`` is device pixels a logical pixel, ``unit`` device pixels a logical pixel of text at its scale.
    ``names`` tells whether words stand in the left margin.
    """

    width: int
    height: int
    ratio: float
    unit: float
    band_rows: int
    bands: Box
    lanes: Box
    series: Box
    axis: Box
    overview: Box
    names: bool = True

    @property
    def band_height(self) -> int:
        """Height of one row of eras."""
        return self.bands.height // max(self.band_rows, 1)

    def px(self, length: float) -> int:
        """A length that grows with the text, given for 100 %, in device pixels."""
        return round(length * self.unit)

    def line(self, length: float = 1.0) -> int:
        """A hair line's width: it grows with the screen and not with the text."""
        return max(round(length * self.ratio), 1)

    @classmethod
    def of(
        cls,
        width: int,
        height: int,
        ratio: float,
        scale: float,
        *,
        band_rows: int,
        series: bool,
        plan: Plan = WINDOW,
    ) -> "Geometry":
        """Lay the canvas out. ``width`` and ``height`` are logical pixels, ``scale`` is that of the text."""

        def grain(length: float) -> int:
            return GRAIN * max(round(length / GRAIN), 1)

        def device(length: float) -> int:
            return round(length * ratio)

        left = grain(plan.header * scale)
        plot = max(width - left - round(plan.right), GRAIN) // GRAIN * GRAIN
        band_row = grain(plan.band * scale)
        bands = band_row * band_rows
        top = round(plan.top)
        lanes_top = top + bands + (GAP if bands else 0)
        wanted = max(height * plan.series_share, plan.series_least * scale)
        tall = grain(min(wanted, plan.series_most * scale)) if series else 0
        axis, overview = grain(plan.axis * scale), grain(plan.overview * scale) if plan.overview else 0
        below = tall + axis + overview + round(plan.bottom)
        if tall and height - lanes_top - below < plan.lanes_least * scale:
            below, tall = below - tall, 0
        lanes = max(height - lanes_top - below, GRAIN) // GRAIN * GRAIN

        def box(top: int, length: int) -> Box:
            return Box(device(left), device(top), device(plot), device(length))

        return cls(
            width=device(width),
            height=device(height),
            ratio=ratio,
            unit=ratio * scale,
            band_rows=band_rows,
            bands=box(top, bands),
            lanes=box(lanes_top, lanes),
            series=box(lanes_top + lanes, tall),
            axis=box(lanes_top + lanes + tall, axis),
            overview=box(lanes_top + lanes + tall + axis, overview),
            names=plan.names,
        )
