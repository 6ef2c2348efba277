"""Which sentences have a number that nobody told."""

import pytest

from explorer.domain.coverage import numbers, unsupported_sentences


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
