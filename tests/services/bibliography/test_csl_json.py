import json

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.reference import Name, Reference
from explorer.services.bibliography import csl_json

BOOK = Reference(
    "musto", "book", "The American Disease", (Name("Musto", "David F."),), date="1973", publisher="Yale"
)


def test_references_come_back():
    read = csl_json.read(csl_json.write([BOOK]), 10)
    assert [record.reference for record in read.records] == [BOOK]
    assert read.problems == ()


@pytest.mark.parametrize(
    "text", ['{"type": "book", "title": "A"}', '{"items": [{"type": "book", "title": "A"}]}']
)
def test_one_record_and_a_wrapped_list_are_read(text):
    assert [record.reference.title for record in csl_json.read(text, 10).records] == ["A"]


def test_more_than_the_most_are_left_out():
    read = csl_json.read(json.dumps([{"type": "book"}, 3, {"type": "map"}, {"type": "book"}]), 3)
    assert [record.reference.kind for record in read.records] == ["book", "map"]
    assert read.problems == (
        "What is not a record in the list was left out.",
        "The file has more than 3 records; the rest was left out.",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"type": "book",}]', "line 1, column 18"),
        ("[" * 100_000, "nested too deeply"),
        ("7", "no list of records"),
        ('[{"name": "package", "version": "1"}]', "has a type or a title"),
    ],
)
def test_what_is_no_bibliography_is_refused(text, said):
    with pytest.raises(ReaderError, match=said):
        csl_json.read(text, 10)
