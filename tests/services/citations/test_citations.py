"""``expected.json`` was written by hand from the manuals: Chicago 18, APA 7, MLA 9, Cite Them Right 12."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.citation import CitationStyle, Locator
from explorer.domain.reference import Name, Reference
from explorer.services.bibliography import kinds
from explorer.services.citations.processor import Processor
from tests.services.citations.references import (
    ARTICLE,
    BOOK,
    CHAPTER,
    NEWS,
    ORDER,
    PAGE,
    REPORT,
    STATUTE,
    UNTITLED,
)

CHICAGO, APA, MLA, HARVARD = CitationStyle

processor = cache(Processor)

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
WORKS = {one.key: one for one in (ARTICLE, BOOK, CHAPTER, NEWS, STATUTE, REPORT, ORDER)}
ENTRIES = [(style, key) for style in CitationStyle for key in EXPECTED[style]]

IN_TEXT = [
    (APA, ARTICLE, "(Kwon, 2022, p. 1845)"),
    (MLA, ARTICLE, "(Kwon 1845)"),
    (HARVARD, ARTICLE, "(Kwon, 2022, p. 1845)"),
    (APA, BOOK, "(Binder &amp; Kidder, 2022, p. 1845)"),
    (MLA, BOOK, "(Binder and Kidder 1845)"),
    (HARVARD, BOOK, "(Binder and Kidder, 2022, p. 1845)"),
    (APA, STATUTE, "(Every Student Succeeds Act, 2015, p. 1845)"),
    (MLA, STATUTE, "(Every Student Succeeds Act 1845)"),
    (APA, ORDER, "(Exec. Order No. 14,059, 2021, p. 1845)"),
]


@pytest.mark.parametrize("key", EXPECTED["note"])
def test_chicago_cites_in_notes_with_the_page(key):
    assert processor(CHICAGO).note(WORKS[key], Locator("page", "1845")).html == EXPECTED["note"][key]


@pytest.mark.parametrize(("style", "key"), ENTRIES)
def test_every_style_lists_works_as_its_manual_does(style, key):
    formatted, expected = processor(style).entry(WORKS[key]), EXPECTED[style][key]
    assert formatted.html == expected
    assert formatted.plain == re.sub("</?i>", "", expected).replace("&amp;", "&")


@pytest.mark.parametrize(
    ("style", "reference", "expected"), IN_TEXT, ids=lambda value: getattr(value, "key", None)
)
def test_the_others_cite_in_the_text_with_the_page(style, reference, expected):
    assert processor(style).note(reference, Locator("page", "1845")).html == expected


def test_the_locator_does_not_leak_into_the_bibliography():
    chicago = processor(CHICAGO)
    before = chicago.entry(ARTICLE)
    chicago.note(ARTICLE, Locator("page", "12"))
    assert chicago.entry(ARTICLE) == before


def test_paragraphs_and_inferred_dates_are_said():
    where = Locator("paragraph", "4")
    assert [processor(style).note(UNTITLED, where).plain for style in CitationStyle] == [
        "Connor Pfeiffer, [Untitled Article], [December 2023?], para. 4.",
        "(Pfeiffer, ca. 2023, para. 4)",
        "(Pfeiffer, par. 4)",
        "(Pfeiffer, c. 2023, para. 4)",
    ]


def test_a_work_without_author_is_named_once():
    assert [processor(style).entry(PAGE).plain for style in CitationStyle] == [
        "Policy Site. “Fentanyl and National Security.” [2023?]. https://example.org/fentanyl.",
        "Fentanyl and National Security. (ca. 2023). Policy Site. https://example.org/fentanyl",
        "“Fentanyl and National Security.” Policy Site, circa 2023, https://example.org/fentanyl.",
        "Fentanyl and National Security (c. 2023) Policy Site. Available at: https://example.org/fentanyl.",
    ]
    assert processor(CHICAGO).note(PAGE).plain == (
        "“Fentanyl and National Security,” Policy Site, [2023?], https://example.org/fentanyl."
    )


def test_works_of_one_year_are_told_apart():
    assert processor(APA).entry(BOOK, "b").plain.startswith("Binder, A. J., & Kidder, J. L. (2022b). ")
    assert processor(HARVARD).entry(BOOK, "b").plain.startswith("Binder, A.J. and Kidder, J.L. (2022b) ")


def test_quotation_marks_within_quotation_marks_change_kind():
    reference = Reference(
        "a", "article-journal", 'The "New" War on O\'Brien', (Name("O'Neil", "Jo"),), container="X"
    )
    assert "“The ‘New’ War on O’Brien.”" in processor(CHICAGO).entry(reference).plain
    assert "‘The “New” War on O’Brien’," in processor(HARVARD).entry(reference).plain


def test_what_a_stranger_wrote_cannot_become_html():
    nasty = "<script>alert('x')</script> & <img src=x onerror=y> <i>\ue011\ue010</b> Tom"
    reference = Reference(
        "n", "book", nasty, (Name(nasty, nasty), Name(literal=nasty)), publisher=nasty, url=f"http://{nasty}"
    )  # fmt: skip
    for style in CitationStyle:
        for formatted in (processor(style).entry(reference), processor(style).note(reference)):
            assert set(re.findall(r"<[^>]*>", formatted.html)) <= {"<i>", "</i>", "<b>", "</b>"}
            assert formatted.html.count("<i>") == formatted.html.count("</i>")
            assert not re.search("[\ue000-\uf8ff]", formatted.plain + formatted.html)


@pytest.mark.parametrize(
    "date", ["2021-21", "198X", "1971?", "2020/..", "-0043", "1970/1972", "[1970,1971]", None]
)
def test_every_date_can_be_cited(date):
    reference = Reference("a", "book", "A", (Name("Doe", "Jane"),), date=date)
    for style in CitationStyle:
        assert "Doe" in processor(style).entry(reference).plain


words = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=0, max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Reference,
        key=words,
        kind=st.sampled_from(sorted(kinds.CSL)),
        title=words,
        authors=st.lists(st.builds(Name, words, words), max_size=3).map(tuple),
        editors=st.lists(st.builds(Name, literal=words), max_size=1).map(tuple),
        date=st.sampled_from([None, "1971", "1971-06-17", "2021-22"]),
        container=words,
        volume=words,
        issue=words,
        number=words,
        pages=words,
        edition=words,
        genre=words,
    ),
    st.sampled_from(CitationStyle),
)
def test_any_record_can_be_cited(reference, style):
    for formatted in (
        processor(style).entry(reference),
        processor(style).note(reference, Locator("page", "1")),
    ):
        assert formatted.plain.strip()
        assert set(re.findall(r"<[^>]*>", formatted.html)) <= {
            "<i>",
            "</i>",
            "<b>",
            "</b>",
            "<sup>",
            "</sup>",
        }
