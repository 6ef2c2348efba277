"""What keeps a tour or a step from entering a library."""

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.tour import Show, Step
from explorer.domain.tour_draft import (
    StepDraft,
    TourDraft,
    draft_of,
    refuse,
    step_problems,
    tour_problems,
)

FIT = StepDraft("The summit", "2022", "2024-06")


def test_what_is_fit_has_no_problems():
    assert tour_problems(TourDraft("One")) == {}
    assert step_problems(FIT) == {}
    refuse({})


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 61}, "title"),
        ({"audience": "x" * 101}, "audience"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 601}, "minutes"),
    ],
)
def test_a_tour_that_is_unfit(changes, field):
    assert list(tour_problems(TourDraft(**({"title": "One"} | changes)))) == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"view_start": ""}, "view_start"),
        ({"view_end": ""}, "view_end"),
        ({"view_start": "2025"}, "view_end"),
        ({"view_end": "soon"}, "view_end"),
        ({"say": "x" * 1_001}, "say"),
        ({"speaker_note": "x" * 20_001}, "speaker_note"),
        ({"show": Show.QUOTATION, "claim_id": 1}, "show"),
        ({"show": Show.CLAIM, "passage_id": 1}, "show"),
    ],
)
def test_a_step_that_is_unfit(changes, field):
    fields = {"title": "x", "view_start": "2022", "view_end": "2024"} | changes
    found = step_problems(StepDraft(**fields))
    assert list(found) == [field]
    with pytest.raises(ReaderError):
        refuse(found)


def test_a_step_is_written_on_as_it_is():
    step = Step(
        7, "T", "2022", "2023", (1,), "{}", ("deaths",), 2, 3, 4, Show.CLAIM, say="Say.", speaker_note="Note."
    )
    draft = draft_of(step)
    assert all(getattr(draft, name) == getattr(step, name) for name in StepDraft.__dataclass_fields__)
