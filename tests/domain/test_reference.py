import pytest

from explorer.domain.reference import Name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name("Doe", "Jane"), "Jane Doe"),
        (Name("Gogh", "Vincent", particle="van", suffix="Jr."), "Vincent van Gogh, Jr."),
        (Name("Humboldt", "Alexander", dropping="von"), "Alexander von Humboldt"),
        (Name(literal="United Nations"), "United Nations"),
        (Name("Plato"), "Plato"),
    ],
)
def test_a_name_is_said_given_name_first(name, text):
    assert name.text == text
