from explorer.domain.claim import Verdict


def test_a_claim_that_holds_in_any_way_is_seen_favourably() -> None:
    assert {each for each in Verdict if each.favourable} == {
        Verdict.HOLDS,
        Verdict.NARROWLY,
        Verdict.WITHIN_TOLERANCE,
    }
