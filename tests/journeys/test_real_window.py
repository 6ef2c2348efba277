"""The journey in a real window: X events from a mouse and a keyboard, nothing called from inside."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

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


@pytest.mark.window
def test_with_mouse_and_keyboard_from_the_range_to_a_source_and_back(
    screen: Screen, start, root: Path, data_folder: Path
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
        screen.type("Cienfuegos")
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
