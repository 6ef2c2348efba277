import pytest

from explorer.domain.detail import SourceDetail
from explorer.domain.suggestion import Reason, Rival, Suggestion
from explorer.services.suggestions import FoundDates
from explorer.viewmodels.offers import OfferStatus, end_of_next, offers_of
from tests.support.dating import DatingDesk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    yield made
    made.close()


def suggestion(**other):
    rivals = (Rival("1912", Reason.STATED), Rival("1911", Reason.VAGUE))
    return Suggestion(27, 81, 30, 42, "1911", 0.9, Reason.STATED, "", rivals, "A draft", **other)


def offers(detail: SourceDetail, rejected=(), chosen=None, titles=None, ends=None, **other):
    found = FoundDates(1, "", (suggestion(**other),), ("d",), {}, frozenset(rejected))
    return list(offers_of(found, detail, (), chosen or {}, titles or {}, ends or {}))


def test_an_offer_has_its_words_and_each_reading_once(desk):
    (one,) = offers(desk.reader.state.detail)
    assert one.words == "4 April 1911"
    assert [reading.edtf for reading in one.readings] == ["1911", "1912"]
    assert one.status is OfferStatus.OPEN


def test_the_reader_may_have_put_something_else_in_its_place(desk):
    (one,) = offers(desk.reader.state.detail, chosen={"d": "1912"}, titles={"d": "Mine"}, ends={"d": 99})
    assert (one.edtf, one.title, one.end) == ("1912", "Mine", 99)


def test_a_rejected_one_is_known_by_its_digest(desk):
    (one,) = offers(desk.reader.state.detail, rejected={"d"})
    assert one.status is OfferStatus.REJECTED


def test_names_that_the_library_no_longer_has_are_left_out(desk):
    (one,) = offers(desk.reader.state.detail, entity_ids=(999_999,))
    assert one.names == ()


def test_a_source_without_a_text_has_no_offers(desk):
    desk.open(desk.article(1))
    assert offers(desk.reader.state.detail) == []


def test_the_next_sentence_is_one_of_the_same_paragraph():
    text = "One. Two is here. Three.\n\nFour."
    assert text[: end_of_next(text, 4)] == "One. Two is here."
    assert end_of_next(text, text.index("\n")) is None
    assert end_of_next(text, len(text)) is None
