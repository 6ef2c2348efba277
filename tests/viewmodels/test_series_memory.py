from tests.viewmodels.conftest import Begin


def test_the_series_chosen_come_back_with_their_library(begin: Begin) -> None:
    models = begin()
    wanted = ("cbp_fentanyl_seizures", "us_heroin_deaths")
    models.timeline.choose_series(wanted)
    again = begin()
    assert again.timeline.stage is not None
    assert tuple(one.slug for one in again.timeline.stage.series) == wanted
    again.timeline.choose_series(())
    third = begin()
    assert third.timeline.stage is not None
    assert third.timeline.stage.series == ()


def test_a_claim_that_is_drawn_for_a_while_is_not_remembered(begin: Begin) -> None:
    models = begin()
    stage = models.timeline.stage
    assert stage is not None
    before = stage.series
    models.timeline.end_check()
    again = begin()
    assert again.timeline.stage is not None
    assert [one.slug for one in again.timeline.stage.series] == [one.slug for one in before]
