"""Parts of the window are built once, and not before they are asked for."""

import pytest
from PySide6.QtWidgets import QWidget

from explorer.widgets.event_list import EventList
from explorer.widgets.sources.view import SourcesView


@pytest.fixture
def window(begin, show):
    return show(begin())


@pytest.mark.parametrize(
    ("command", "kind"), [("sources", SourcesView), ("list", EventList)], ids=["sources", "list"]
)
def test_a_page_is_built_when_it_is_turned_to_and_kept(window, command, kind):
    assert window.findChildren(kind) == []
    window.actions_of_window[command].trigger()
    (page,) = window.findChildren(kind)
    assert page.isVisible()
    window.actions_of_window["timeline"].trigger()
    window.actions_of_window[command].trigger()
    assert window.findChildren(kind) == [page]


def test_every_page_is_told_to_the_window(window, qtbot):
    parts = window.parts
    for name in ("claims", "compare"):
        with qtbot.waitSignal(parts.page_made) as made:
            page = getattr(parts, name)
        assert made.args == [page]
        assert isinstance(page.parent(), QWidget)
