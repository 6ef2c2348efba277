"""A claim drawn in stages."""

from explorer.app.presenting import Presentation
from explorer.domain.claim import Operation
from explorer.timeline.drawn_check import DrawnCheck
from tests.widgets.presenting.conftest import rest


def drawn(shown: Presentation) -> list[DrawnCheck]:
    """What is drawn of the test, part by part."""
    chart, talk, found = shown.window.board.chart, shown.stage.talk, []
    for _ in range(talk.state.parts):
        if chart.isVisible():
            found.append(chart.check)
        talk.forward()
    return found


def test_figures_come_first_then_what_is_claimed_and_a_share_is_told_in_words(present, qtbot) -> None:
    shown = present(12, tour=1)
    chart = shown.window.board.chart
    first, *later = drawn(shown)
    assert len(first.points) == 2
    assert first.threshold is None
    assert first.span is None
    assert all(one.threshold is not None and one.span.text for one in later)
    assert not chart.title.isVisible()
    shown.stage.talk.go_to(10)
    rest(qtbot, shown)
    matter = shown.stage.director.matter
    assert matter.focus.claim.outcome.judgements[0].working.operation is Operation.SHARE
    last = drawn(shown)[-1]
    assert last.span is not None
    assert last.span.text == ""
