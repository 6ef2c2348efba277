import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.classwork import Axis, Role, Round, role_of, standing, turns
from explorer.domain.passage import Stance


def played(team: int, points: int) -> Round:
    return Round(team, "An event", "1990", "1991", "date checked", points)


def test_the_table_ranks_by_points_and_equals_share_a_rank() -> None:
    rounds = (played(0, 40), played(1, 90), played(2, 60), played(0, 50), played(1, 0), played(2, 10))
    table = standing(("Red", "Blue", "Green"), rounds)
    assert [(place.rank, place.team, place.points, place.rounds) for place in table] == [
        (1, "Red", 90, 2),
        (1, "Blue", 90, 2),
        (3, "Green", 70, 2),
    ]


def test_a_team_that_has_not_played_is_in_the_table() -> None:
    assert [(place.team, place.points) for place in standing(("Red", "Blue"), (played(1, 5),))] == [
        ("Blue", 5),
        ("Red", 0),
    ]


@given(st.integers(1, 6), st.integers(1, 12), st.integers(0, 100))
def test_every_team_plays_as_many_cards_as_the_others(teams: int, wanted: int, cards: int) -> None:
    played_in_all = turns(teams, wanted, cards)
    assert played_in_all % teams == 0
    assert played_in_all <= cards
    assert played_in_all <= teams * wanted
    # One more round would need more cards than there are, or than were asked for.
    assert played_in_all + teams > min(cards, teams * wanted)


@given(st.floats(-1e6, 1e6), st.floats(1, 1e6), st.floats(0, 1))
def test_share_and_day_are_each_others_inverse(start: float, span: float, share: float) -> None:
    axis = Axis(start, start + span)
    assert abs(axis.share(axis.day(share)) - share) < 1e-6


@pytest.mark.parametrize(
    ("stance", "checkable", "role"),
    [
        (Stance.REPORTS, False, Role.REPORTS),
        (Stance.REPORTS, True, Role.CLAIMS),
        (Stance.SUPPORTS, False, Role.CLAIMS),
        (Stance.QUESTIONS, True, Role.DISPUTES),
        (Stance.DISPUTES, False, Role.DISPUTES),
    ],
)
def test_what_can_be_checked_is_a_claim_unless_it_is_against_the_event(
    stance: Stance, checkable: bool, role: Role
) -> None:
    assert role_of(stance, checkable=checkable) is role
