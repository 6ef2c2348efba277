import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.widgets.detail.blocks import Section
from explorer.widgets.detail.listing import Listing
from explorer.widgets.parts.tab_order import tab_stops
from explorer.widgets.theme import ThemeHolder
from tests.widgets.detail.conftest import button


@pytest.fixture
def section(qtbot: QtBot, look: ThemeHolder) -> Section:
    made = Section(look)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def listing(section: Section) -> Listing[QPushButton, str]:
    return Listing(section, lambda: QPushButton(section), QPushButton.setText)


def test_the_rest_is_shown_on_request_and_takes_the_focus(
    qtbot: QtBot, section: Section, listing: Listing[QPushButton, str]
) -> None:
    listing.fill(["a", "b", "c", "d"], ["a", "c"], "Show all 4")
    assert [each.text() for each in listing.shown] == ["a", "c"]
    section.activateWindow()
    qtbot.mouseClick(button(section, "Show all 4"), Qt.MouseButton.LeftButton)
    assert [each.text() for each in listing.shown] == ["a", "b", "c", "d"]
    qtbot.waitUntil(listing.shown[2].hasFocus)
    section.focusNextPrevChild(True)
    assert listing.shown[3].hasFocus()
    assert [stop for stop in tab_stops(section) if stop.isVisible()] == list(listing.shown)


def test_nothing_is_offered_when_all_is_shown(section: Section, listing: Listing[QPushButton, str]) -> None:
    listing.fill(["a", "b"], ["a", "b"], "Show all 2")
    assert [stop for stop in tab_stops(section) if stop.isVisible()] == list(listing.shown)
    listing.fill(["a", "b"], ["b"], "Show all 2")
    assert button(section, "Show all 2").isVisible()
