import pytest

from explorer.domain.reference import Name, Reference
from explorer.services.new_sources import label_of, name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lindqvist", Name(family="Lindqvist", given="Ada")),
        ("Lindqvist, Ada", Name(family="Lindqvist", given="Ada")),
        ("Reuters", Name(literal="Reuters")),
    ],
)
def test_names_are_taken_apart(text, name):
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("families", "date", "label"),
    [
        (["Lindqvist"], "1976-11", "Lindqvist 1976"),
        (["Lindqvist", "Ek"], None, "Lindqvist and Ek"),
        (["Lindqvist", "Ek", "Berg"], "1976", "Lindqvist and others 1976"),
        ([], "1976", ""),
        (["A body with a name that is far too long for a card"], None, ""),
    ],
)
def test_a_label_is_who_and_when(families, date, label):
    assert label_of(Reference("k", authors=tuple(Name(family=each) for each in families), date=date)) == label
