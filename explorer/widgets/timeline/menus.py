"""The two small menus in the left margin: which eras, and which figures."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from explorer.viewmodels.timeline import TimelineModel
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.wording import Wording

SIDE = 20
CHEVRON = 3.5
"""Half the width of the chevron; it is half as high, like that of our icons."""
CHEVRON_PEN = 1.3


class MarginMenu(QToolButton):
    """A small button with a menu that is filled each time it opens."""

    def __init__(self, name: str, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._chevron = QPixmap()
        self.setProperty("role", "menu")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setMenu(QMenu(self))
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def place(self, x: float, middle: float) -> None:
        """Put its middle at a height; ``x`` is its left edge. Logical pixels."""
        self.move(QPoint(round(x), round(middle - self.height() / 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small chevron, and the button as the style draws it where it is more than that."""
        if self.hasFocus() or self.underMouse() or self.isDown():
            super().paintEvent(event)
        if self._chevron.devicePixelRatio() != self.devicePixelRatioF():
            self._chevron = self._drawn()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._chevron)

    def _drawn(self) -> QPixmap:
        """The chevron in the middle of a picture as large as the button."""
        theme, ratio = self._look.theme, self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        half, middle = CHEVRON * theme.scale, QPointF(self.width() / 2, self.height() / 2)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(theme.colour("muted"), CHEVRON_PEN * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corners = ((-half, -half / 2), (0, half / 2), (half, -half / 2))
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        return made

    def _dress(self, theme: Theme) -> None:
        self.setFixedSize(theme.size(SIDE), theme.size(SIDE))
        self._chevron = self._drawn()


class MarginMenus:
    """Builds both menus and puts them into their places."""

    def __init__(self, timeline: TimelineModel, look: ThemeHolder, wording: Wording, parent: QWidget) -> None:
        self._timeline = timeline
        self._wording = wording
        self._parent = parent
        self.bands = MarginMenu(parent.tr("Choose the rows of eras"), look, parent)
        self.series = MarginMenu(parent.tr("Choose the figures drawn below the lanes"), look, parent)
        self.bands.menu().aboutToShow.connect(self.fill_bands)
        self.series.menu().aboutToShow.connect(self.fill_series)
        self.bands.menu().triggered.connect(self._toggle_band)
        self.series.menu().triggered.connect(self._toggle_series)

    def place(self, geometry: Geometry, bands: QPointF, series: QPointF) -> None:
        """Behind the names of the eras and of the figures; gone where there is nothing to choose.

        ``bands`` and ``series`` are the ends of these names, half-way up, in device pixels.
        """
        stage = self._timeline.stage
        self.bands.place(bands.x() / geometry.ratio, bands.y() / geometry.ratio)
        self.series.place(series.x() / geometry.ratio, series.y() / geometry.ratio)
        named = stage is not None and geometry.names
        self.bands.setVisible(named and bool(self._timeline.bands))
        self.series.setVisible(
            named and stage is not None and bool(stage.contents.series) and geometry.series.height > 0
        )

    def fill_bands(self) -> None:
        """One entry a row of eras."""
        menu, stage = self.bands.menu(), self._timeline.stage
        menu.clear()
        if stage is None:
            return
        for name in self._timeline.bands:
            entry = menu.addAction(self._wording.band(name))
            entry.setCheckable(True)
            entry.setChecked(name in stage.bands)
            entry.setData(name)

    def fill_series(self) -> None:
        """One entry a series, by unit: those of one unit share a scale."""
        menu, stage = self.series.menu(), self._timeline.stage
        menu.clear()
        if stage is None:
            return
        menu.setToolTipsVisible(True)
        shown = {series.slug for series in stage.series}
        for unit in dict.fromkeys(series.unit for series in stage.contents.series):
            menu.addSection(unit)
            for series in (one for one in stage.contents.series if one.unit == unit):
                entry = menu.addAction(series.title)
                entry.setCheckable(True)
                entry.setChecked(series.slug in shown)
                entry.setToolTip(self._parent.tr("Source: {source}").format(source=series.source))
                entry.setData(series.slug)

    def _toggle_band(self, entry: QAction) -> None:
        stage = self._timeline.stage
        if stage is not None:
            chosen = set(stage.bands) ^ {entry.data()}
            self._timeline.choose_bands(tuple(chosen))

    def _toggle_series(self, entry: QAction) -> None:
        self._timeline.toggle_series(entry.data())
