"""Claims are made, changed and taken out as change sets, on the shipped story."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.domain.claim_draft import ClaimDraft
from explorer.domain.detail import WorkedClaim
from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Selector
from explorer.services.claim_drafts import changed_claim, deleted_claim, new_claim
from explorer.services.claims import Claims
from explorer.services.edits import Edited, Edits, Plan
from explorer.services.libraries import open_library
from explorer.services.workers import Workers
from tests.support.changing import rows_of

HEROIN = Working(
    Operation.CHANGE,
    "us_heroin_deaths",
    "",
    ("2017", "2022"),
    comparator=Comparator.LESS_THAN,
    claimed=0.0,
)


class Desk:
    def __init__(self, path: Path) -> None:
        self.workers = Workers()
        self.edits = Edits(self.workers)
        self.library = open_library(path)

    def apply(self, plan: Plan) -> Edited:
        edited = self.edits.apply(self.library, plan).result()
        self.library = edited.library
        return edited

    def claims(self) -> dict[int, WorkedClaim]:
        return {one.claim.id: one for one in Claims(self.workers).all(self.library).result()}

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        with self.library.store.reading() as connection:
            return rows_of(connection)

    def close(self) -> None:
        self.library.store.close()
        self.workers.close()


@pytest.fixture
def desk(story_path: Path) -> Iterator[Desk]:
    made = Desk(story_path)
    yield made
    made.close()


def test_a_new_claim_is_worked_at_once(desk: Desk) -> None:
    edited = desk.apply(new_claim(ClaimDraft(7, (HEROIN,), "heroin falls", ("a proxy", " "))))
    (new,) = edited.change_set.ids("claim")
    made = desk.claims()[new]
    assert made.outcome.verdict is Verdict.HOLDS
    assert made.passage is not None
    assert made.passage.id == 7
    assert (made.claim.test, made.claim.caveats) == ("heroin falls", ("a proxy",))
    assert made.doubtful
    assert edited.change_set.title.startswith("New claim “")


def test_a_claim_can_bring_its_passage_along(desk: Desk) -> None:
    selector = Selector("heroin deaths have fallen since 2017", "", "", 0, 36, 1)
    draft = ClaimDraft(PassageDraft(1, selector, kind="statistic", anchored=False), (HEROIN,))
    edited = desk.apply(new_claim(draft))
    made = desk.claims()[next(iter(edited.change_set.ids("claim")))]
    assert made.quotation == "heroin deaths have fallen since 2017"
    assert edited.change_set.title == "New claim “heroin deaths have fallen since 2017”"


def test_editing_changes_tests_and_texts_and_leaves_the_record(desk: Desk) -> None:
    before = desk.claims()[2]
    assert before.passage is not None
    threefold = (replace(before.claim.workings[0], claimed=3.0),)
    desk.apply(changed_claim(2, ClaimDraft(before.passage.id, threefold, "three times", (), "not so")))
    after = desk.claims()[2]
    assert after.outcome.verdict is Verdict.FAILS
    assert (after.claim.computed, after.claim.slug) == (before.claim.computed, before.claim.slug)
    assert (after.claim.verdict, after.claim.finding) == ("not so", None)


def test_another_series_and_passage_are_tied_instead(desk: Desk) -> None:
    desk.apply(changed_claim(2, ClaimDraft(7, (HEROIN,))))
    after = desk.claims()[2].claim
    names = {one.id: one.slug for one in desk.library.contents.series}
    assert [names[each] for each in after.series_ids] == ["us_heroin_deaths"]
    assert after.passage_ids == (7,)


def test_a_claim_that_is_deleted_comes_back_whole(desk: Desk) -> None:
    before = desk.rows()
    desk.apply(deleted_claim(3))
    assert 3 not in desk.claims()
    desk.library = desk.edits.undo(desk.library).result().library
    assert desk.rows() == before


def test_everything_done_can_be_undone_and_done_again(desk: Desk) -> None:
    before = desk.rows()
    desk.apply(new_claim(ClaimDraft(7, (HEROIN,))))
    desk.apply(changed_claim(1, ClaimDraft(7, (HEROIN,), "other")))
    desk.apply(deleted_claim(5))
    after = desk.rows()
    for _ in range(3):
        desk.library = desk.edits.undo(desk.library).result().library
    assert desk.rows() == before
    for _ in range(3):
        desk.library = desk.edits.redo(desk.library).result().library
    assert desk.rows() == after


@pytest.mark.parametrize(
    "plan",
    [
        new_claim(ClaimDraft(None, (HEROIN,))),
        new_claim(ClaimDraft(10_000, (HEROIN,))),
        new_claim(ClaimDraft(7, (replace(HEROIN, series="nowhere"),))),
        changed_claim(10_000, ClaimDraft(7, (HEROIN,))),
        deleted_claim(10_000),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(desk: Desk, plan: Plan) -> None:
    before = desk.rows()
    with pytest.raises(ReaderError):
        desk.apply(plan)
    assert desk.rows() == before


def test_two_claims_on_one_passage_have_names_of_their_own(desk: Desk) -> None:
    desk.apply(new_claim(ClaimDraft(7, (HEROIN,))))
    desk.apply(new_claim(ClaimDraft(7, (HEROIN,))))
    slugs = [one.claim.slug for one in desk.claims().values()]
    assert len(set(slugs)) == len(slugs) == 12
