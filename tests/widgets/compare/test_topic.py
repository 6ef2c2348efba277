import pytest

from explorer.domain.comparison import RELATIONS
from explorer.widgets.compare.topic import tone_of


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_conflict_looks_like_one_and_an_agreement_like_one(relation):
    assert (tone_of(relation) == "bad") == relation.startswith("conflict")
    assert (tone_of(relation) == "good") == relation.startswith("agreement")
