import pytest

from explorer.services.csl import author, issued


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ({"given": "Jane", "family": "Doe"}, "Jane Doe"),
        ({"family": "Doe"}, "Doe"),
        ({"literal": "United Nations"}, "United Nations"),
    ],
)
def test_people_and_bodies_are_named(record, name):
    assert author(record) == name


@pytest.mark.parametrize(
    ("record", "date"),
    [
        (None, None),
        ({"date-parts": [[1971]]}, "1971"),
        ({"date-parts": [[1971, 6, 7]]}, "1971-06-07"),
        ({"date-parts": [[2022, 1], [2023, 2]]}, "2022-01/2023-02"),
        ({"date-parts": [[2023, 12]], "circa": True}, "2023-12~"),
    ],
)
def test_dates_become_edtf(record, date):
    assert issued(record) == date
