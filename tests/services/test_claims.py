from pathlib import Path

import pytest

from explorer.domain.claim import Verdict
from explorer.domain.detail import WorkedClaim
from explorer.services.claims import Claims
from explorer.services.libraries import open_library
from explorer.services.workers import Workers

EXPECTED = {
    "deaths-2022-over-70000": Verdict.HOLDS,
    "deaths-doubled-2019-2022": Verdict.NARROWLY,
    "seizures-up-152": Verdict.IN_PART,
    "citizens-almost-90": Verdict.WITHIN_TOLERANCE,
    "one-quarter-seized": Verdict.SUM_ONLY,
    "flows-still-rising": Verdict.IN_PART,
    "leading-cause-18-45": Verdict.UNWORKABLE,
    "fy2024-40-million": Verdict.UNWORKABLE,
    "amlo-one-third": Verdict.FAILS,
    "all-drugs-share-2022": Verdict.SUM_ONLY,
}


@pytest.fixture(scope="module")
def shipped(story_library: Path) -> dict[str, WorkedClaim]:
    workers, library = Workers(), open_library(story_library)
    try:
        return {each.claim.slug: each for each in Claims(workers).all(library).result()}
    finally:
        library.store.close()
        workers.close()


def test_the_verdicts_on_the_shipped_claims(shipped: dict[str, WorkedClaim]) -> None:
    assert {slug: each.outcome.verdict for slug, each in shipped.items()} == EXPECTED


def test_no_shipped_claim_is_at_odds_with_its_record(shipped: dict[str, WorkedClaim]) -> None:
    assert [each.mismatch for each in shipped.values() if each.mismatch] == []


def test_each_comes_with_its_words_and_source(shipped: dict[str, WorkedClaim]) -> None:
    doubled = shipped["deaths-doubled-2019-2022"]
    assert doubled.quotation == "fentanyl overdose deaths more than doubling from 2019 to 2022"
    assert doubled.source is not None
    assert doubled.sum == "36,359 → 73,838  ×2.03"
    assert doubled.basis.startswith("2019, 2022: US overdose deaths")


def test_the_claim_on_seizures_holds_for_one_of_two_lines(shipped: dict[str, WorkedClaim]) -> None:
    border, nation = shipped["seizures-up-152"].outcome.judgements
    assert (border.verdict, nation.verdict) == (Verdict.HOLDS, Verdict.FAILS)
    assert any("lower bound" in note for note in nation.notes)
