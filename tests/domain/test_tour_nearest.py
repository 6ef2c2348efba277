"""The step that is most like a view."""

from explorer.domain.days import day_number
from explorer.domain.tour import Show, Step, Tour
from explorer.domain.tour_nearest import nearest_step


def tour(*views: tuple[str, str]) -> Tour:
    steps = tuple(
        Step(number, "", start, end, (), "", (), None, None, None, Show.VIEW, "", "")
        for number, (start, end) in enumerate(views)
    )
    return Tour(1, "", "", "", "", 10, steps)


def test_the_step_with_the_same_time_is_the_nearest() -> None:
    steps = tour(("1961", "2024"), ("1971", "1974"), ("2013", "2022"))
    assert nearest_step(steps, day_number(1970, 12), day_number(1975)) == 1
    assert nearest_step(steps, day_number(2014), day_number(2021)) == 2
    assert nearest_step(steps, day_number(1960), day_number(2025)) == 0


def test_a_step_whose_time_cannot_be_read_is_passed_over() -> None:
    assert nearest_step(tour(("never", "2024"), ("2013", "2022")), day_number(2013), day_number(2023)) == 1


def test_of_a_tour_without_any_time_it_is_the_first() -> None:
    assert nearest_step(tour(("never", "never")), day_number(2013), day_number(2023)) == 0
