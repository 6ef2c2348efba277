from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.masking import BLANK, masked, names_a_date, names_of, undated, without_dates
from explorer.domain.source import Source, SourceRole

SOURCE = Source(
    1, "", "s", SourceRole.ARTICLE, "Pfeiffer", "After the Summit: What Was Won",
    "Connor Pfeiffer and Jo Brown", "The Harbour Review", "2023", "article", "", "en", "", (), (), "{}",
    None, None, None,
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "In 1986 Congress passed it", "FY2021 figures", "It began in March", "a decade later", "the ’90s",
        "since 476", "44 BC", "on 3 Oct. it ended", "from the nineteenth century on", "May 1968",
    ],
)  # fmt: skip
def test_what_names_a_date_is_seen(text: str) -> None:
    assert names_a_date(text)
    assert BLANK in without_dates(text)


@pytest.mark.parametrize(
    "text",
    ["116 substances scheduled", "Executive Order 14059", "They may have agreed", "some 7,000 soldiers went",
     "up by 152 %", "Nixon goes to China"],
)  # fmt: skip
def test_other_numbers_are_no_dates(text: str) -> None:
    assert not names_a_date(text)
    assert without_dates(text) == text


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="ascii"), max_size=30), st.integers(1000, 2099))
def test_no_year_is_left(text: str, year: int) -> None:
    assert str(year) not in without_dates(f"{text} {year} {text}").split()


def test_a_card_is_called_by_what_names_no_date() -> None:
    assert undated("Nixon goes to China", "Nixon 1972") == "Nixon goes to China"
    assert undated("The Act of 1970", "Controlled Substances Act") == "Controlled Substances Act"
    assert undated("The Act of 1970", "CSA 1970") is None


def test_a_quotation_does_not_name_its_author_or_document() -> None:
    names = names_of(SOURCE)
    text = masked(
        "As Pfeiffer wrote in “After the Summit”, and Brown agreed, the talks were a plain failure", names
    )
    assert text is not None
    assert not {"Pfeiffer", "Summit", "Brown"} & set(text.replace("”", " ").replace(",", " ").split())
    assert text.endswith("agreed, the talks were a plain failure")


def test_a_name_is_masked_as_a_word_and_with_its_capital_only() -> None:
    text = "a brown Brownie from the harbour went to the review"
    assert masked(text, names_of(SOURCE)) == text


def test_a_quotation_that_is_hardly_more_than_a_name_is_left_out() -> None:
    assert masked("After the Summit: What Was Won", names_of(SOURCE)) is None


def test_a_body_is_no_person_with_a_family_name() -> None:
    body = replace(SOURCE, authors="Council on Foreign Relations", title="", label="", publisher="")
    assert names_of(body) == ("Council on Foreign Relations",)
    text = "foreign relations were good, and Relations of trade better"
    assert masked(text, names_of(body)) == text
