import pytest

from explorer.domain.suggestion import Reason, Suggestion


@pytest.mark.parametrize(("confidence", "vague"), [(0.95, False), (0.5, False), (0.49, True)])
def test_what_is_not_sure_enough_is_vague(confidence, vague):
    assert Suggestion(0, 9, 3, 7, "1911", confidence, Reason.STATED, "", (), "A title").vague is vague
