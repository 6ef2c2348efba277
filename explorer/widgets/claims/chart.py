"""The series of a claim with the test drawn on it."""

from html import escape
from math import ceil, isfinite

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from explorer.domain.days import civil, day_number
from explorer.domain.series import Observation, Series
from explorer.timeline.drawn_check import DrawnCheck, drawn_check
from explorer.timeline.series import segments, value_axis
from explorer.viewmodels.claims import ChosenClaim
from explorer.widgets.elided import Elided
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.timeline.check_marks import BreakMarks, CheckMarks
from explorer.widgets.timeline.curves import PEN, add_segment
from explorer.widgets.timeline.figures import full_value, short_name
from explorer.widgets.timeline.series_lane import series_colours

ROOM = 0.05
"""Air before the first and behind the last figure, as a share of the time shown."""
BEHIND = 72
"""Pixels more of it behind the last one at 100 % text, for the distance worked."""
MOST_BEHIND = 0.3
TICK_GAP = 46
YEAR_WIDTH = 52
TOP_ROOM = 0.10
LINE_TINT = 0.45
"""How strongly the lines are drawn that the test does not read."""


class _Plot(pg.GraphicsView):  # type: ignore[misc]
    """A view box with two axes, without the menus and the mouse of pyqtgraph's own plots."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        # The cache would be filled with the palette's colour, and the card would not show through.
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.box = pg.ViewBox(border=None, enableMouse=False, enableMenu=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.left = pg.AxisItem("left", linkView=self.box)
        self.bottom = pg.AxisItem("bottom", linkView=self.box)
        parts = pg.GraphicsLayout()
        parts.layout.setSpacing(0)
        parts.layout.setContentsMargins(0, 0, 0, 0)
        parts.addItem(self.left, 0, 0)
        parts.addItem(self.box, 0, 1)
        parts.addItem(self.bottom, 1, 1)
        self.setCentralItem(parts)

    def dress(self, theme: Theme) -> None:
        """Take colours, type and room from the theme."""
        for axis in (self.left, self.bottom):
            axis.setPen(pg.mkPen(theme.colour("line")))
            axis.setTextPen(pg.mkPen(theme.colour("muted")))
            axis.setTickFont(theme.font(11))
            axis.setStyle(tickLength=0, tickTextOffset=theme.size(6))
        self.bottom.setHeight(theme.size(24))
        self.left.setWidth(theme.size(60))


class ClaimChart(QFrame):
    """A plot on axes of its own: it shows the whole series, whatever the timeline shows."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen: ChosenClaim | None = None
        self.setProperty("role", "card")
        self.title = Elided("strong", self)
        self._legend = QLabel(self)
        self._legend.setProperty("role", "note")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._nothing = Words("muted", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plot = _Plot(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self._nothing)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self._legend)
        self._column.addLayout(self._stack, 1)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def check(self) -> DrawnCheck | None:
        """The test as it is drawn."""
        series = self._chosen.shown_series if self._chosen is not None else ()
        judgement = self._chosen.judgement if self._chosen is not None else None
        return None if judgement is None or not series else drawn_check(judgement, series[0].unit)

    def show_claim(self, chosen: ChosenClaim | None) -> None:
        """Draw a claim; None for an empty plot."""
        self._chosen = chosen
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many ticks as there is room for."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        box = self.plot.box
        box.clear()
        chosen = self._chosen
        series = () if chosen is None else chosen.shown_series
        if chosen is None or not _points(series):
            self.title.say("")
            self._legend.hide()
            self._nothing.setText("" if chosen is None else self.tr("No series of this library can test it."))
            self._stack.setCurrentWidget(self._nothing)
            return
        theme, check = self._look.theme, self.check
        self.title.say(" · ".join(one.title for one in series))
        self.setAccessibleName(self._described(chosen))
        self._stack.setCurrentWidget(self.plot)
        colours = series_colours(theme, series)
        self._name_lines(series)
        width = PEN * self.devicePixelRatioF() * theme.stroke
        read = {one.line for one in self._read()}
        for one, colour in zip(series, colours, strict=True):
            for segment in segments(one.observations):
                strong = not read or segment.line in read
                tint = colour if strong else theme.blend(colour, LINE_TINT, "paper")
                add_segment(box, one, segment, tint, theme, width, area=False)
        if any(one.breaks for one in series):
            box.addItem(BreakMarks(series, theme, "paper"), ignoreBounds=True)
        if check is not None:
            box.addItem(CheckMarks(check, theme, "paper"), ignoreBounds=True)
        self._scale(series, check, theme)

    def _described(self, chosen: ChosenClaim) -> str:
        words = self.tr("Plot of {series}; {sum}")
        named = ", ".join(one.title for one in chosen.shown_series)
        return words.format(series=named, sum=chosen.worked.sum or chosen.worked.outcome.reason)

    def _name_lines(self, series: tuple[Series, ...]) -> None:
        theme = self._look.theme
        colours = series_colours(theme, series)
        named = [
            _coloured(short_name(one), theme.text_colour(colour.name(), "paper"))
            for one, colour in zip(series, colours, strict=True)
        ]
        if len(series) == 1:
            # The lines that the test reads are strong, the others pale.
            read = dict.fromkeys(one.line for one in self._read() if one.line)
            others = [line for line in series[0].lines if line and line not in read]
            strong = theme.text_colour(colours[0].name(), "paper")
            named = [_coloured(line.replace("-", " "), strong) for line in read]
            named += [_coloured(line.replace("-", " "), theme.colour("muted")) for line in others]
        self._legend.setText(" &nbsp; ".join(named))
        self._legend.setVisible(len(named) > 1)

    def _read(self) -> tuple[Observation, ...]:
        judgement = None if self._chosen is None else self._chosen.judgement
        return () if judgement is None else judgement.figures

    def _scale(self, series: tuple[Series, ...], check: DrawnCheck | None, theme: Theme) -> None:
        """Set both ranges and their ticks: nothing moves by itself."""
        box = self.plot.box
        points = _points(series)
        first = min((point.start + point.end) / 2 for point in points)
        last = max((point.start + point.end) / 2 for point in points)
        span = max(last - first, 366.0)
        behind = min(theme.size(BEHIND) / max(self.plot.width(), 1), MOST_BEHIND)
        first, last = first - ROOM * span, last + (ROOM + behind) * span
        values = [point.value for point in points] + list(check.values if check is not None else ())
        height = max(self.plot.height() - theme.size(30), 60)
        axis = value_axis(values, height, theme.size(TICK_GAP))
        top = max(axis.high, max(values) + (max(values) - axis.low) * TOP_ROOM)
        box.setRange(xRange=(first, last), yRange=(axis.low, top), padding=0, disableAutoRange=True)
        grid = pg.mkPen(theme.colour("grid"), width=1)
        for value in axis.ticks:
            line = pg.InfiniteLine(pos=value, angle=0, pen=grid, movable=False)
            line.setZValue(-10)
            box.addItem(line, ignoreBounds=True)
        self.plot.left.setTicks([[(value, full_value(value)) for value in axis.ticks]])
        self.plot.bottom.setTicks([self._years(first, last, theme)])

    def _years(self, first: float, last: float, theme: Theme) -> list[tuple[float, str]]:
        begin, end = civil(first)[0] + 1, civil(last)[0]
        room = max(self.plot.width() / theme.size(YEAR_WIDTH), 1.0)
        wanted = (end - begin + 1) / room
        step = next((size for size in (1, 2, 5, 10, 20, 50, 100) if size >= wanted), ceil(wanted))
        years = np.arange(ceil(begin / step) * step, end + 1, step).tolist()
        return [(float(day_number(year)), str(year)) for year in years]

    def _dress(self, theme: Theme) -> None:
        room = theme.size(16)
        self._column.setContentsMargins(room, theme.size(12), room, theme.size(8))
        self._column.setSpacing(theme.size(4))
        self.plot.dress(theme)
        self._draw()


def _coloured(text: str, colour: QColor) -> str:
    return f'<span style="color:{colour.name()}">{escape(text)}</span>'


def _points(series: tuple[Series, ...]) -> list[Observation]:
    """The figures that have a place on a plot: a file of a stranger may hold endless ones."""
    return [point for one in series for point in one.observations if isfinite(point.value)]
