from dataclasses import replace
from uuid import UUID, uuid4

from explorer.domain.ids import record_uuid
from explorer.domain.passage import Selector
from tests.support.articles import passage


def test_a_passage_of_a_reader_is_told_from_a_shipped_one():
    made = passage(1, Selector("words", "", "", 0, 5, 1))
    assert replace(made, uuid=str(uuid4())).is_own
    assert not replace(made, uuid=record_uuid(UUID(int=7), "passage", "a-001")).is_own
    assert not replace(made, uuid="").is_own
