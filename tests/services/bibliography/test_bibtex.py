from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.reference import Name, Reference
from explorer.services.bibliography import bibtex, kinds

FILE = r"""
A comment that is no entry, written to ann@example.org.
@string{yale = "Yale University Press"}
@book{musto1973,
  author    = {Musto, David F. and {World Health Organization} and van Gogh, Jr, Vincent and others},
  title     = {{The American Disease}: Origins of Narcotic {Control}},
  publisher = yale, address = "New " # {Haven},
  year = 1973, month = jun,
}
@article{reuter_2011,
  author = "Peter Reuter and Mart{\'\i}nez, Jos\'e",
  title = "On \emph{Papaver}", journal = {Addiction}, volume = 106, number = 4, pages = {700--712},
  date = {2011-03~}, doi = {10.1000/a\_b}, url = {http://a.example/x_y?z=1&b=2%20},
  keywords = {drugs, policy}
}
@techreport{gao, title={Opium}, institution={GAO}, number={GGD-77-6}, year={1977}}
@Misc{site, title={A site}, howpublished={\url{http://b.example/}}, urldate={2020-01-02}, year={n.d.}}
"""


def test_a_file_is_read():
    read = bibtex.read(FILE, 10)
    book, article, report, site = (record.reference for record in read.records)
    assert book == Reference(
        "musto1973",
        "book",
        "The American Disease: Origins of Narcotic Control",
        (
            Name("Musto", "David F."),
            Name(literal="World Health Organization"),
            Name("Gogh", "Vincent", particle="van", suffix="Jr"),
        ),
        date="1973-06",
        publisher="Yale University Press",
        place="New Haven",
    )
    assert article == Reference(
        "reuter_2011",
        "article-journal",
        "On <i>Papaver</i>",
        (Name("Reuter", "Peter"), Name("Martínez", "José")),
        date="2011-03~",
        container="Addiction",
        volume="106",
        issue="4",
        pages="700-712",
        doi="10.1000/a_b",
        url="http://a.example/x_y?z=1&b=2%20",
        more=(("keyword", "drugs, policy"),),
    )
    assert report == Reference("gao", "report", "Opium", date="1977", publisher="GAO", number="GGD-77-6")
    assert site == Reference("site", "document", "A site", url="http://b.example/", accessed="2020-01-02")
    assert [record.problems for record in read.records] == [
        (),
        (),
        (),
        ("The date “n.d.” cannot be read; it was left out.",),
    ]


def test_a_broken_entry_spoils_no_other():
    read = bibtex.read(
        "@book{one, title={One}}\n@book{two, title={Two, year=1999\n}\n"
        "@book{three, title={Three}, x=unknown}\n"
        "@scroll{four, title={Four}, author={a, b, c, d, e and Doe, Jane}}",
        10,
    )
    assert [record.reference.key for record in read.records] == ["one", "two", "three", "four"]
    assert read.records[0].problems == ()
    assert "Line 4: premature end of file" in read.records[1].problems[0]
    assert "Line 4" in read.records[2].problems[0]
    assert "unknown" in read.records[2].problems[0]
    assert read.records[3].problems == (
        "The type “@scroll” is not known; it is kept as a document.",
        "A name cannot be read: it has too many commas. It was left out.",
    )
    assert read.records[3].reference.authors == (Name("Doe", "Jane"),)


def test_no_more_than_the_most_are_read():
    read = bibtex.read("@book{a, title={A}}\n" * 5, 3)
    assert len(read.records) == 3
    assert read.problems == ("The file has more than 3 records; the rest was left out.",)


def test_deep_and_endless_braces_end_soon():
    read = bibtex.read("@book{a, title={" + "{" * 200_000, 3)
    assert read.records[0].problems
    assert read.records[0].reference.title == ""


def test_keys_are_made_fit_and_kept_apart():
    text = bibtex.write([Reference("a b"), Reference("a b"), Reference("É"), Reference("x")])
    assert [line for line in text.splitlines() if line.startswith("@")] == [
        "@misc{a-b,",
        "@misc{a-b-2,",
        "@misc{entry,",
        "@misc{x,",
    ]


def test_an_entry_is_written_for_old_and_new_bibtex():
    reference = Reference(
        "mmwr", "article-journal", "Fentanyl & <i>Papaver</i>", (Name(literal="CDC"), Name("Doe", "Jane")),
        date="2008-07~", container="MMWR", volume="57", issue="29", pages="793-796",
    )  # fmt: skip
    assert bibtex.write([reference]) == (
        "@article{mmwr,\n"
        "  author = {{CDC} and Doe, Jane},\n"
        "  title = {{Fentanyl \\& \\emph{Papaver}}},\n"
        "  volume = {57},\n"
        "  journal = {MMWR},\n"
        "  number = {29},\n"
        "  pages = {793--796},\n"
        "  year = {2008},\n"
        "  month = {7},\n"
        "  date = {2008-07~},\n"
        "}\n"
    )


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="<>"),
    min_size=1,
    max_size=12,
)
texts = st.lists(words, max_size=4).map(" ".join)
capital = st.text("ABCDEFGÉÖŠ", min_size=1, max_size=1)
people = st.builds(Name, st.builds(str.__add__, capital, words), st.builds(str.__add__, capital, words))
bodies = st.builds(Name, literal=words)
references = st.builds(
    Reference,
    key=st.just("key"),
    kind=st.sampled_from(sorted(kinds.CSL)),
    title=texts,
    authors=st.lists(st.one_of(people, bodies), max_size=3).map(tuple),
    date=st.sampled_from([None, "1971", "1971-06-17", "1971-06~", "198X", "1970/1972", "-0043", "0962"]),
    publisher=texts,
    place=texts,
    container=texts,
    volume=words,
    issue=words,
    number=words,
    note=texts,
)


@given(references)
def test_references_come_back(reference):
    from unicodedata import normalize

    (record,) = bibtex.read(bibtex.write([reference]), 10).records
    assert record.problems == ()
    assert normalize("NFC", repr(record.reference)) == normalize("NFC", repr(reference))
