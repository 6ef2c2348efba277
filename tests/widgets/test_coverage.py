"""The window of what no passage supports."""

import pytest
from PySide6.QtWidgets import QTreeView

from explorer.domain.coverage import Gap
from explorer.widgets.parts.text import Words


@pytest.fixture
def desk(begin, show, qtbot):
    session = begin()
    window = show(session)
    window.actions_of_window["coverage"].trigger()
    tree = window.parts.coverage.findChild(QTreeView)
    qtbot.waitUntil(lambda: tree.model().rowCount() > 0)
    yield session, window, tree
    window.parts.coverage.close()


def test_what_is_listed_leads_to_its_event(desk, qtbot):
    session, window, tree = desk
    group = tree.model().index(0, 0)
    said = " ".join(each.text() for each in window.parts.coverage.findChildren(Words))
    assert "of 188." in said
    first = tree.model().index(0, 1, group)
    with qtbot.waitSignal(window.event_asked) as asked:
        tree.activated.emit(first)
    assert session.models.selection.current == asked.args[0]


def test_each_group_says_how_many_it_has(desk):
    _, _, tree = desk
    for row in range(tree.model().rowCount()):
        head = tree.model().index(row, 0)
        assert head.data().endswith(f": {tree.model().rowCount(head):,}")
        assert head.data(0x100) in {gap.value for gap in Gap}
