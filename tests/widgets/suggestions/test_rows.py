from PySide6.QtCore import Qt

from explorer.widgets.suggestions.rows import OfferRole, OfferRows


def test_a_row_says_all_of_a_suggestion(desk):
    rows = OfferRows(desk.model)
    desk.find()
    rows.show(desk.model.state)
    index = rows.index(2)
    assert rows.rowCount() == len(desk.model.state.offers)
    assert index.data(OfferRole.OFFER) is desk.model.state.offers[2]
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("March 1913", "as stated", "In March 1913 the council answered", "Joe Biden"):
        assert words in spoken
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "The source says “March 1913”."


def test_only_a_new_event_has_a_title_to_write(desk):
    rows = OfferRows(desk.model)
    desk.find()
    rows.show(desk.model.state)
    editable = [
        bool(rows.flags(rows.index(row)) & Qt.ItemFlag.ItemIsEditable) for row in range(rows.rowCount())
    ]
    assert editable == [one.event is None for one in desk.model.state.offers]
    assert rows.setData(rows.index(0), "Mine")
    assert desk.model.state.offers[0].title == "Mine"
    assert not rows.setData(rows.index(0), 7)


def test_where_only_one_has_changed_the_list_is_not_made_anew(desk, qtbot):
    rows = OfferRows(desk.model)
    desk.find()
    rows.show(desk.model.state)
    resets, changed = [], []
    rows.modelReset.connect(resets.append)
    rows.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    desk.model.rename(1, "Mine")
    rows.show(desk.model.state)
    assert resets == []
    assert changed == [1]
