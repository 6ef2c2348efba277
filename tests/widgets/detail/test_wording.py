import json
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.domain.detail import EventHeading
from explorer.domain.event import DateFlag, Extent, Precision
from explorer.domain.passage import AnchorState, Stance
from explorer.domain.relation import RelationKind
from explorer.widgets.detail import wording
from tests.widgets.detail.conftest import Story

HEADING = EventHeading(
    1, "e", "E", "E", "2018-12-01", None, Extent(0, 0, 1, 1), Precision.DAY, DateFlag.NONE, 1, 3
)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2018-12-01", "Dec 2018"),
        ("2018-05", "May 2018"),
        ("2018-05-01T10:00", "May 2018"),
        ("1999", "1999"),
        ("2020~", "about 2020"),
    ],
)
def test_short_dates_are_never_more_exact_than_the_date(start: str, words: str) -> None:
    assert wording.short_date(replace(HEADING, start=start)) == words


def test_all_kinds_are_worded(story: Story) -> None:
    related = story.detail("woodside-summit-2023").causes[0]
    for kind in RelationKind:
        assert "this" in wording.cause(replace(related, kind=kind))
        assert "this" in wording.effect(replace(related, kind=kind))
    for stance in Stance:
        assert wording.stance(stance)
        assert wording.TONES[stance]
    for state in AnchorState:
        assert wording.anchor(state)
        assert wording.anchor_sentence(state).endswith(".")


def test_all_relations_of_the_concordance_are_worded(resources: Path) -> None:
    topics = json.loads((resources / "library" / "concordance.json").read_text(encoding="utf-8"))
    words = {wording.concordance_relation(topic["relation"]) for topic in topics}
    assert all(" " in each for each in words)
    assert wording.concordance_relation("some-new-word") == "Some new word"
