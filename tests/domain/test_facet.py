from explorer.domain.facet import DateRange, FacetChoice, FacetGroup


def test_nothing_chosen_restricts_nothing() -> None:
    assert not FacetChoice().restricts
    assert FacetChoice(importance=2).restricts
    assert FacetChoice(dates=DateRange(0, 1, certain=True)).restricts


def test_a_value_goes_in_and_out() -> None:
    chosen = FacetChoice().toggled(FacetGroup.THEME, 3).toggled(FacetGroup.PLACE, 3)
    assert chosen.of(FacetGroup.THEME) == {3}
    assert chosen.toggled(FacetGroup.PLACE, 3).toggled(FacetGroup.THEME, 3) == FacetChoice()


def test_a_group_is_replaced_and_the_others_stay() -> None:
    chosen = FacetChoice(frozenset({(FacetGroup.THEME, 1), (FacetGroup.THEME, 2), (FacetGroup.PLACE, 2)}), 4)
    other = chosen.with_group(FacetGroup.THEME, frozenset({7}))
    assert other.of(FacetGroup.THEME) == {7}
    assert (other.of(FacetGroup.PLACE), other.importance) == ({2}, 4)
