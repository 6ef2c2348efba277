from dataclasses import replace

from explorer.domain.event import Status
from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import DEATHS, Answers, Story, words


def test_a_check_shows_sum_verdict_and_caveats(pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail(DEATHS)
    answers.shown.emit(detail)
    at = [claim.claim.slug for claim in detail.claims].index("deaths-doubled-2019-2022")
    said = words(pane.sheet.figures.views[at])
    assert "36,359 → 73,838  ×2.03" in said
    assert "holds, narrowly" in said
    assert "On record: supported, by a narrow margin" in said
    assert "Rates would give a slightly lower ratio" in said
    assert "has not been checked" not in said


def test_an_unchecked_figure_and_a_mismatch_are_said(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(DEATHS)
    judged = detail.claims[0].outcome.judgements[0]
    loose = replace(judged.figures[0], status=Status.UNCHECKED)
    outcome = replace(detail.claims[0].outcome, judgements=(replace(judged, figures=(loose,)),))
    doubtful = replace(detail.claims[0], outcome=outcome, mismatch="The sum gives 1, stored is 2.")
    answers.shown.emit(replace(detail, claims=(doubtful,)))
    said = words(pane.sheet.figures)
    assert "has not been checked" in said
    assert "The sum gives 1, stored is 2." in said
