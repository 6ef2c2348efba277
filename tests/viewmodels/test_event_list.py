import numpy as np
import pytest
from PySide6.QtCore import Qt

from explorer.domain.facet import FacetGroup
from explorer.timeline.rowset import RowSet
from explorer.viewmodels.event_list import Column, EventListRole
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    made.events.set_active(True)
    made.settle()
    yield made
    made.close()


def cell(hunt, row, column):
    return hunt.events.data(hunt.events.index(row, column))


def test_all_events_by_date(hunt) -> None:
    index = hunt.opened.index
    assert hunt.events.rowCount() == hunt.events.total == index.size
    days = [index.earliest[index.row_of(hunt.events.event_at(row))] for row in range(index.size)]
    assert days == sorted(days)


def test_headings_are_fetched_for_the_rows_looked_at(hunt) -> None:
    hunt.settle()
    event = hunt.events.event_at(0)
    row = hunt.events.row_of(event)
    assert cell(hunt, row, Column.TITLE) == hunt.all_titles()[event]
    assert cell(hunt, row, Column.DATE)[-4:].isdigit()
    assert cell(hunt, row, Column.EXACTNESS)
    assert hunt.events.data(hunt.events.index(row, 0), EventListRole.EVENT) == event
    short = hunt.events.data(hunt.events.index(row, Column.TITLE), EventListRole.SHORT)
    assert 0 < len(short) < len(hunt.all_titles()[event])
    lane = hunt.events.index(row, Column.LANE)
    assert hunt.events.data(lane, EventListRole.COLOUR).startswith("#")
    assert hunt.events.data(lane, Qt.ItemDataRole.AccessibleTextRole).startswith("Theme: ")


def test_sorting_by_importance_and_back(hunt) -> None:
    hunt.events.sort(Column.IMPORTANCE, Qt.SortOrder.DescendingOrder)
    hunt.settle()
    assert cell(hunt, 0, Column.IMPORTANCE) == "5"
    hunt.events.sort(Column.TITLE)
    hunt.settle()
    titles = [title.lower() for title in hunt.titles()]
    assert titles == sorted(titles)


def test_the_list_follows_filter_and_search(hunt) -> None:
    hunt.facets.toggle(FacetGroup.THEME, hunt.theme("diplomacy-mexico"))
    hunt.settle()
    by_filter = hunt.events.rowCount()
    assert by_filter == hunt.facets.state.answer.shown
    hunt.results.search("Cienfuegos")
    hunt.settle()
    assert 0 < hunt.events.rowCount() < by_filter
    assert hunt.events.searching
    hunt.results.clear()
    hunt.facets.clear()
    hunt.settle()
    assert hunt.events.rowCount() == hunt.events.total


def test_what_is_not_listed_has_no_row(hunt) -> None:
    event = hunt.events.event_at(0)
    assert hunt.events.row_of(event) == 0
    hunt.events.set_lit(RowSet.of(np.zeros(hunt.events.total, np.bool_)))
    hunt.settle()
    assert hunt.events.row_of(event) is None
    assert hunt.events.row_of(10**6) is None


def test_nothing_is_sorted_while_nobody_looks(hunt) -> None:
    hunt.events.set_active(False)
    before = hunt.events.rowCount()
    hunt.events.set_lit(RowSet.of(np.zeros(hunt.events.total, np.bool_)))
    hunt.settle()
    assert hunt.events.rowCount() == before
    hunt.events.set_active(True)
    hunt.settle()
    assert hunt.events.rowCount() == 0
