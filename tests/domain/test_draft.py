"""What may become an event."""

from dataclasses import replace

import pytest

from explorer.domain.draft import TITLE_LENGTH, EventDraft, is_web_address, problems, refuse_unfit
from explorer.domain.errors import ReaderError

DRAFT = EventDraft(title="Summit", start="2023-11-15", theme_id=1)


def test_a_title_and_a_date_are_enough():
    assert problems(DRAFT) == {}
    refuse_unfit(DRAFT)


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"title": "  "}, "title", "a title"),
        ({"title": "x" * (TITLE_LENGTH + 3)}, "title", "3 characters too long"),
        ({"label": "x" * 30}, "label", "4 characters too long"),
        ({"start": ""}, "start", "a date"),
        ({"start": "2023-02-30"}, "start", "2023-02-30"),
        ({"end": "2022"}, "end", "before it begins"),
        ({"importance": 0}, "importance", "1 to 5"),
        ({"url": "javascript:alert(1)"}, "url", "https://"),
        ({"summary": "x" * 20_001}, "summary", "1 characters too long"),
        ({"tags": tuple(map(str, range(60)))}, "tags", "50 tags"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(change, field, words):
    draft = replace(DRAFT, **change)
    assert list(problems(draft)) == [field]
    assert words in problems(draft)[field]
    with pytest.raises(ReaderError):
        refuse_unfit(draft)


@pytest.mark.parametrize(
    "text", ["https://example.org/a?b#c", "http://127.0.0.1:80/", "https://bücher.example"]
)
def test_addresses_of_pages(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "file:///etc/passwd", "data:text/html,x", "https://", "https://a b", "http://[x"],
)
def test_everything_else_is_none(text):
    assert not is_web_address(text)
