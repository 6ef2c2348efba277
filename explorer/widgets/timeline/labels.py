"""Titles of events and the lines that lead to their marks."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from explorer.widgets.timeline.fragments import draw_boxes
from explorer.widgets.timeline.scene import DIM, Scene

SIZE = 12
INSIDE_SIZE = 11.5
PAD = 2
NEW_AT_ONCE = 24
"""New texts made in one frame; the others come with the next frames."""


def rooms_of(scene: Scene) -> NDArray[np.int64]:
    """Device pixels that labels may take: their slots, and half of the gap after it before they are cut."""
    rooms: NDArray[np.int64] = (scene.frame.labels.width + scene.scale.label_gap / 2).astype(np.int64)
    return rooms


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
        searching = scene.stage.lit is not None
        colours = (theme.blend(ink, DIM) if searching else ink, ink)
        left, top = scene.origin
        line = scene.geometry.line(1.5)
        ground, pad = theme.colour("canvas"), scene.geometry.line(PAD)
        allowance = NEW_AT_ONCE
        columns = (
            scene.stage.index.id[labels.row],
            left + labels.x,
            np.rint(top + labels.y).astype(np.int64),
            labels.width,
            rooms_of(scene),
            labels.lit,
            labels.bold,
            labels.inside,
            labels.flipped,
            crossed,
            labels.strength,
        )
        for event_id, x, y, width, room, lit, bold, inside, flipped, on_ground, strength in zip(
            *(column.tolist() for column in columns), strict=True
        ):
            title = scene.titles.label(event_id)
            if title is None:
                continue
            colour, size = colours[lit], INSIDE_SIZE if inside else SIZE
            text = lettering.kept(title, colour, size, bold=bold, width=room)
            if text is None:
                if not allowance:
                    self.waiting = True
                    continue
                allowance -= 1
                text = lettering.pixmap(title, colour, size, bold=bold, width=room)
            place = round(x + width - text.width() if flipped else x)
            painter.setOpacity(strength)
            if on_ground:
                painter.fillRect(place - pad, y, text.width() + 2 * pad, text.height(), ground)
            painter.drawPixmap(place, y, text)
            if searching and lit:
                painter.fillRect(place, y + text.height() - line, text.width(), line, accent)
        painter.setOpacity(1.0)

    @staticmethod
    def _paint_leaders(painter: QPainter, scene: Scene) -> None:
        labels = scene.frame.labels
        left, top = scene.origin
        boxes = np.empty((len(labels.row), 4))
        boxes[:, 0] = np.floor(left + labels.mark_x)
        boxes[:, 1] = np.rint(top + labels.y + scene.lettering.height(SIZE))
        boxes[:, 2] = scene.geometry.line()
        boxes[:, 3] = np.rint(top + labels.mark_y) - boxes[:, 1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scene.theme.colour("line"))
        drawn = (~labels.inside & (boxes[:, 3] > 0)).nonzero()[0]
        boxes, strengths = boxes[drawn], labels.strength[drawn]
        for strength in sorted(set(strengths.tolist())):
            painter.setOpacity(strength)
            draw_boxes(painter, boxes[strengths == strength])
        painter.setOpacity(1.0)
