from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.classwork import Level
from explorer.domain.dealing import Candidate, axis_about, dealt
from explorer.domain.event import Extent

levels = st.sampled_from(Level)
pools = st.lists(st.tuples(st.floats(-30_000, 30_000), st.integers(1, 5)), min_size=0, max_size=60).map(
    lambda found: [Candidate(number, day, rank) for number, (day, rank) in enumerate(found)]
)


@settings(max_examples=50)
@given(pools, st.integers(0, 20), levels, st.integers(0, 2**31))
def test_a_hand_has_as_many_cards_as_wished_each_once(
    pool: list[Candidate], wanted: int, level: Level, seed: int
) -> None:
    hand = dealt(pool, wanted, level, Random(seed))
    assert len(hand) == min(wanted, len(pool))
    assert len(set(hand)) == len(hand)
    assert set(hand) <= {one.number for one in pool}
    assert hand == dealt(pool, wanted, level, Random(seed))


def line(count: int) -> list[Candidate]:
    """Events a hundred days apart, of all importances."""
    return [Candidate(number, number * 100.0, number % 5 + 1) for number in range(count)]


def nearest(hand: tuple[int, ...]) -> int:
    return min(after - before for before, after in pairwise(sorted(hand)))


@settings(max_examples=25)
@given(st.integers(0, 2**31))
def test_easy_cards_lie_far_apart_and_hard_ones_close_together(seed: int) -> None:
    pool = line(200)
    easy, hard = (dealt(pool, 6, level, Random(seed)) for level in (Level.EASY, Level.HARD))
    assert nearest(easy) >= 10
    assert max(hard) - min(hard) < 15
    assert max(easy) - min(easy) > 100


@settings(max_examples=25)
@given(st.integers(0, 2**31))
def test_the_most_important_are_dealt_while_they_keep_their_distance(seed: int) -> None:
    hand = dealt(line(200), 6, Level.EASY, Random(seed))
    # Where those dealt first leave a gap that none of the most important fits, a lesser one fills it.
    assert sum(number % 5 + 1 == 5 for number in hand) >= 4


@st.composite
def targets(draw: st.DrawFn) -> list[Extent]:
    found = draw(
        st.lists(st.tuples(st.floats(-30_000, 30_000), st.floats(0.01, 4_000)), min_size=1, max_size=12)
    )
    return [Extent(start, start, start + length, start + length) for start, length in found]


@given(targets(), st.integers(0, 2**31))
def test_an_axis_holds_all_with_room_to_be_wrong(found: list[Extent], seed: int) -> None:
    axis = axis_about(found, Random(seed))
    assert axis.start < min(one.earliest for one in found)
    assert axis.end > max(one.latest for one in found)
    # Nothing fills so much of it that any place would do.
    assert all(one.latest - one.earliest <= axis.span / 4 for one in found)
