import pytest

from explorer.domain.suggestion import Reason, Rival
from explorer.widgets.suggestions import wording


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_word_or_two(reason):
    assert 1 <= len(wording.sureness(reason).split()) <= 4


def test_a_reading_of_the_library_is_named():
    one = Rival("2023-11-15", Reason.LIBRARY_EVENT, "Woodside")
    assert wording.reading(one) == "15 November 2023 · Woodside · event of the library"


def test_what_is_no_date_is_shown_as_it_is():
    assert wording.date("not a date") == "not a date"


def test_the_foot_tells_readings_and_names_and_then_what_became_of_it(desk):
    desk.find()
    assert wording.foot(desk.offer("1913-03")) == "as stated · Joe Biden"
    assert wording.foot(desk.offer("[1975-03-04,1975-04-03]")) == "day or month first? (3 readings)"
    desk.model.accept()
    desk.settle()
    assert wording.foot(desk.offer("1911-04-04")) == "✓ on the timeline"
