from typing import Any
from uuid import UUID

import pytest

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.services.story_claims import read_claim

LIBRARY = UUID(int=1)
CHECK: dict[str, Any] = {
    "id": "doubled",
    "claim_ids": ["b-010"],
    "test": "twice as many",
    "series": ["deaths.csv"],
    "computed": {"value": 36359.0, "ratio": 2.0308, "found": "a count"},
    "sensitivity": {"low": 2.02},
    "verdict": "supported",
    "finding": "holds",
    "caveats": ["a proxy"],
    "workings": [
        {
            "operation": "ratio",
            "series": "deaths",
            "line": "",
            "periods": ["2019", "FY2022"],
            "comparator": "more than",
            "claimed": 2,
        }
    ],
}


def test_a_record_becomes_a_claim_with_its_tests() -> None:
    claim = read_claim(7, CHECK, LIBRARY, {"b-010": 3}, {"deaths": 5})
    assert (claim.id, claim.passage_ids, claim.series_ids, claim.finding) == (7, (3,), (5,), Verdict.HOLDS)
    assert claim.computed == (("value", "36,359"), ("ratio", "2.0308"), ("found", "a count"), ("low", "2.02"))
    assert claim.workings == (
        Working(
            Operation.RATIO,
            "deaths",
            "",
            ("2019", "2021-10-01/2022-09-30"),
            comparator=Comparator.MORE_THAN,
            claimed=2,
        ),
    )


@pytest.mark.parametrize("changed", [{"claim_ids": ["b-999"]}, {"series": ["none.csv"]}, {"finding": "true"}])
def test_what_does_not_exist_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises((KeyError, ValueError)):
        read_claim(7, CHECK | changed, LIBRARY, {"b-010": 3}, {"deaths": 5})
