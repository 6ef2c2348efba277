"""A step shows what it can."""

import pytest

from explorer.domain.tour import Show, Step


def step(show, **ids):
    named = {"event_id": None, "passage_id": None, "claim_id": None} | ids
    return Step(1, "One", "2020", "2021", (), "", (), show=show, say="", speaker_note="", **named)


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (step(Show.VIEW, passage_id=1, claim_id=1), Show.VIEW),
        (step(Show.QUOTATION, passage_id=1), Show.QUOTATION),
        (step(Show.QUOTATION, claim_id=1), Show.VIEW),
        (step(Show.CLAIM, claim_id=1), Show.CLAIM),
        (step(Show.CLAIM, passage_id=1), Show.VIEW),
    ],
)
def test_without_its_passage_or_claim_a_step_is_a_view(made, shown):
    assert made.shown is shown
