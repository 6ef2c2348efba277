"""The timeline laid out on a sheet: lanes, time and what is drawn where, in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp2, floor, log2

import numpy as np
from PySide6.QtGui import QColor

from explorer.domain.event import Era
from explorer.domain.series import Series
from explorer.services.handing_out.content import Shown
from explorer.services.handing_out.order import View
from explorer.services.libraries import OpenLibrary
from explorer.store import reads
from explorer.store.reads.standing import unchecked_ids
from explorer.timeline.bands import EraTimes, bands
from explorer.timeline.compose import compose
from explorer.timeline.frame import Bands, Frame, LaneLayout, Ticks
from explorer.timeline.lanes import lane_layout
from explorer.timeline.levels import FADE, LEVELS_AN_OCTAVE
from explorer.timeline.mask import Mask
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import ticks
from explorer.timeline.viewport import Viewport
from explorer.viewmodels import series_choice
from explorer.widgets.paper.faces import Faces
from explorer.widgets.theme import Theme

HEADER = 156
BAND = 24
GAP = 6
AXIS = 30
SERIES = 130
SERIES_LEAST = 70
SERIES_SHARE = 0.2
LEAST_PLOT = 160
LEAST_UNIT = 0.02
"""Nothing is set smaller, whatever has no room then."""
OUT_OF_SIGHT = -1_000_000
SETTLED = 0.995
"""How near to the edge of a fade the time is scaled, so that nothing is half there."""


@dataclass(frozen=True, slots=True)
class Look:
    """Faces and colours, and ``unit``: points a pixel that the timeline would have on the screen at 100 %."""

    faces: Faces
    unit: float

    @property
    def theme(self) -> Theme:
        """Colours by role."""
        return self.faces.theme

    def px(self, pixels: float) -> float:
        """A length of the screen on this sheet."""
        return pixels * self.unit


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a sheet, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """One timeline on a sheet.

    ``lanes`` are the places of the themes that are shown; ``titles`` are labels by event id; ``unchecked``
    the ids of the events shown of which date or citation was not checked. ``selected`` is a row, or None.
    The areas follow each other from the top: bands, rows, figures (of no height without series), axis.
    """

    library: OpenLibrary
    look: Look
    frame: Frame
    scale: Scale
    ticks: Ticks
    eras: tuple[Era, ...]
    era_names: tuple[str, ...]
    bands: Bands
    series: tuple[Series, ...]
    lanes: tuple[int, ...]
    colours: tuple[QColor, ...]
    titles: Mapping[int, str]
    unchecked: frozenset[int]
    selected: int | None
    lane_counts: Mapping[int, int]
    header: Area
    band_area: Area
    rows: Area
    figures: Area
    axis: Area

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.axis.bottom

    def x(self, pixels: float) -> float:
        """The point of a pixel of the frame."""
        return self.rows.x + pixels * self.look.unit

    def y(self, pixels: float) -> float:
        """The point of a row of the frame."""
        return self.rows.y + pixels * self.look.unit

    def day_x(self, day: float) -> float:
        """The point of a day number."""
        return self.x(self.frame.viewport.x(day))


def lay_out(
    library: OpenLibrary, shown: Shown, area: Area, look: Look, *, selected: int | None = None
) -> Plot:
    """Lay a view out in an area; the plot may end above its foot.

    Raises:
        ReaderError: the library cannot be read.
    """
    contents, view = library.contents, shown.view
    asked = unit = look.unit
    header = look.px(HEADER)
    width = max(floor((area.width - header) / unit), LEAST_PLOT)
    days = max(view.end - view.start, 1 / 24)
    # All of the width is used: what is settled is the scale of the lengths.
    unit *= settled(width, days)
    look = Look(look.faces, unit)
    header = look.px(HEADER)
    width = max(floor((area.width - header) / unit), LEAST_PLOT)
    viewport = Viewport(view.start, view.start + days, width)
    scale = Scale.of(1.0, 1.0, *look.faces.breadth())

    names = _bands(library, view.bands)
    eras = tuple(era for era in contents.eras if era.band in names)
    series = (
        series_choice.usual(contents.series)
        if view.series is None
        else series_choice.chosen(contents.series, view.series)
    )
    band_height = BAND * len(names)
    top = area.y + look.px(band_height + (GAP if names else 0))
    free = (area.bottom - top) / unit - AXIS
    tall = min(max(free * SERIES_SHARE, SERIES_LEAST), SERIES) if series else 0.0
    lanes = tuple(
        at for at, theme in enumerate(contents.themes) if not view.lanes or theme.id in view.lanes
    ) or tuple(range(len(contents.themes)))
    layout = _layout(library, lanes, max(int(free - tall), 1), scale)
    if layout.total > free - tall + 1 and asked > LEAST_UNIT:
        # Lanes never shrink below a row of titles each: the whole is set smaller instead.
        # Of what was asked for, not of what it was settled to: that may lead back to where it was.
        smaller = max(asked * (free + AXIS) / (layout.total + tall + AXIS) * 0.97, LEAST_UNIT)
        return lay_out(library, shown, area, Look(look.faces, smaller), selected=selected)
    frame = compose(library.index, viewport, layout, scale, Mask(shown.sieve), focus=selected)
    rows = Area(area.x + header, top, width * unit, look.px(layout.total))
    figures = Area(rows.x, rows.bottom, rows.width, look.px(tall))
    titles, unchecked = _texts(library, frame)
    return Plot(
        library=library,
        look=look,
        frame=frame,
        scale=scale,
        ticks=ticks(viewport, scale),
        eras=eras,
        era_names=names,
        bands=bands(
            viewport,
            EraTimes.of(
                [era.extent for era in eras],
                [era.flags for era in eras],
                [names.index(era.band) for era in eras],
            ),
            scale,
        ),
        series=series,
        lanes=lanes,
        colours=tuple(look.theme.event_colour(theme.colour) for theme in contents.themes),
        titles=titles,
        unchecked=unchecked,
        selected=selected,
        lane_counts=_counts(library, frame),
        header=Area(area.x, area.y, header, figures.bottom - area.y),
        band_area=Area(rows.x, area.y, rows.width, look.px(band_height)),
        rows=rows,
        figures=figures,
        axis=Area(rows.x, figures.bottom, rows.width, look.px(AXIS)),
    )


def heights(library: OpenLibrary, view: View, look: Look) -> tuple[float, float]:
    """What a view takes at least without being set smaller, and with all the rows of titles it may have."""
    lanes = [at for at, theme in enumerate(library.contents.themes) if theme.id in view.lanes]
    needed = np.asarray(library.index.rows_needed)
    needed = needed[lanes] if lanes else needed
    least, most = (lane_layout(needed, height, Scale.of()).total for height in (1, 1_000_000))
    beside = BAND * len(_bands(library, view.bands)) + GAP + AXIS
    drawn = bool(library.contents.series) and view.series != ()
    return look.px(least + beside + drawn * SERIES_LEAST), look.px(most + beside + drawn * SERIES)


def settled(width: int, days: float) -> float:
    """By how much lengths are to be scaled so that the zoom lies where no level fades into another."""
    exact = log2(width / days) * LEVELS_AN_OCTAVE
    share = exact - floor(exact)
    first = 1 - FADE
    if share <= first:
        return 1.0
    # Larger lengths make fewer pixels of the same width, smaller ones more.
    back, on = share - first * SETTLED, 1.0 - share
    return exp2(back / LEVELS_AN_OCTAVE) if back < on else exp2(-(on + 0.01) / LEVELS_AN_OCTAVE)


def _bands(library: OpenLibrary, wanted: tuple[str, ...] | None) -> tuple[str, ...]:
    there = tuple(dict.fromkeys(era.band for era in library.contents.eras))
    return there[:1] if wanted is None else tuple(name for name in there if name in wanted)


def _layout(library: OpenLibrary, lanes: tuple[int, ...], height: int, scale: Scale) -> LaneLayout:
    """The lanes that are shown; the others lie out of sight, and the filter lets nothing of them pass."""
    needed = np.asarray(library.index.rows_needed)
    chosen = np.array(lanes, np.intp)
    some = lane_layout(needed[chosen], height, scale)
    if len(chosen) == len(needed):
        return some

    def spread(values: np.ndarray, rest: int) -> np.ndarray:
        every = np.full(len(needed), rest, np.int32)
        every[chosen] = values
        return every

    return LaneLayout(
        top=spread(some.top, OUT_OF_SIGHT),
        height=spread(some.height, 0),
        baseline=spread(some.baseline, OUT_OF_SIGHT),
        label_rows=some.label_rows,
        total=some.total,
        label_height=some.label_height,
        label_bottom=some.label_bottom,
        span_rows=spread(some.span_rows, 0),
        hidden_rows=spread(some.hidden_rows, 0),
        row_top=some.row_top,
        row_pitch=some.row_pitch,
    )


def _texts(library: OpenLibrary, frame: Frame) -> tuple[dict[int, str], frozenset[int]]:
    """Labels of the events that have one, and which of those drawn were not checked."""
    ids = library.index.id[frame.labels.row].tolist()
    rows = np.unique(np.concatenate((frame.labels.row, frame.discs.row, frame.bars.row)))
    drawn = set(library.index.id[rows].tolist())
    with library.store.reading() as connection:
        return reads.labels(connection, ids), frozenset(drawn.intersection(unchecked_ids(connection)))


def _counts(library: OpenLibrary, frame: Frame) -> dict[int, int]:
    """Events in view, by lane."""
    return dict(enumerate(frame.counts.by_lane[: len(library.contents.themes)]))
