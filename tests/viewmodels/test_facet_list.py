import pytest
from PySide6.QtCore import Qt

from explorer.domain.facet import CONTEXT_ONLY, FacetGroup
from explorer.viewmodels.facet_list import FacetList, FacetRole
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


def column(rows: FacetList, role: int) -> list:
    return [rows.data(rows.index(row), role) for row in range(rows.rowCount())]


def test_themes_stand_in_the_order_of_the_lanes(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.THEME)
    names = [theme.name for theme in sorted(hunt.opened.contents.themes, key=lambda theme: theme.order)]
    assert column(rows, Qt.ItemDataRole.DisplayRole) == names
    assert sum(column(rows, FacetRole.COUNT)) == hunt.opened.index.size
    assert all(column(rows, FacetRole.SHOWN))
    assert not any(column(rows, FacetRole.CHOSEN))


def test_the_most_frequent_come_first_and_more_on_demand(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.PEOPLE, top=5)
    counts = column(rows, FacetRole.COUNT)
    assert len(counts) == 5
    assert counts == sorted(counts, reverse=True)
    hidden = rows.hidden
    rows.expand(expanded=True)
    assert (rows.rowCount(), rows.hidden) == (5 + hidden, 0)
    assert min(column(rows, FacetRole.COUNT)) > 0
    rows.narrow("xi j")
    assert column(rows, Qt.ItemDataRole.DisplayRole) == ["Xi Jinping"]
    rows.expand(expanded=False)
    assert rows.rowCount() == 5


def test_a_chosen_value_stays_in_the_list_whatever_its_count(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.PEOPLE, top=5)
    xi = hunt.entity("xi")
    hunt.facets.choose_entity(xi)
    hunt.facets.set_range("", "1970", certain=True)
    hunt.settle()
    assert hunt.facets.counts(FacetGroup.PEOPLE).of(xi.id) == 0
    row = rows.row_of(xi.id)
    assert row is not None
    assert rows.data(rows.index(row), FacetRole.CHOSEN)


def test_checking_a_row_chooses_its_value(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.THEME)
    assert rows.setData(rows.index(2), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    hunt.settle()
    assert hunt.facets.choice.of(FacetGroup.THEME) == {rows.data(rows.index(2), FacetRole.VALUE)}
    assert column(rows, FacetRole.SHOWN) == [row == 2 for row in range(rows.rowCount())]
    checked = column(rows, Qt.ItemDataRole.CheckStateRole)
    assert [state == Qt.CheckState.Checked for state in checked] == [row == 2 for row in range(len(checked))]


def test_switches_are_on_until_they_are_switched_off(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.SOURCE, switches=True)
    assert set(column(rows, Qt.ItemDataRole.CheckStateRole)) == {Qt.CheckState.Checked}
    last = rows.rowCount() - 1
    rows.toggle(last)
    hunt.settle()
    assert rows.data(rows.index(last), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert CONTEXT_ONLY not in hunt.facets.choice.of(FacetGroup.SOURCE)


def test_a_row_is_read_out_with_its_count(hunt) -> None:
    rows = FacetList(hunt.facets, FacetGroup.THEME)
    count = rows.data(rows.index(0), FacetRole.COUNT)
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == f"Law and policy, events: {count}"
