import pytest

from explorer.domain.reading import Found, Kind, UnreadableError
from explorer.services.reading import maker
from explorer.services.reading.maker import day, field, made, names


def build(parts):
    return made(Kind.PDF, parts, Found(), name="a.pdf", extractor="lxml", encoding="PDF")


def test_pages_are_counted_in_the_canonical_text():
    reading = build([("one\r\n", "i"), ("two\x00\n", "ii"), ("three", None)])
    assert reading.text == "one\ntwo\nthree"
    assert [(page.start, page.number, page.label) for page in reading.pages] == [(0, 1, "i"), (4, 2, "ii")]


def test_no_text_and_too_much_are_refused(monkeypatch):
    with pytest.raises(UnreadableError, match="no text"):
        build([(" \n", "1")])
    monkeypatch.setattr(maker, "MOST_LETTERS", 10)
    with pytest.raises(UnreadableError, match="Add it in parts"):
        build([("eleven more", None)])


def test_fields_are_one_line():
    assert field(" On\n mud \x00 ") == "On mud"
    assert field(None) == ""
    assert names([" Ada ", "", "Ada", "Bo"]) == ("Ada", "Bo")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-12-05T10:00:00Z", "2023-12-05"),
        ("1999-05", "1999-05"),
        ("1971", "1971"),
        ("2023-13-01", ""),
        ("May 1999", ""),
        (None, ""),
    ],
)
def test_a_date_is_as_sharp_as_it_is_given(text, edtf):
    assert day(text) == edtf
