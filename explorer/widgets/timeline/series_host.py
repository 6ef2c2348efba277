"""Keeps the plot of the series in its place on the canvas, and says what the pointer finds there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor

from explorer.domain.event import Status
from explorer.domain.series import Observation, Series
from explorer.domain.words import in_words
from explorer.viewmodels.timeline import TimelineModel
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.figures import ValueScales, full_value, observed
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.series_lane import legend_name, series_colours

if TYPE_CHECKING:
    from explorer.widgets.timeline.series import SeriesPlot
    from explorer.widgets.timeline.view import TimelineView

Found = list[tuple[Series, QColor, Observation]]


class SeriesHost:
    """Has pyqtgraph loaded once the first frame stands: the reader need not wait for it to see the rest."""

    def __init__(self, timeline: TimelineModel, view: "TimelineView") -> None:
        self._timeline = timeline
        self._view = view
        self._plot: SeriesPlot | None = None
        self._shown: tuple[object, ...] = ()

    @property
    def plot(self) -> "SeriesPlot | None":
        """The plot, once there was something to draw."""
        return self._plot

    def lay_out(self, geometry: Geometry, theme: Theme) -> None:
        """Put the plot over the series' box; draw other series where they were changed."""
        stage = self._timeline.stage
        if stage is None or not stage.series or not geometry.series.height:
            if self._plot is not None:
                self._plot.hide()
            return
        if self._plot is None:
            return
        scales = self._view.picture.value_scales
        shown = (stage.series, scales, stage.check, theme, geometry.ratio)
        if shown != self._shown and scales is not None:
            colours = series_colours(theme, stage.series)
            self._plot.show_series(stage.series, colours, scales, stage.check, theme, geometry.ratio)
            self._shown = shown
        box, ratio = geometry.series, geometry.ratio
        self._plot.setGeometry(
            QRect(
                round(box.x / ratio),
                round(box.y / ratio),
                round(box.width / ratio),
                round(box.height / ratio),
            )
        )
        self._plot.show()
        self._plot.lower()
        self.follow()

    def begin(self) -> None:
        """Make the plot; called when the canvas has been painted for the first time."""
        if self._plot is None:
            from explorer.widgets.timeline.series import SeriesPlot

            self._plot = SeriesPlot(self._view)
            self._plot.hide()

    def follow(self) -> None:
        """Lock the plot's ranges to the canvas' x axis and value scale."""
        scale = self._view.picture.value_scale
        if self._plot is not None and scale is not None and not self._plot.isHidden():
            shift = -self._view.pixel_shift().x()
            self._plot.look_at(self._view.viewport_model.viewport, scale, self._view.picture.geometry, shift)

    def point_out(self, place: QPointF | None, theme: Theme) -> bool:
        """Show the figures of the period under the pointer; False where there are none."""
        stage, plot, scales = self._timeline.stage, self._plot, self._view.picture.value_scales
        if stage is None or plot is None or scales is None or plot.isHidden():
            return False
        found: Found = []
        if place is not None:
            day = self._view.day_at(place.x())
            pairs = zip(stage.series, series_colours(theme, stage.series), strict=True)
            found = [(series, colour, one) for series, colour in pairs for one in observed(series, day)]
        plot.point_out([_dot(series, one, colour, scales) for series, colour, one in found], theme)
        if not found or place is None:
            return False
        first = found[0][2]
        strong = self._view.tr("{period}: {value}").format(
            period=in_words(first.period), value=self._figure(first)
        )
        lines = [self._line(series, one, stage.series) for series, _, one in found[1:]]
        sources = dict.fromkeys(one.source for _, _, one in found)
        lines += [self._view.tr("Source: {source}").format(source=source) for source in sources]
        self._view.card.show_at(self._view.logical_point(place), strong, "\n".join(lines))
        return True

    def _line(self, series: Series, observation: Observation, shown: Sequence[Series]) -> str:
        name = legend_name(series, shown)
        if observation.line:
            name = self._view.tr("{series}, {line}").format(series=name, line=observation.line)
        return self._view.tr("{name}: {value}").format(name=name, value=self._figure(observation))

    def _figure(self, observation: Observation) -> str:
        value = full_value(observation.value)
        if observation.status == Status.CHECKED:
            return value
        return self._view.tr("{value} (not checked)").format(value=value)


def _dot(
    series: Series, observation: Observation, colour: QColor, scales: ValueScales
) -> tuple[float, float, QColor]:
    """Where a figure stands on the plot, which has the values of the first scale."""
    factor, offset = scales.on_first(series.unit)
    return (observation.start + observation.end) / 2, observation.value * factor + offset, colour
