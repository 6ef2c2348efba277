"""Paints a timeline at the device pixel ratio of this process and prints where things stand, as JSON."""

import json
import sys

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.days import day_number
from tests.support.canvas import COLOURS, Desk

LEFT, TOP = 33, 17
"""Odd, so that the canvas begins between two device pixels at a ratio of 1.5."""


def main() -> None:
    """Print the findings."""
    app = QApplication(sys.argv[:1])
    desk = Desk()
    desk.look.dress()
    window = QWidget()
    window.resize(1100, 760)
    view = desk.view(1003, 700)
    view.setParent(window)
    view.move(LEFT, TOP)
    window.show()
    while (plot := view.findChild(QWidget, "series")) is None or not plot.isVisible():
        # The plot is made after the first frame.
        app.processEvents()
    found = {"ratio": window.devicePixelRatioF(), "views": [probe(window, view, desk)]}
    desk.viewport.show(float(day_number(2005)), float(day_number(2020)))
    app.processEvents()
    found["views"].append(probe(window, view, desk))
    print(json.dumps(found))
    window.close()
    QTimer.singleShot(0, app.quit)
    app.exec()


def probe(window: QWidget, view: QWidget, desk: Desk) -> dict:
    """Colours and columns of one picture. Columns count from the left edge of the plot."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = (
        np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
        & 0xFFFFFF
    )
    picture, ratio = view.picture, view.devicePixelRatioF()
    geometry, frame = picture.geometry, picture.scene().frame
    x0 = round(LEFT * ratio) + geometry.lanes.x
    y0 = round(TOP * ratio)
    theme = desk.look.theme

    def colour(x: float, y: float) -> str:
        return f"#{pixels[y0 + int(y), x0 + int(np.floor(x))]:06X}"

    def columns(y: int, wanted: str) -> list[int]:
        row = pixels[y0 + y, x0 : x0 + geometry.lanes.width]
        return np.flatnonzero(row == int(wanted[1:], 16)).tolist()

    discs = [
        (colour(x, geometry.lanes.y + y), COLOURS[lane])
        for x, y, lane, hollow in zip(
            frame.discs.x, frame.discs.y, frame.discs.lane, frame.discs.hollow, strict=True
        )
        if not hollow and 4 < x < geometry.lanes.width - 4
    ]
    ticks = picture.scene().ticks
    marked = columns(geometry.axis.y + geometry.px(2), theme.colour("muted").name())
    edges = [
        int(np.floor(desk.viewport.viewport.x(era.extent.likely_start))) for era in picture.scene().stage.eras
    ]
    gap = geometry.lanes.y + geometry.px(1)
    plot = view.findChild(QWidget, "series")
    days = np.linspace(desk.viewport.viewport.start, desk.viewport.viewport.end, 7)
    corner = plot.mapTo(window, plot.rect().topLeft()).x() * ratio
    scene_x = [plot.box.mapViewToScene(QPointF(day, 0)).x() * ratio + corner - x0 for day in days]
    whole = picture.whole
    middle = geometry.overview.y + geometry.overview.height // 2
    return {
        "discs": discs,
        "ticks": [
            int(x)
            for x, major in zip(ticks.x, ticks.major, strict=True)
            if major and 0 <= x < geometry.lanes.width
        ],
        "marked": marked,
        "line": geometry.line(),
        "edges": [edge for edge in edges if 0 < edge < geometry.lanes.width],
        "grid": columns(gap, theme.colour("grid").name()),
        "series": scene_x,
        "expected": [desk.viewport.viewport.x(day) for day in days],
        "frame": [whole.x(desk.viewport.viewport.start), whole.x(desk.viewport.viewport.end)],
        "accent": columns(middle, theme.colour("accent").name()),
    }


if __name__ == "__main__":
    main()
