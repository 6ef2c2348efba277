from explorer.domain.claim import Claim, Operation, Working
from explorer.domain.detail import WorkedClaim
from explorer.domain.judging import judge_all
from tests.support.figures import LIBRARY


def claim(period: str) -> WorkedClaim:
    workings = (Working(Operation.VALUE, "deaths", "", (period,)),)
    record = Claim(1, "u", "c", "a test", "", None, (), (), workings, (), ())
    return WorkedClaim(record, None, None, judge_all(workings, LIBRARY))


def test_a_claim_on_a_figure_that_was_not_checked_is_doubtful() -> None:
    assert claim("2020").doubtful
    assert claim("2023").doubtful
    assert not claim("2022").doubtful


def test_a_claim_without_a_passage_quotes_nothing() -> None:
    assert claim("2022").quotation == ""
