"""Puts one picture together: boxes, frame, bands and ticks, then the layers in their order."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.timeline.bands import EraTimes, bands
from explorer.timeline.frame import Frame, LaneLayout
from explorer.timeline.hit import Hit, hit
from explorer.timeline.index import EventIndex
from explorer.timeline.lanes import lane_layout
from explorer.timeline.scale import Scale
from explorer.timeline.seen import seen_part
from explorer.timeline.ticks import ticks
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.timeline.arcs import arcs_of, crossed_labels, paint_arcs, paint_arrow_heads
from explorer.widgets.timeline.axis import paint_axis
from explorer.widgets.timeline.bars import BarPainter
from explorer.widgets.timeline.density import DensityPainter
from explorer.widgets.timeline.eras import EraPainter
from explorer.widgets.timeline.figures import ValueScale, ValueScales
from explorer.widgets.timeline.geometry import WINDOW, Geometry, Plan
from explorer.widgets.timeline.ground import paint_ground, paint_lane_edges
from explorer.widgets.timeline.headers import (
    BAND_SIZE,
    NAME_SIZE,
    TEXT_X,
    HeaderPainter,
    band_name_room,
)
from explorer.widgets.timeline.labels import LabelPainter
from explorer.widgets.timeline.lettering import Lettering
from explorer.widgets.timeline.margin import MarginPainter
from explorer.widgets.timeline.marks import MarkPainter
from explorer.widgets.timeline.overview import OverviewPainter, frame_columns
from explorer.widgets.timeline.rings import RingPainter, mark_of
from explorer.widgets.timeline.scene import Related, Scene
from explorer.widgets.timeline.series_lane import (
    TEXT_TOP,
    TICK_GAP,
    heading_rows,
    legend_room,
    paint_grid,
)
from explorer.widgets.timeline.wording import Wording

SENTENCE_SIZE = 13
FOCUS_PEN = 2.0
THUMB = 4
THUMB_INSET = 2


class Picture:
    """Everything that is painted on the canvas itself, and where it stands.

    A scene is composed when it is first asked for after something has changed, however often that was.
    """

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        look: ThemeHolder,
        wording: Wording,
        plan: Plan = WINDOW,
    ) -> None:
        self.plan = plan
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._look = look
        self._wording = wording
        self._lettering = Lettering()
        self._eras = EraPainter()
        self._density = DensityPainter()
        self._bars = BarPainter()
        self._marks = MarkPainter()
        self._rings = RingPainter()
        self._labels = LabelPainter()
        self._margin = MarginPainter(HeaderPainter(wording.count, wording.hidden_rows), wording.band)
        self._overview = OverviewPainter(wording.overview)
        self._scale = Scale.of()
        self._layout: LaneLayout | None = None
        self._frame: Frame | None = None
        self._scene: Scene | None = None
        self._kept: tuple[Stage, Theme, tuple[QColor, ...], EraTimes] | None = None
        self._row: tuple[EventIndex, int | None, int | None] | None = None
        self._related: tuple[tuple[object, ...], tuple[Related, ...]] | None = None
        self.hovered: int | None = None
        self.scroll = 0
        self.value_scales: ValueScales | None = None
        self.geometry = Geometry.of(1, 1, 1.0, 1.0, band_rows=0, series=False)

    # Where things stand

    def lay_out(self, width: int, height: int, ratio: float) -> None:
        """Divide the canvas anew; logical pixels."""
        stage, theme = self._timeline.stage, self._look.theme
        self.geometry = Geometry.of(
            max(width, 1),
            max(height, 1),
            ratio,
            theme.scale,
            band_rows=len(stage.bands) if stage is not None else 0,
            series=stage is not None and bool(stage.series),
            plan=self.plan,
        )
        self._layout = None
        self._lettering.dress(theme, ratio)
        self._scale = Scale.of(theme.scale, ratio, *self._lettering.breadth(), least=theme.least)
        self.value_scales = None
        if stage is not None and self.geometry.series.height:
            gap = self.geometry.px(TICK_GAP)
            check = stage.check.values if stage.check is not None else ()
            self.value_scales = ValueScales.of(stage.series, self.geometry.series, gap, check)
        self.invalidate()
        self._viewport.set_width(self.geometry.lanes.width)
        self.scroll_to(self.scroll)

    @property
    def value_scale(self) -> ValueScale | None:
        """The scale whose numbers stand left of the series; None where none are drawn."""
        return None if self.value_scales is None else self.value_scales.first

    @property
    def whole(self) -> Viewport:
        """All there is to see, in the overview's pixels."""
        return Viewport(*self._viewport.bounds, self.geometry.overview.width)

    @property
    def frame_columns(self) -> tuple[float, float]:
        """Left and right column of the view frame in the overview."""
        return frame_columns(self._viewport.viewport, self.whole)

    @property
    def overflow(self) -> int:
        """Device pixels of the lanes that do not fit."""
        lanes = self._lanes()
        return 0 if lanes is None else max(lanes.total - self.geometry.lanes.height, 0)

    def scroll_to(self, pixels: int) -> None:
        """Scroll the lanes so far down, as far as they go."""
        wanted = min(max(pixels, 0), self.overflow)
        if wanted != self.scroll:
            self.scroll = wanted
            self.invalidate_scene()

    @property
    def thumb(self) -> tuple[float, float, float]:
        """Top and height of the scroll bar's thumb, and how far the lanes scroll for a pixel of its way."""
        box, total = self.geometry.lanes, self.geometry.lanes.height + self.overflow
        height = max(round(box.height * box.height / total), 4 * self.geometry.line(THUMB))
        way = max(box.height - height, 1)
        return box.y + round(way * self.scroll / max(self.overflow, 1)), height, self.overflow / way

    def on_scroll_bar(self, x: float, y: float) -> bool:
        """Whether a point lies beside the lanes, where they can be scrolled."""
        box = self.geometry.lanes
        return bool(self.overflow) and x >= box.right and box.y <= y < box.bottom

    def scroll_to_event(self, event_id: int) -> None:
        """Scroll as little as brings an event's lane into view."""
        row, stage, lanes = self._timeline.row_of(event_id), self._timeline.stage, self._lanes()
        if row is None or stage is None or lanes is None:
            return
        lane = int(stage.index.lane[row])
        top = int(lanes.top[lane])
        foot = top + int(lanes.height[lane])
        self.scroll_to(min(max(self.scroll, foot - self.geometry.lanes.height), top))

    def mark_of(self, event_id: int) -> tuple[float, float, float] | None:
        """Middle and radius of an event's mark on the canvas, in view or not."""
        row, scene = self._timeline.row_of(event_id), self.scene()
        return None if row is None or scene is None else mark_of(scene, row)

    def lane_rows(self, lane: int) -> tuple[int, int]:
        """First row of a lane on the canvas, and the one past its last."""
        lanes = self._lanes()
        if lanes is None:
            return (0, 0)
        top = self.geometry.lanes.y - self.scroll + int(lanes.top[lane])
        return top, top + int(lanes.height[lane])

    def menu_places(self) -> tuple[QPointF, QPointF]:
        """The ends of the names of the first row of eras and of the figures, half-way up."""
        geometry, lettering, stage = self.geometry, self._lettering, self._timeline.stage
        ends = [0.0, 0.0]
        height = lettering.height(NAME_SIZE, bold=True)
        middle = geometry.series.y + geometry.px(TEXT_TOP) + height / 2
        if stage is not None and stage.bands:
            name = lettering.advance(self._wording.band(stage.bands[0]), BAND_SIZE)
            ends[0] = min(name, band_name_room(geometry))
        if stage is not None and stage.series:
            rows = heading_rows(stage.series, geometry, lettering)
            ends[1] = min(lettering.advance(rows[-1], NAME_SIZE, bold=True), legend_room(geometry))
            middle += height * (len(rows) - 1)
        bands, series = (geometry.px(TEXT_X) + end for end in ends)
        return QPointF(bands, geometry.bands.y + geometry.band_height / 2), QPointF(series, middle)

    def in_plot(self, x: float, y: float) -> bool:
        """Whether a point lies where time can be zoomed into: bands, lanes, figures or axis."""
        box = self.geometry.lanes
        return box.x <= x < box.right and y < self.geometry.overview.y

    def hit(self, x: float, y: float, reach: float) -> Hit | None:
        """What is painted at a point of the lanes."""
        scene = self.scene()
        if scene is None or not self.geometry.lanes.contains(x, y):
            return None
        left, top = scene.origin
        return hit(scene.frame, x - left, y - top, reach * self.geometry.ratio)

    # What is seen

    @property
    def unfinished(self) -> bool:
        """Whether the last picture left texts to the next one."""
        return self._labels.waiting or self._overview.waiting

    def invalidate(self) -> None:
        """The time in view, the layout or what is shown has changed: compose anew."""
        self._frame = None
        self._scene = None

    def invalidate_scene(self) -> None:
        """Something has changed that leaves the frame as it is."""
        self._scene = None

    def scene(self) -> Scene | None:
        """All that is to be painted; None before a library is shown."""
        stage, layout = self._timeline.stage, self._lanes()
        if stage is None or layout is None:
            return None
        if self._scene is None:
            geometry, theme = self.geometry, self._look.theme
            viewport = self._viewport.viewport
            scale = self._scale
            selected = self._selected_row(stage)
            colours, eras = self._given(stage)
            if self._frame is None:
                self._frame = self._timeline.compose(viewport, layout, scale, selected)
            self._scene = Scene(
                theme=theme,
                lane_colours=colours,
                geometry=geometry,
                lettering=self._lettering,
                stage=stage,
                titles=self._timeline.titles,
                frame=self._frame,
                scale=scale,
                ticks=ticks(viewport, scale),
                bands=bands(viewport, eras, scale),
                scroll=self.scroll,
                selected=selected,
                related=self._related_rows(stage),
                hovered=self.hovered,
            )
        return self._scene

    def _selected_row(self, stage: Stage) -> int | None:
        """The row of the selected event; looked up anew for another event or index."""
        key = (stage.index, self._selection.current)
        if self._row is None or self._row[0] is not key[0] or self._row[1] != key[1]:
            self._row = *key, self._timeline.row_of(key[1])
        return self._row[2]

    def _given(self, stage: Stage) -> tuple[tuple[QColor, ...], EraTimes]:
        """The colours of the lanes and the times of the eras; made anew for another stage or theme."""
        theme = self._look.theme
        if self._kept is None or self._kept[0] is not stage or self._kept[1] is not theme:
            colours = tuple(theme.event_colour(one.colour) for one in stage.contents.themes)
            self._kept = stage, theme, colours, _era_times(stage)
        return self._kept[2:]

    def _related_rows(self, stage: Stage) -> tuple[Related, ...]:
        """The causes and effects of the selected event that are in the index; found anew when they change."""
        key = (stage.index, stage.causes, stage.effects)
        if self._related is None or self._related[0] != key:
            found = (
                (stage.index.row_of(one.event.id), leaving, one.reading)
                for leaving, related in ((False, stage.causes), (True, stage.effects))
                for one in related
            )
            self._related = key, tuple(Related(row, *how) for row, *how in found if row is not None)
        return self._related[1]

    def _lanes(self) -> LaneLayout | None:
        """Where the lanes lie; known without composing a frame."""
        stage = self._timeline.stage
        if stage is not None and self._layout is None:
            height, shown = self.geometry.lanes.height, stage.lanes_shown
            self._layout = lane_layout(stage.index.rows_needed, height, self._scale, shown)
        return None if stage is None else self._layout

    def paint(self, painter: QPainter, *, margin: bool = True, focus: bool = False) -> None:
        """Paint all layers, the left margin only if it is asked for; the painter is set to device pixels."""
        scene, geometry = self.scene(), self.geometry
        if scene is None:
            painter.fillRect(0, 0, geometry.width + 1, geometry.height + 1, self._look.theme.colour("canvas"))
            return
        paint_ground(painter, scene)
        self._eras.paint(painter, scene)
        if margin:
            self._margin.paint(painter, scene, self.value_scale)
        self._paint_lanes(painter, scene)
        if self.value_scale is not None:
            paint_grid(painter, scene, self.value_scale)
        paint_axis(painter, scene)
        if self.geometry.overview.height:
            self._overview.paint(painter, scene, self.whole)
        if focus:
            self._paint_focus(painter, scene)

    def _paint_lanes(self, painter: QPainter, scene: Scene) -> None:
        box = self.geometry.lanes
        seen = scene
        if self.overflow:
            seen = replace(scene, frame=seen_part(scene.frame, self.scroll, self.scroll + box.height))
        painter.save()
        painter.setClipRect(box.x, box.y, box.width, box.height)
        paint_lane_edges(painter, scene)
        self._density.paint(painter, seen)
        self._bars.paint(painter, seen)
        arcs = arcs_of(scene)
        paint_arcs(painter, scene, arcs)
        self._marks.paint(painter, seen)
        self._labels.paint(painter, seen, crossed_labels(seen, arcs))
        # A ring about a mark at the right edge is whole.
        painter.setClipRect(box.x, box.y, self.geometry.width - box.x, box.height)
        self._rings.paint(painter, scene)
        paint_arrow_heads(painter, scene, arcs)
        self._paint_sentence(painter, scene)
        painter.restore()
        self._paint_thumb(painter, scene)

    def _paint_sentence(self, painter: QPainter, scene: Scene) -> None:
        """A calm sentence in place of events."""
        if scene.frame.has_events:
            return
        text, box = self._wording.empty(scene.stage), self.geometry.lanes
        words = scene.lettering.pixmap(text, scene.theme.colour("muted"), SENTENCE_SIZE, width=box.width)
        pad = self.geometry.px(8)
        x, y = box.x + (box.width - words.width()) // 2, box.y + (box.height - words.height()) // 2
        ground = scene.theme.colour("canvas")
        painter.fillRect(x - pad, y - pad, words.width() + 2 * pad, words.height() + 2 * pad, ground)
        painter.drawPixmap(x, y, words)

    def _paint_thumb(self, painter: QPainter, scene: Scene) -> None:
        """How far the lanes are scrolled, where they do not fit."""
        if scene.frame.lanes.total <= self.geometry.lanes.height:
            return
        top, height, _ = self.thumb
        x = self.geometry.lanes.right + self.geometry.line(THUMB_INSET)
        colour = scene.theme.blend(scene.theme.colour("muted"), 0.5)
        painter.fillRect(QRectF(x, top, self.geometry.line(THUMB), height), colour)

    def _paint_focus(self, painter: QPainter, scene: Scene) -> None:
        """A frame about the canvas while the keyboard is here."""
        pen = FOCUS_PEN * self.geometry.ratio
        painter.setPen(QPen(scene.theme.colour("accent"), pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(
            QRectF(0, 0, self.geometry.width, self.geometry.height).adjusted(
                pen / 2, pen / 2, -pen / 2, -pen / 2
            )
        )


def _era_times(stage: Stage) -> EraTimes:
    """The eras of the rows shown, numbered as in ``stage.eras``."""
    eras = stage.eras
    return EraTimes.of(
        [era.extent for era in eras],
        [era.flags for era in eras],
        [stage.bands.index(era.band) for era in eras],
    )
