import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.slots import PIXELS_A_BIT, Slots, bits


@given(start=st.floats(-500, 3000), length=st.floats(1, 900))
def test_bits_cover_the_pixels(start: float, length: float) -> None:
    (found,) = bits(np.array([start]), np.array([start + length]))
    for pixel in np.arange(max(start, 0), start + length, 1.0):
        assert found >> int(pixel // PIXELS_A_BIT) & 1
    assert found.bit_count() * PIXELS_A_BIT <= max(length, 0) + 2 * PIXELS_A_BIT


@given(
    places=st.lists(st.tuples(st.integers(0, 900), st.integers(10, 300)), max_size=30), rows=st.integers(1, 5)
)
def test_texts_of_a_row_and_the_leaders_above_them_stay_apart(
    places: list[tuple[int, int]], rows: int
) -> None:
    slots = Slots(rows)
    start = np.array([start for start, _ in places], np.float64)
    end = start + [length for _, length in places]
    texts, lines = bits(start, end), bits(start, start + 4)
    found = [slots.find(text, line) for text, line in zip(texts, lines, strict=True)]
    for one, row in enumerate(found):
        for other in range(one):
            if row is None or found[other] is None:
                continue
            if row == found[other]:
                assert not texts[one] & texts[other]
            upper, lower = (one, other) if row > found[other] else (other, one)
            if row != found[other]:
                assert not lines[upper] & texts[lower]


def test_a_wish_is_met_or_refused() -> None:
    slots = Slots(3)
    text, line = bits(np.array([10.0, 10.0]), np.array([90.0, 14.0]))
    assert slots.find(text, line, 0) == 0
    assert slots.find(text, line, 0) is None
    assert Slots(1).find(text, line) == 0


def test_a_slot_that_is_kept_free_is_taken_last() -> None:
    slots = Slots(3)
    kept, line, text, leader = bits(np.array([10.0, 10.0, 60.0, 60.0]), np.array([90.0, 14.0, 140.0, 64.0]))
    assert Slots(3).find(text, leader) == 1
    slots.keep_free(1, kept, line)
    # Above it, the leader would run through what is to stand there.
    assert slots.find(text, leader) == 0
    assert slots.find(kept, line, 1) == 1
    crowded = Slots(1)
    crowded.keep_free(0, kept, line)
    assert crowded.find(text, leader) == 0
