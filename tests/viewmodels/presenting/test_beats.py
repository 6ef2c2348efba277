"""The parts of the shipped steps."""

import pytest

from explorer.app.presenting import StageModels
from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import Focus
from explorer.viewmodels.presenting.beats import Beat, Ground, Reach, beats_of, quoted
from tests.support.desk import Desk


@pytest.fixture
def parts(desk: Desk, stage: StageModels):
    """Gives the step of the first tour by its number, with its focus and its beats."""
    contents = desk.models.library.current.contents
    series = {one.slug: one for one in contents.series}

    def of(number: int) -> tuple[Step, Focus, tuple[Beat, ...]]:
        stage.talk.begin(contents.tours[0], number - 1)
        desk.bot.waitUntil(lambda: stage.director.matter.focus is not None, timeout=5000)
        matter = stage.director.matter
        return matter.step, matter.focus, beats_of(matter.step, matter.focus, series)

    return of


def words(beat: Beat) -> str:
    return "".join(text for text, _role in beat.words)


def test_a_claim_is_quoted_then_summed_in_stages_and_judged_last(parts) -> None:
    step, focus, beats = parts(1)
    assert step.shown is Show.CLAIM
    assert [beat.ground for beat in beats] == [Ground.TIMELINE, Ground.QUOTATION, *[Ground.CHART] * 3]
    assert [beat.reach for beat in beats[2:]] == [Reach.FIGURES, Reach.RESULT, Reach.RESULT]
    assert words(beats[0]) == step.say
    assert "73,838" in words(beats[2])
    assert "Claimed" not in words(beats[2])
    assert "3,838 above it" in words(beats[3])
    assert words(beats[4]).startswith("Verdict: holds")
    assert focus.claim.claim.caveats[0][:20] in words(beats[4])
    assert quoted(focus).passage.selector.exact.startswith("In 2022, fentanyl")


def test_a_view_has_one_part_and_a_quotation_two(parts) -> None:
    assert [beat.ground for beat in parts(2)[2]] == [Ground.TIMELINE]
    _step, focus, beats = parts(8)
    assert [beat.ground for beat in beats] == [Ground.TIMELINE, Ground.QUOTATION]
    assert quoted(focus) is focus.passage


def test_before_the_focus_is_read_only_what_is_said_is_known(parts) -> None:
    step, _focus, _beats = parts(1)
    assert beats_of(step, None, {}) == (Beat(Ground.TIMELINE, ((step.say, "ink"),)),)
