"""The journey in a real window: X events from a mouse and a keyboard, nothing called from inside."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from explorer.store import reads
from explorer.viewmodels.pages import Page
from explorer.viewmodels.settings import SettingsModel
from tests.support.screen import Screen

SIZE = (1600, 1000)


def place_of(session, slug: str) -> tuple[int, tuple[int, int]]:
    """An event's id, and the pixel of the window on which its mark stands."""
    with session.models.library.current.store.reading() as connection:
        event_id = reads.event_id(connection, slug)
    timeline = session.window.timeline
    x, y, _radius = timeline.picture.mark_of(event_id)
    point = timeline.mapTo(session.window, timeline.logical_point(QPointF(x, y)))
    return event_id, (point.x(), point.y())


def picture(path: Path) -> np.ndarray:
    """The pixels of a photograph."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def changed(before: np.ndarray, path: Path) -> float:
    """The share of pixels that are others in a later photograph."""
    return float((picture(path) != before).mean())


@pytest.mark.window
def test_with_mouse_and_keyboard_from_the_range_to_a_source_and_back(
    screen: Screen, start, root: Path, data_folder: Path, tmp_path: Path
) -> None:
    twin = start(size=SIZE)
    oxycontin, mark = place_of(twin, "oxycontin-approval")
    whole = twin.models.viewport.viewport
    with screen.app(root) as child:
        window = screen.window("Fentanyl and foreign relations")
        screen.place(window, *SIZE)
        screen.until(lambda: "yes" if screen.size(window) == SIZE else "")
        screen.click(*mark)
        screen.key("Return")
        screen.key("ctrl+1")
        for _ in range(3):
            screen.click(mark[0], mark[1], button=4)
        screen.key("ctrl+k")
        before = picture(screen.photograph(tmp_path / "before.png"))
        screen.type("Cienfuegos")
        # The list of hits covers a good part of the window; Enter means the first of them once it is there.
        screen.until(lambda: "yes" if changed(before, screen.photograph(tmp_path / "now.png")) > 0.05 else "")
        screen.key("Down")
        screen.key("Return")
        screen.key("alt+Left")
        screen.key("ctrl+q")
        assert child.wait(20) == 0
    settings = SettingsModel(data_folder / "settings.ini")
    left = settings.state(f"library/{data_folder / 'story.tlx'}")
    assert left["event"] == oxycontin
    assert left["page"] == Page.TIMELINE
    assert left["end"] - left["start"] < whole.days / 1.5
