"""The strip at the foot: all of time, with the frame of what is in view."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from explorer.timeline.overview import overview
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.timeline import Stage
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.geometry import Box
from explorer.widgets.timeline.scene import Scene

PAD = 6
MARK = 2
SPAN = 2
REACH_LEAST, REACH_STEP = 3.0, 2.2
"""Height of a mark of importance 1, and what each further step adds."""
MOST_IMPORTANT = 5
SHORTEST = 6
VEIL = 0.55
ROUND = 4
FRAME_PEN = 2.0
LABEL_X = 21


class OverviewPainter:
    """Keeps the marks as two pictures, one of them under a veil; only the frame is painted anew."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._marks = QPixmap()
        self._veiled = QPixmap()
        self._made_for: tuple[object, ...] = ()
        self.waiting = False
        """Whether the marks are those of before a change, to be made anew with the next paint."""

    def paint(self, painter: QPainter, scene: Scene, whole: Viewport) -> None:
        """The marks, under the veil where they are out of view, and the frame."""
        geometry, theme = scene.geometry, scene.theme
        box = geometry.overview
        self._make(scene, whole, box)
        left, right = frame_columns(scene.frame.viewport, whole)
        first, last = round(left), round(right)
        painter.drawPixmap(box.x, box.y, self._veiled)
        seen, end = max(first, 0), min(last, box.width)
        if seen < end:
            painter.drawPixmap(box.x + seen, box.y, self._marks, seen, 0, end - seen, box.height)
        pen = FRAME_PEN * geometry.ratio
        least = max(last - first, round(4 * geometry.ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(box.x + first, box.y, least, box.height).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(inner, ROUND * geometry.ratio, ROUND * geometry.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        word = scene.lettering.pixmap(self._label, theme.colour("muted"), 12)
        painter.drawPixmap(geometry.px(LABEL_X), box.y + (box.height - word.height()) // 2, word)

    def _make(self, scene: Scene, whole: Viewport, box: Box) -> None:
        stage: Stage = scene.stage
        theme: Theme = scene.theme
        key = (stage.index, id(stage.visible), whole, box, theme)
        # A change of events or of the filter shows in the lanes first.
        only_events = key[2:] == self._made_for[2:] and key != self._made_for
        self.waiting = only_events and not self.waiting
        if key == self._made_for or self.waiting:
            return
        self._made_for = key
        geometry = scene.geometry
        unit = geometry.ratio
        found = overview(stage.index, whole, SHORTEST * unit, stage.visible)
        lanes = max(len(stage.lanes), 1)
        room = box.height - 2 * PAD * unit
        pixels = np.full((box.height, box.width), theme.colour("band").rgba(), np.uint32)
        middles = [PAD * unit + (lane + 0.5) * room / lanes for lane in range(lanes)]
        lines = [theme.blend(colour, 0.6, "band").rgba() for colour in scene.lane_colours]
        thick, wide = geometry.line(SPAN), geometry.line(MARK)
        for lane, x0, x1 in zip(found.span_lane, found.span_x0, found.span_x1, strict=True):
            y, left = round(middles[lane] - SPAN * unit / 2), round(x0)
            pixels[max(y, 0) : y + thick, left : left + max(round(x1 - x0), 1)] = lines[lane]
        for importance in range(1, MOST_IMPORTANT + 1):
            height = round((REACH_LEAST + REACH_STEP * importance) * unit)
            for lane, colour in enumerate(scene.lane_colours[: len(stage.lanes)]):
                chosen = found.x[(found.importance == importance) & (found.lane == lane)]
                y = min(max(round(middles[lane] - height / 2), 0), max(box.height - height, 0))
                columns = np.minimum(chosen[:, None] + np.arange(wide), box.width - 1).ravel()
                pixels[y : y + height, columns] = colour.rgba()
        kind = QImage.Format.Format_ARGB32_Premultiplied
        # A copy: the image does not keep the array.
        picture = QImage(pixels.data, box.width, box.height, 4 * box.width, kind).copy()
        self._marks = QPixmap.fromImage(picture)
        self._veiled = QPixmap(self._marks)
        veil = theme.colour("canvas").toRgb()
        veil.setAlphaF(VEIL)
        with QPainter(self._veiled) as painter:
            painter.fillRect(self._veiled.rect(), veil)


def frame_columns(view: Viewport, whole: Viewport) -> tuple[float, float]:
    """Left and right column of the frame in the strip."""
    return whole.x(view.start), whole.x(view.end)
