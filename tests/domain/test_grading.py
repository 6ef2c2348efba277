import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.classwork import Axis, Role
from explorer.domain.days import day_number
from explorer.domain.event import Extent
from explorer.domain.grading import (
    FULL,
    HALF,
    REACH,
    grade,
    grade_role,
    grade_source,
    known_beginning,
)

days = st.floats(-40_000, 40_000)
lengths = st.floats(0.001, 4_000)
axes = st.builds(lambda start, span: Axis(start, start + span), days, st.floats(30, 80_000))


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    start, length = draw(days), draw(lengths)
    return Extent(start, start, start + length, start + length)


@settings(max_examples=40)
@given(extents(), axes, st.floats(0, 1))
def test_anywhere_within_the_known_time_is_full_marks(known: Extent, axis: Axis, share: float) -> None:
    day = min(known.earliest + share * (known.latest - known.earliest), known.latest)
    given_ = grade(day, known, axis)
    assert given_.points == FULL
    assert given_.is_full


@settings(max_examples=40)
@given(extents(), axes, days)
def test_points_lie_between_none_and_full(known: Extent, axis: Axis, day: float) -> None:
    assert 0 <= grade(day, known, axis).points <= FULL


@settings(max_examples=40)
@given(extents(), axes, st.floats(0, 50_000), st.floats(0, 50_000), st.sampled_from((-1, 1)))
def test_nearer_is_never_worth_less(known: Extent, axis: Axis, one: float, other: float, side: int) -> None:
    near, far = sorted((one, other))
    edge = known.latest if side > 0 else known.earliest
    assert grade(edge + side * near, known, axis).points >= grade(edge + side * far, known, axis).points


@settings(max_examples=40)
@given(extents(), axes, days, st.floats(0, 3_000))
def test_a_date_known_less_exactly_is_never_graded_harder(
    known: Extent, axis: Axis, day: float, wider: float
) -> None:
    loose = Extent(known.earliest - wider, known.likely_start, known.likely_end, known.latest + wider)
    assert grade(day, loose, axis).points >= grade(day, known, axis).points


@settings(max_examples=40)
@given(extents(), axes, days, st.floats(-20_000, 20_000), st.sampled_from((0.5, 2.0, 8.0)))
def test_only_the_distance_relative_to_the_axis_counts(
    known: Extent, axis: Axis, day: float, moved: float, scaled: float
) -> None:
    def there(at: float) -> float:
        return at * scaled + moved

    other = Extent(*map(there, (known.earliest, known.likely_start, known.likely_end, known.latest)))
    there_grade = grade(there(day), other, Axis(there(axis.start), there(axis.end)))
    assert abs(there_grade.points - grade(day, known, axis).points) <= 1


@settings(max_examples=40)
@given(extents(), axes)
def test_a_quarter_of_the_axis_away_is_worth_nothing(known: Extent, axis: Axis) -> None:
    assert grade(known.latest + REACH * axis.span * 1.001, known, axis).points == 0
    assert grade(known.earliest - REACH * axis.span * 1.001, known, axis).points == 0


def test_too_early_is_negative_and_too_late_is_positive() -> None:
    known, axis = Extent(0.0, 0.0, 10.0, 10.0), Axis(-100.0, 100.0)
    assert grade(-20.0, known, axis).off == -20.0
    assert grade(35.0, known, axis).off == 25.0
    assert grade(35.0, known, axis).points == 50


def test_of_an_event_that_lasts_the_beginning_is_looked_for() -> None:
    spring = known_beginning("1988-03/1990-02")
    assert spring is not None
    assert (spring.earliest, spring.latest) == (day_number(1988, 3), day_number(1988, 4))
    since = known_beginning("2013/..")
    assert since is not None
    assert (since.earliest, since.latest) == (day_number(2013), day_number(2014))


@pytest.mark.parametrize("text", ["../1990", "/1990", "[..1990]", "[1990..]", "../.."])
def test_without_a_known_beginning_there_is_nothing_to_place(text: str) -> None:
    assert known_beginning(text) is None


@given(st.sampled_from(Role), st.sampled_from(Role))
def test_only_the_right_role_gives_half_of_all(said: Role, right: Role) -> None:
    points = grade_role(said, right)
    assert (points == HALF) == (said is right)
    assert points == grade_role(right, said)


def test_to_mix_up_report_and_claim_gives_something() -> None:
    assert 0 < grade_role(Role.CLAIMS, Role.REPORTS) < HALF
    assert grade_role(Role.DISPUTES, Role.REPORTS) == grade_role(Role.DISPUTES, Role.CLAIMS) == 0
    assert (grade_source(3, 3), grade_source(3, 4)) == (HALF, 0)
