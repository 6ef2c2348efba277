"""Titles of events and the lines that lead to their marks."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter

from explorer.widgets.timeline.fragments import draw_boxes
from explorer.widgets.timeline.scene import DIM, Scene

SIZE = 12
INSIDE_SIZE = 11.5
PAD = 2
NEW_WHILE_MOVING = 24
"""New texts made in one frame of a motion; the others come with the next frames."""


def room_of(scene: Scene, at: int) -> int:
    """Device pixels that a label may take: its slot, and half of the gap after it before it is cut."""
    return int(float(scene.frame.labels.width[at]) + scene.scale.label_gap / 2)


class LabelPainter:
    """Copies the texts of labels from where they are kept."""

    def __init__(self) -> None:
        self.waiting = False
        """Whether texts were left for the next frame."""

    def paint(self, painter: QPainter, scene: Scene, crossed: NDArray[np.bool_]) -> None:
        """Leader lines, then titles; those that an arc crosses (bool[labels]) on a ground of their own."""
        self.waiting = False
        labels = scene.frame.labels
        if not len(labels.row):
            return
        self._paint_leaders(painter, scene)
        theme, lettering = scene.theme, scene.lettering
        ink, accent = theme.colour("ink"), theme.colour("accent")
        faint = theme.blend(ink, DIM)
        searching = scene.stage.lit is not None
        left, top = scene.origin
        line = scene.geometry.line(1.5)
        ground, pad = theme.colour("canvas"), scene.geometry.line(PAD)
        allowance = NEW_WHILE_MOVING if scene.moving else len(labels.row)
        known = scene.stage.index.id[labels.row]
        for at, event_id in enumerate(known):
            title = scene.titles.label(int(event_id))
            if title is None:
                continue
            lit, bold, inside = bool(labels.lit[at]), bool(labels.bold[at]), bool(labels.inside[at])
            colour, size = (ink if lit else faint), INSIDE_SIZE if inside else SIZE
            width = room_of(scene, at)
            text = lettering.kept(title, colour, size, bold=bold, width=width)
            if text is None:
                if not allowance:
                    self.waiting = True
                    continue
                allowance -= 1
                text = lettering.pixmap(title, colour, size, bold=bold, width=width)
            x = left + float(labels.x[at])
            if labels.flipped[at]:
                x += float(labels.width[at]) - text.width()
            place = QPoint(round(x), round(top + float(labels.y[at])))
            if crossed[at]:
                painter.fillRect(place.x() - pad, place.y(), text.width() + 2 * pad, text.height(), ground)
            painter.drawPixmap(place, text)
            if searching and lit:
                painter.fillRect(place.x(), place.y() + text.height() - line, text.width(), line, accent)

    @staticmethod
    def _paint_leaders(painter: QPainter, scene: Scene) -> None:
        labels = scene.frame.labels
        led = ~labels.inside
        left, top = scene.origin
        below = np.round(top + labels.y[led] + scene.lettering.height(SIZE))
        foot = np.round(top + labels.mark_y[led])
        x = np.floor(left + labels.mark_x[led])
        boxes = np.column_stack((x, below, np.full(len(x), scene.geometry.line()), foot - below))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scene.theme.colour("line"))
        draw_boxes(painter, boxes[boxes[:, 3] > 0])
