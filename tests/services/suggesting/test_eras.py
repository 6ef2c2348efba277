import pytest

from explorer.domain.edtf import event_date
from explorer.domain.event import Era, Status
from explorer.domain.suggestion import Reason
from explorer.services.suggesting.finding import Context, Finder


def era(title, start, end, entity_id=1):
    date = event_date(start, end)
    return Era(1, title, "row", title, start, end, date.extent, date.flags, entity_id, Status.CHECKED, "")


ERAS = (
    era("Nixon", "1969-01-20", "1974-08-09"),
    era("Carter", "1977-01-20", "1981-01-20"),
    era("Reagan", "1981-01-20", "1989-01-20"),
    era("Xi", "2012-11-15", None),
    era("Cold War", "1947", "1991", None),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the Nixon era it grew.", ["1969-01-20/1974-08-09"]),
        ("Since Nixon’s “War on Drugs” era it grew.", ["1969-01-20/.."]),
        ("In Reagan’s second term it was law.", ["1985-01-20/1989-01-20"]),
        ("Late in Nixon’s first term it was law.", ["1971-09~/1973-01-20"]),
        ("Under President Carter it was dead.", ["1977-01-20/1981-01-20"]),
        ("Throughout the Cold War it was dead.", ["1947/1991"]),
        ("The Reagan administration did it.", []),
        ("Under Carter administration rules it was so.", []),
        ("Nixon did it, and Reagan’s men knew.", []),
    ],
)
def test_an_era_is_a_date_only_where_it_is_spoken_of_as_a_time(text, expected):
    found = list(Finder(Context(eras=ERAS)).find(text))
    assert [one.edtf for one in found] == expected
    assert all(one.reason is Reason.ERA and one.basis for one in found)


def test_a_library_without_eras_has_none():
    assert list(Finder(Context()).find("During the Nixon era it grew.")) == []
