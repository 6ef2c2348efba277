from explorer.domain.reference import Name
from explorer.services.bibliography.records import LONGEST, clean, from_csl, to_csl, without_marks

ARTICLE = {
    "id": "reuter-2011",
    "type": "article-journal",
    "title": "Assessing U.S. Drug Policy and <i>Papaver</i>",
    "author": [
        {"family": "Reuter", "given": "Peter"},
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "Jr."},
        {"literal": "United Nations"},
    ],
    "translator": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2011, 3]], "circa": True},
    "accessed": {"date-parts": [[2020, 1, 2]]},
    "original-date": {"date-parts": [[1900]]},
    "container-title": "Addiction",
    "volume": "106",
    "issue": "4",
    "page": "700-712",
    "DOI": "10.1000/182",
    "keyword": "drugs",
}


def test_a_record_comes_back_whole():
    read = from_csl(ARTICLE)
    assert read.problems == ()
    assert to_csl(read.reference) == ARTICLE


def test_fields_are_read_in_our_terms():
    reference = from_csl(ARTICLE).reference
    assert [name.text for name in reference.authors] == [
        "Peter Reuter",
        "Vincent van Gogh, Jr.",
        "United Nations",
    ]
    assert (reference.date, reference.accessed) == ("2011-03~", "2020-01-02")
    assert reference.more == (("keyword", "drugs"), ("original-date", "1900"))
    assert without_marks(reference.title) == "Assessing U.S. Drug Policy and Papaver"


def test_what_is_wrong_is_said_and_left_out():
    read = from_csl(
        {
            "type": "scroll",
            "title": ["a", "list"],
            "volume": 12,
            "author": ["The Court", 7, {"role": "x"}, {"given": "Plato"}],
            "editor": {"literal": "One Editor"},
            "issued": {"literal": "forthcoming"},
            "publisher": True,
            "custom": {"x": 1},
        }
    )
    reference = read.reference
    assert (reference.kind, reference.title, reference.volume, reference.date) == ("document", "", "12", None)
    assert reference.authors == (Name(literal="The Court"), Name(family="Plato"))
    assert reference.editors == (Name(literal="One Editor"),)
    assert [problem.split(";")[0] for problem in read.problems] == [
        "The field “title” holds no text",
        "A name in “author” cannot be read",
        "The date in “issued” (forthcoming) cannot be read",
        "The field “publisher” holds no text",
        "The type “scroll” is not one of CSL",
    ]


def test_sizes_are_bounded():
    read = from_csl(
        {"type": "book", "title": "x" * (LONGEST + 1), "author": [{"literal": "A"}] * 1_001}
        | {f"field-{number}": "1" for number in range(300)}
    )
    assert len(read.reference.title) == LONGEST
    assert len(read.reference.authors) == 1_000
    assert len(read.reference.more) < 200
    assert len(read.problems) == 3


def test_texts_are_one_clean_line():
    assert clean(" a\x00b\n\tc  e\u0301 \ud800") == "a b c é"
