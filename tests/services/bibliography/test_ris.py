from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.reference import Name, Reference
from explorer.services.bibliography import kinds, ris

FILE = """\ufeffTY  - JOUR\r
ID  - mmwr\r
AU  - Doe, Jane, Jr.\r
AU  - Centers for Disease Control and Prevention\r
A2  - Congress of the Union, Mexico,\r
TI  - Nonpharmaceutical Fentanyl-Related\r
Deaths\r
T2  - MMWR\r
VL  - 57\r
IS  - 29\r
SP  - 793\r
EP  - 796\r
DA  - 2008/07/25/\r
UR  - http://a.example/x;y=1\r
KW  - one\r
KW  - two\r
N1  - First note\r
ER  - \r

TY  - CASE
T1  - Sosa v. Alvarez-Machain
PB  - Supreme Court of the United States
M1  - 542 U.S. 692
PY  - 2004
Y2  - yesterday
ER  -
"""


def test_a_file_is_read():
    article, case = ris.read(FILE, 10).records
    assert article.problems == ()
    assert article.reference == Reference(
        "mmwr",
        "article-journal",
        "Nonpharmaceutical Fentanyl-Related Deaths",
        (Name("Doe", "Jane", suffix="Jr."), Name(literal="Centers for Disease Control and Prevention")),
        (Name(literal="Congress of the Union, Mexico"),),
        date="2008-07-25",
        container="MMWR",
        volume="57",
        issue="29",
        pages="793-796",
        url="http://a.example/x;y=1",
        note="First note",
        more=(("keyword", "one, two"),),
    )
    assert case.reference == Reference(
        "line-20",
        "legal_case",
        "Sosa v. Alvarez-Machain",
        date="2004",
        number="542 U.S. 692",
        authority="Supreme Court of the United States",
    )
    assert case.problems == ("The date “yesterday” cannot be read; it was left out.",)


def test_a_broken_record_spoils_no_other():
    read = ris.read(
        "junk\nAU  - nobody\nTY  - BOOK\nTI  - One\nTY - QQQQ\nTI - Two\nER - \nTY  - MAP\nTI  - Three\n", 10
    )
    assert [record.reference.title for record in read.records] == ["One", "Two", "Three"]
    assert [record.problems for record in read.records] == [
        ("Line 3: the record has no end (ER).",),
        ("The type “QQQQ” is not known; it is kept as a document.",),
        ("Line 8: the record has no end (ER).",),
    ]


def test_no_more_than_the_most_are_read():
    read = ris.read("TY  - BOOK\nTI  - A\nER  - \n" * 5, 3)
    assert len(read.records) == 3
    assert read.problems == ("The file has more than 3 records; the rest was left out.",)


def test_an_endless_record_is_cut():
    read = ris.read("TY  - BOOK\nTI  - A\n" + "KW  - x\n" * 20_000, 10)
    assert len(read.records) == 1
    assert "more than 5,000 lines" in read.records[0].problems[0]


def test_a_record_is_written_without_numbers_before_it():
    text = ris.write(
        [Reference("un", "treaty", "Single Convention", date="1961-03-30", number="520 UNTS 151")]
    )
    assert text == (
        "TY  - LEGAL\nID  - un\nTI  - Single Convention\nM1  - 520 UNTS 151\nM3  - treaty\n"
        "PY  - 1961\nDA  - 1961/03/30/\nER  - \n"
    )


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters=","),
    min_size=1,
    max_size=12,
)
texts = st.lists(words, max_size=4).map(" ".join)


@given(
    st.builds(
        Reference,
        key=words,
        kind=st.sampled_from(sorted(kinds.CSL - {"legal_case"})),
        title=texts,
        authors=st.lists(
            st.one_of(st.builds(Name, words, words), st.builds(Name, literal=words)), max_size=3
        ).map(tuple),
        editors=st.lists(st.builds(Name, words, words, suffix=words), max_size=2).map(tuple),
        date=st.sampled_from([None, "1971", "1971-06-17", "1971-06~", "198X", "1970/1972", "-0043", "0962"]),
        publisher=texts,
        container=texts,
        number=texts,
        issue=texts,
        pages=st.sampled_from(["", "1", "1-2", "e7"]),
        note=texts,
    )
)
def test_references_come_back(reference):
    from unicodedata import normalize

    (record,) = ris.read(ris.write([reference]), 10).records
    assert record.problems == ()
    assert normalize("NFC", repr(record.reference)) == normalize("NFC", repr(reference))
