from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.series import Series
from explorer.viewmodels.series_choice import DEFAULT, MOST, chosen, usual


def one(slug: str, unit: str = "deaths") -> Series:
    return Series(1, "u", slug, slug, unit, "", "", ())


def test_two_that_belong_together_are_drawn_at_first_and_else_the_first() -> None:
    both = [one("other"), *(one(slug) for slug in reversed(DEFAULT))]
    assert [each.slug for each in usual(both)] == list(DEFAULT)
    assert [each.slug for each in usual(both[:1])] == ["other"]
    assert usual([]) == ()


@given(st.lists(st.sampled_from("abcdefg")))
def test_a_choice_is_kept_in_its_order_with_units_side_by_side(slugs: list[str]) -> None:
    library = [one(slug, unit) for slug, unit in zip("abcdef", "xyxyzz", strict=True)]
    found = chosen(library, slugs)
    wanted = list(dict.fromkeys(slug for slug in slugs if slug != "g"))[-MOST:]
    assert sorted(each.slug for each in found) == sorted(wanted)
    units = [each.unit for each in found]
    assert units == sorted(units, key=units.index)
    if wanted:
        assert found[0].slug == wanted[0]
