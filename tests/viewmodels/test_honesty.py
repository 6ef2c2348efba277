from explorer.domain.event import Status
from explorer.viewmodels.honesty import date_state, date_tone


def test_every_state_has_words_of_its_own_and_only_checked_looks_good() -> None:
    assert len({date_state(status) for status in Status}) == len(Status)
    assert [status for status in Status if date_tone(status) == "good"] == [Status.CHECKED]
