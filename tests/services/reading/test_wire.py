import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.reading import Found, Kind, PageStart, Reading, UnreadableError
from explorer.services.reading.wire import WireError, packed, unpacked

READING = Reading(
    Kind.PDF,
    "First page.\nSecond page.\n",
    (PageStart(0, 1, "iv"), PageStart(12, 2, "v")),
    Found("On Mud", ("Ada",), "1976-11", "Coast Press", "Annals", "en", "https://example.org/"),
    "PDF",
    "pypdfium2 5",
    (1, 2, 3),
    ("One page is empty.",),
)


def test_a_reading_comes_back_as_it_was():
    assert unpacked(packed(READING)) == READING


def test_a_refusal_comes_back_as_one():
    with pytest.raises(UnreadableError, match="no text layer") as refused:
        unpacked(packed(UnreadableError("It has no text layer.", no_text=True)))
    assert refused.value.no_text


@pytest.mark.parametrize(
    "changed",
    [
        {"text": ""},
        {"text": 7},
        {"text": "a\x00b"},
        {"text": "\ud800"},
        {"kind": "program"},
        {"pages": [[5, "a"], [1, "b"]]},
        {"pages": [[0, "a"], [999, "b"]]},
        {"pages": 3},
        {"sketch": ["x"]},
        {"found": None},
    ],
)
def test_what_does_not_hold_is_not_believed(changed):
    fields = json.loads(packed(READING)) | changed
    with pytest.raises(WireError):
        unpacked(json.dumps(fields).encode())


def test_fields_are_cut_and_dates_that_are_none_left_out():
    fields = json.loads(packed(READING))
    fields["found"] |= {"title": "x" * 10_000, "date": "the day after"}
    read = unpacked(json.dumps(fields).encode())
    assert len(read.found.title) == 500
    assert read.found.date == ""


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_none(data):
    with pytest.raises((WireError, UnreadableError)):
        unpacked(data)
