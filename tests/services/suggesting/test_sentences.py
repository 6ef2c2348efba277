from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.services.suggesting.sentences import LONGEST, sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. J. R. Smith came on Oct. 12. He left.", ["Mr. J. R. Smith came on Oct. 12.", "He left."]),
        ("The U.S. Congress met. It sat.", ["The U.S. Congress met.", "It sat."]),
        ("He lived in the U.S. He died there.", ["He lived in the U.S.", "He died there."]),
        ("“It ended.” Then it began.", ["“It ended.”", "Then it began."]),
        ("It ended.12 Then it began.", ["It ended.12", "Then it began."]),
        ("It cost 1.5 crowns, c. 1954. Nobody paid.", ["It cost 1.5 crowns, c. 1954.", "Nobody paid."]),
        (
            "See vol. 3, p. 240. [Malet, Op. Cit., p. 73] Then.",
            ["See vol. 3, p. 240.", "[Malet, Op. Cit., p. 73] Then."],
        ),
        ("Wait . . . what? Yes!", ["Wait . . . what?", "Yes!"]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("A line\nAnother line", ["A line", "Another line"]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text, expected):
    assert cut(text) == expected


def test_lines_broken_by_hand_belong_together():
    text = (
        "The harbour master wrote that no ship had come from the north\n"
        "for nine weeks. He asked the council for coal, and the council\nanswered."
    )
    assert len(cut(text)) == 2


def test_a_run_without_an_end_is_cut():
    pieces = cut("word " * 1_000)
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == "word" * 1_000


@given(st.text(alphabet="aB .!?\n“”)1é", max_size=200))
def test_sentences_stand_in_order_and_hold_every_letter(text):
    places = list(sentences(text))
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    held = "".join(text[start:end] for start, end in places)
    assert "".join(held.split()) == "".join(text.split())
