import pytest

from explorer.services.suggesting.titles import LONGEST, draft_title


def title(sentence, date):
    start = sentence.index(date)
    return draft_title(sentence, start, start + len(date))


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        ("In 2022, the price fell.", "2022", "The price fell"),
        ("However, by June 1971, the price fell.", "by June 1971", "The price fell"),
        ("May 15th, 1955, was a Sunday.", "May 15th, 1955", "May 15th, 1955, was a Sunday"),
        ("1968 was long.", "1968", "1968 was long"),
        ("The price (of coal) fell in 1971.", "1971", "The price fell in 1971"),
        (
            "The council of the harbour town answered in 1911, which surprised all who had written.",
            "1911",
            "The council of the harbour town answered in 1911",
        ),
    ],
)
def test_as_little_as_makes_it_short_is_taken_away(sentence, date, expected):
    assert title(sentence, date) == expected


def test_what_is_still_too_long_is_cut_at_a_word():
    made = title("The council of the harbour town and its master " * 3 + "met in 1911.", "1911")
    assert len(made) <= LONGEST
    assert made.endswith("…")
    assert made[:-1] in "The council of the harbour town and its master " * 3
