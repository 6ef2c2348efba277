"""The list twin by mouse and keyboard, on the shipped story."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from explorer.viewmodels.event_list import Column
from explorer.widgets.event_list import EventList
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def events(hunt):
    hunt.look.dress()
    made = EventList(hunt.events, hunt.selection, hunt.look)
    made.resize(980, 600)
    hunt.keep(made)
    made.setFocus()
    hunt.settle()
    return made


def caption(events):
    return events.findChild(QLabel).text()


def test_all_events_are_listed_by_date(events, hunt):
    assert caption(events) == f"{hunt.events.total} of {hunt.events.total} events"
    assert events.table.model().rowCount() == hunt.events.total
    header = events.table.horizontalHeader()
    assert header.sortIndicatorSection() == Column.DATE
    assert header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder


def test_arrows_select_and_enter_asks_to_fly(events, hunt, qtbot):
    qtbot.keyClick(events.table, Qt.Key.Key_Down)
    first = hunt.selection.current
    qtbot.keyClick(events.table, Qt.Key.Key_Down)
    assert first is not None
    assert hunt.selection.current == hunt.events.event_at(events.table.currentIndex().row()) != first
    with qtbot.waitSignal(events.event_asked) as told:
        qtbot.keyClick(events.table, Qt.Key.Key_Return)
    assert told.args == [hunt.selection.current]


def test_a_selection_made_elsewhere_is_followed_and_stays_through_sorting(events, hunt):
    wanted = hunt.events.event_at(120)
    hunt.selection.select(wanted)
    assert events.table.currentIndex().row() == 120
    assert events.table.visualRect(events.table.currentIndex()).intersects(events.table.viewport().rect())
    hunt.events.sort(Column.IMPORTANCE, Qt.SortOrder.DescendingOrder)
    hunt.settle()
    assert hunt.selection.current == wanted
    assert hunt.events.event_at(events.table.currentIndex().row()) == wanted


def test_a_selected_event_that_is_filtered_away_stays_selected(events, hunt):
    wanted = hunt.events.event_at(3)
    hunt.selection.select(wanted)
    hunt.results.search("Cienfuegos")
    hunt.settle()
    assert hunt.events.row_of(wanted) is None
    assert not events.table.selectionModel().hasSelection()
    assert hunt.selection.current == wanted
    assert caption(events).endswith("events, found by the search")


def test_a_click_on_a_header_sorts(events, hunt, qtbot):
    header = events.table.horizontalHeader()
    x = header.sectionViewportPosition(Column.TITLE) + 20
    place = header.rect().center()
    place.setX(x)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hunt.settle()
    titles = [title.lower() for title in hunt.titles()]
    assert titles == sorted(titles)


def test_the_focus_alone_selects_nothing(events, hunt):
    hunt.selection.select(hunt.events.event_at(3))
    kept = hunt.selection.current
    events.table.clearFocus()
    hunt.results.search("Cienfuegos")
    hunt.settle()
    events.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert hunt.selection.current == kept


def test_an_empty_list_says_what_to_do(events, hunt):
    hunt.results.search("zzzqqq")
    hunt.settle()
    assert caption(events) == "No events to list. Clear a filter or the search to see more."


def test_titles_take_the_width_that_is_left(events, hunt):
    table = events.table
    assert sum(table.columnWidth(column) for column in Column) == table.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [420, 660, 980, 1300])
def test_no_column_but_the_title_is_ever_cut(events, hunt, qtbot, width, scale):
    hunt.look.apply("light", scale)
    events.resize(round(width * scale), 600)
    table = events.table
    qtbot.waitUntil(lambda: table.columnWidth(Column.DATE) > 100 * scale)
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert {Column.DATE, Column.TITLE} <= set(shown)
    assert sum(table.columnWidth(column) for column in shown) == table.viewport().width()
    for column in set(shown) - {Column.TITLE}:
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    assert (Column.LANE in shown) == (width > 600)
    assert (Column.EXACTNESS in shown) == (width > 900)
    assert (Column.IMPORTANCE in shown) == (width > 1000)
    hunt.look.apply("light", 1.0)


def test_the_tooltip_tells_what_has_no_room(events, hunt):
    tip = hunt.events.data(hunt.events.index(0, Column.TITLE), Qt.ItemDataRole.ToolTipRole).split("\n")
    heading = hunt.events.data(hunt.events.index(0, Column.TITLE))
    assert tip[0] == heading
    assert "exact day" in tip[1]
    assert tip[3].startswith("Importance ")


def test_tab_leaves_the_table(events, qtbot):
    qtbot.keyClick(events.table, Qt.Key.Key_Down)
    row = events.table.currentIndex().row()
    qtbot.keyClick(events.table, Qt.Key.Key_Tab)
    assert events.table.currentIndex().row() == row
