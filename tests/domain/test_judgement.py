from explorer.domain.claim import Operation, Working
from explorer.domain.judging import judge_all
from tests.support.figures import LIBRARY


def test_notes_are_told_once_and_doubt_comes_from_the_figures_read() -> None:
    tests = (
        Working(Operation.RATIO, "deaths", "", ("2019", "2020")),
        Working(Operation.RATIO, "deaths", "", ("2020", "2022")),
        Working(Operation.RATIO, "deaths", "", ("2019", "2022")),
    )
    outcome = judge_all(tests, LIBRARY)
    assert outcome.notes == ("The figure 56,516 for 2020 has not been checked.",)
    assert [one.doubtful for one in outcome.judgements] == [True, True, False]
