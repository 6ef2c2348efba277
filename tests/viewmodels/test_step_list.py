"""The steps of a tour as rows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt

from explorer.domain.tour import Show, Step, Tour
from explorer.viewmodels.step_list import DRAGGED, Move, StepListModel, StepRole, range_words
from explorer.viewmodels.tours import ToursState


def step(id_, title):
    return Step(id_, title, "2020", "2021-06", (), "", (), None, None, None, Show.VIEW, "Said.", "")


STEPS = tuple(
    step(id_, title) for id_, title in ((11, "One"), (12, "<b>Two</b>"), (13, "Three"), (14, "Four"))
)
TOUR = Tour(1, "u", "t", "Tour", "", 5, STEPS)


@pytest.fixture
def model(qapp):
    made = StepListModel()
    made.show_state(ToursState((TOUR,), TOUR, STEPS[0]))
    return made


def dropped(model, row, before):
    """What is asked for when the step of a row is let go before another."""
    asked = []
    model.move_asked.connect(asked.append)
    data = model.mimeData([model.index(row)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())
    return asked


@pytest.mark.parametrize(
    ("row", "before", "position"), [(0, 3, 2), (3, 0, 0), (0, 4, 3), (1, -1, 3), (2, 2, None), (2, 3, None)]
)
def test_a_drop_asks_for_a_place(model, row, before, position):
    assert dropped(model, row, before) == ([] if position is None else [Move(STEPS[row].id, position)])


def test_what_is_no_step_of_this_tour_is_not_taken(model):
    asked = []
    model.move_asked.connect(asked.append)
    foreign = QMimeData()
    foreign.setText("12")
    gone = QMimeData()
    gone.setData(DRAGGED, b"99")
    for data in (foreign, gone):
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert asked == []


def test_rows_can_be_dragged_only_where_the_library_can_be_changed(model):
    def drags():
        return bool(model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled)

    assert drags()
    model.show_state(ToursState((TOUR,), TOUR, STEPS[0], read_only=True))
    assert not drags()


def test_a_row_says_what_it_is(model):
    index = model.index(1)
    assert index.data() == "<b>Two</b>"
    assert index.data(StepRole.STEP) is STEPS[1]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Step 2 of 4. <b>Two</b>. 2020 – Jun 2021"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("&lt;b&gt;Two&lt;/b&gt;<br>")


def test_rows_stay_where_only_a_text_changed(model):
    reset = []
    model.modelReset.connect(lambda: reset.append(1))
    changed = replace(TOUR, steps=(replace(STEPS[0], title="Won"), *STEPS[1:]))
    model.show_state(ToursState((changed,), changed, changed.steps[0]))
    assert model.index(0).data() == "Won"
    assert reset == []
    model.show_state(ToursState((changed,), replace(changed, steps=STEPS[1:]), STEPS[1]))
    assert (reset, model.row_of(STEPS[1]), model.row_of(STEPS[0])) == ([1], 0, -1)


def test_a_view_that_is_no_date_is_shown_as_it_is_written():
    assert range_words(replace(STEPS[0], view_start="soon")) == "soon – 2021-06"
    assert range_words(replace(STEPS[0], view_end="2020")) == "2020"
