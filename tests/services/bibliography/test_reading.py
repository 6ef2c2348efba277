import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.errors import ReaderError
from explorer.domain.reference import BibliographyForm
from explorer.services.bibliography import reading
from explorer.services.bibliography.reading import form_of, read_bibliography

BIB = "@book{a, title={Señor}}"
RIS = "TY  - BOOK\nTI  - Señor\nER  - \n"
CSL = '[{"type": "book", "title": "Señor"}]'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("text", "form"),
    [(BIB, BibliographyForm.BIBTEX), (RIS, BibliographyForm.RIS), (CSL, BibliographyForm.CSL)],
)
def test_the_form_is_seen_in_the_file_itself(text, form, encoding):
    data = text.encode(encoding)
    assert form_of(data) is form
    read = read_bibliography(data, "records.txt")
    assert read.form is form
    assert [record.reference.title for record in read.records] == ["Señor"]
    assert read.problems == ()


def test_an_old_encoding_is_guessed_and_said():
    read = read_bibliography(BIB.encode("cp1252"), "old.bib")
    assert read.records[0].reference.title == "Señor"
    assert read.problems == (
        "The file is not UTF-8; it was read as Windows-1252. Check letters with accents.",
    )


def test_other_files_are_no_bibliography():
    assert form_of(b"Dear Ann, write to ann@example.org {soon}.") is None
    with pytest.raises(ReaderError, match="Export it as CSL-JSON, BibTeX or RIS"):
        read_bibliography(b"%PDF-1.4 \x00\x01", "paper.pdf")


def test_a_file_without_records_is_refused():
    with pytest.raises(ReaderError, match=r"No record was found in “empty.ris”"):
        read_bibliography(b"Nothing here", "empty.ris")
    with pytest.raises(ReaderError, match=r"“broken.json”: The file is no valid JSON"):
        read_bibliography(b"[{", "broken.json")


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    with pytest.raises(ReaderError, match="larger than 2 MB"):
        read_bibliography(b"[" + b" " * 2_000_000, "huge.json")


def test_a_letter_cut_at_the_end_of_the_head_is_no_reason_to_guess():
    data = ("TY  - BOOK\nTI  - " + "é" * 20_000 + "\nER  - \n").encode()
    assert form_of(data) is BibliographyForm.RIS


names = st.sampled_from(
    [
        "type",
        "id",
        "title",
        "author",
        "issued",
        "date-parts",
        "season",
        "circa",
        "literal",
        "raw",
        "family",
        "DOI",
    ]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(names | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=20,
)
TAGS = ["TY  - ", "ER  - ", "AU  - ", "DA  - ", "UR  - ", " and "]
WORDS = ("@book{a,", "@string{x=", "author", "title", "date", "1999", "\n", "\\'{")
fragments = st.sampled_from([*WORDS, *TAGS, *'@{}"()=#,~x\\'])


@given(st.lists(st.dictionaries(names, anything, max_size=6), min_size=1, max_size=3))
def test_any_records_are_read_or_refused(records):
    _read_or_refuse(json.dumps(records))


@given(st.lists(fragments, max_size=40).map("".join), st.sampled_from(["a.bib", "a.ris", "a.json"]))
def test_any_text_is_read_or_refused(text, name):
    _read_or_refuse(text, name)


def _read_or_refuse(text, name="a.json"):
    with suppress(ReaderError):
        for record in read_bibliography(text.encode(), name).records:
            assert isinstance(record.reference.title, str)
            assert all(problem.endswith(".") for problem in record.problems)
