import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.services.web_page.safety import NEUTRAL, colour, number, script_json, web_address
from tests.support.hostile import ADDRESSES, HOSTILE

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


@given(st.lists(st.one_of(TEXTS, st.sampled_from(HOSTILE), st.sampled_from(["<!--", "</script", "]]>"]))))
def test_no_text_ends_the_element_it_stands_in_and_each_comes_out_as_it_was(texts: list[str]) -> None:
    written = script_json(texts)
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == texts


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        script_json({"value": float("nan")})


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_a_browser_would_run_is_no_address(address: str) -> None:
    taken = web_address(address)
    assert taken == "" or (taken.startswith("https://example.org/") and not set("\"'<>") & set(taken))


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://example.org/Nixon's", "https://example.org/Nixon%27s"),
        ("https://www.presidency.ucsb.edu/documents/a-b?c=d&e=f#g", None),
        ("  http://example.org  ", "http://example.org"),
        ("HTTPS://example.org/", None),
        (None, ""),
        ("", ""),
        ("example.org", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/\u202etxt.exe", ""),
        ("https://example.org/" + "a" * 2_000, ""),
    ],
)
def test_only_whole_addresses_of_the_web_are_followed(given: str | None, address: str | None) -> None:
    assert web_address(given) == (given if address is None else address)


@pytest.mark.parametrize("text", ["red", "#FFF", "#12345G", "#123456; x: url(y)", "", "#0072B2\n"])
def test_a_colour_that_is_none_becomes_neutral(text: str) -> None:
    assert colour(text) == NEUTRAL
    assert colour("#0072B2") == "#0072B2"


@pytest.mark.parametrize(
    ("value", "written"),
    [(19_675.0, "19675"), (0.0, "0"), (-1.5, "-1.5"), (1 / 3, "0.33333"), (float("inf"), "null")],
)
def test_numbers_are_as_short_as_they_can_be(value: float, written: str) -> None:
    assert json.dumps(number(value)) == written
