"""Which sentences have a number that nobody told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.coverage import covered, numbers, unsupported_sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1986 some 36,359 died.", ["1986", "36359"]),
        ("a rise of 2.03 per cent", ["2.03"]),
        ("1,5 and 15,000,000", ["1,5", "15000000"]),
        ("none", []),
    ],
)
def test_numbers_are_found_whatever_separates_their_thousands(text, found):
    assert list(numbers(text)) == found


def test_a_number_that_no_passage_has_is_told_with_its_sentence():
    summary = ("It began in 1971.", "It cost 15,000 dollars.", "Nobody knows more.")
    assert list(unsupported_sentences(summary, ["they paid 15000 dollars"], "1971-06-17")) == []
    assert list(unsupported_sentences(summary, ["they paid"], "1971-06-17")) == ["It cost 15,000 dollars."]
    assert list(unsupported_sentences(summary, [], "1970")) == list(summary[:2])


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 100)).map(lambda p: (p[0], min(sum(p), 100)))))
def test_a_text_is_covered_as_far_as_any_place_reaches(places):
    reached = {at for start, end in places for at in range(start, end)}
    assert covered(places, 100) == pytest.approx(len(reached) / 100)


def test_a_text_without_words_is_not_covered():
    assert covered([], 0) == 0
