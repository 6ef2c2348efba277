from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.sources.content import Span
from explorer.widgets.sources.margin import stack

LINE = 14.0


def span(number, title):
    return Span(number, number * 10, number * 10 + 5, title, "#000000")


@given(
    st.lists(
        st.tuples(st.floats(0, 60), st.sampled_from(["", "A", "B", "C"]), st.integers(1, 3)), max_size=30
    )
)
def test_labels_never_overlap_and_never_stand_above_their_passage(rows):
    tops, at = [], 0.0
    for gap, _, _ in rows:
        at += gap
        tops.append(at)
    marks = stack(
        [span(n, title) for n, (_, title, _) in enumerate(rows)],
        [(top, 18.0) for top in tops],
        [w for _, _, w in rows],
        LINE,
    )
    assert [mark.top for mark in marks] == tops
    shown = [mark for mark in marks if mark.lines]
    for upper, lower in pairwise(shown):
        assert upper.label_top + upper.lines * LINE <= lower.label_top
    assert all(mark.label_top >= mark.top for mark in shown)


def test_a_run_of_passages_for_one_event_has_one_label():
    marks = stack([span(n, "Same") for n in range(3)], [(0, 18), (20, 18), (40, 18)], [2, 2, 2], LINE)
    assert [mark.lines for mark in marks] == [2, 0, 0]


def test_a_long_label_gives_way_to_the_one_below():
    marks = stack([span(0, "A"), span(1, "B")], [(0, 18), (20, 18)], [3, 1], LINE)
    assert [mark.lines for mark in marks] == [1, 1]
