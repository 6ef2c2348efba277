"""The timeline on the stage: the same canvas as in the window, without the words of its margin."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.domain.series import Series
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.ruler import RulerModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.presenting.look import BASE
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.geometry import Plan
from explorer.widgets.timeline.series_lane import legend_name, series_colours
from explorer.widgets.timeline.view import TimelineView

ENOUGH = 1_000_000
"""So much room for lanes there never is: the series are not shown."""
PLAN = Plan(
    header=12,
    right=6,
    top=0,
    band=25,
    series_least=48,
    series_share=0.42,
    series_most=260,
    axis=29,
    overview=0,
    bottom=0,
    lanes_least=ENOUGH,
    names=False,
)
"""Beside :data:`BASE`, which is the size of all its text."""
WITH_FIGURES = replace(PLAN, header=62, lanes_least=0)
"""The series below the lanes, with the numbers of their scale in the margin."""
MOST_ABOVE = 2
"""Lanes that stay in sight above figures; the others one scrolls to."""
LANE = 33
"""A lane with one row of labels takes so much."""


class StageTimeline(TimelineView):
    """Takes no keys: they belong to the stage. Shows rows of eras only where the lanes leave room."""

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        area: AreaModel,
        ruler: RulerModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(timeline, viewport, selection, area, ruler, look, parent, PLAN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        timeline.changed.connect(self._make_room)

    def make_room(self) -> None:
        """Show the first row of eras where it fits, and the selected event's lane where not all do."""
        stage = self.timeline.stage
        if stage is None or not self.height():
            return
        unit = self._look.theme.least / BASE
        lanes = len(stage.lanes) if stage.lanes_shown is None else len(stage.lanes_shown)
        room = self.height() / unit - PLAN.axis
        figures = bool(stage.series) and room >= PLAN.series_least + LANE * min(lanes, MOST_ABOVE)
        self.divide(WITH_FIGURES if figures else PLAN)
        spare = room - LANE * max(lanes, 1) - (PLAN.series_least if figures else 0)
        self.timeline.choose_bands(self.timeline.bands[:1] if spare >= PLAN.band else ())
        if self.selection.current is not None:
            self.picture.scroll_to_event(self.selection.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The canvas, and over the plot what its lines are."""
        super().paintEvent(event)
        stage, box, ratio = self.timeline.stage, self.picture.geometry.series, self.picture.geometry.ratio
        if stage is None or not stage.series or not box.height:
            return
        theme = self._look.theme
        with QPainter(self) as painter:
            font, alone = theme.font(BASE, bold=True), len(stage.series) == 1
            painter.setFont(font)
            metrics = QFontMetricsF(font)
            left, top, room = box.x / ratio + theme.size(4), box.y / ratio, box.width / ratio - theme.size(8)
            for one, colour in zip(stage.series, series_colours(theme, stage.series), strict=True):
                name = _own_name(one, metrics, room) if alone else legend_name(one, stage.series)
                text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, 0))
                wide = metrics.horizontalAdvance(text)
                line = QRectF(left, top, wide, metrics.height())
                painter.fillRect(line, theme.colour("canvas"))
                painter.setPen(theme.text_colour(colour.name(), "canvas"))
                painter.drawText(line, text)
                left, room = left + wide + theme.least, room - wide - theme.least

    def _make_room(self, _stage: Stage) -> None:
        self.make_room()


def _own_name(series: Series, metrics: QFontMetricsF, room: float) -> str:
    """The title of a series, or its kind where the title is too long for the stage."""
    fits = metrics.horizontalAdvance(series.title) <= room
    return series.title if fits or not series.kind else series.kind
