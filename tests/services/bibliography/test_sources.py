import json
from pathlib import Path

from explorer.domain.reference import Name, Reference
from explorer.services.bibliography import bibtex, csl_json, ris
from explorer.services.bibliography.sources import csl_text, reference_of, source_of
from explorer.services.story import read_story


def sources(root: Path):
    return read_story(root / "resources" / "library", "2024-01-01T00:00:00Z").contents.sources


def test_a_new_source_says_what_its_reference_says():
    reference = Reference(
        "reuter", "article-journal", "On <i>Papaver</i>", (Name("Reuter", "Peter"), Name(literal="CDC")),
        date="2011~", container="Addiction", language="en", more=(("rights", "CC BY"),),
    )  # fmt: skip
    source = source_of(reference, id=7, uuid="u", slug="reuter")
    assert (source.title, source.label, source.authors) == ("On Papaver", "On Papaver", "Peter Reuter; CDC")
    assert (source.date, source.kind, source.rights, source.language) == (
        "2011~",
        "article-journal",
        "CC BY",
        "en",
    )
    assert reference_of(source) == reference


def test_the_date_of_the_source_is_finer_than_csl():
    source = source_of(Reference("a", "book", "A", date="1971-06?"), id=1, uuid="u", slug="a")
    assert "literal" in json.loads(source.csl)["issued"]
    assert reference_of(source).date == "1971-06?"


def test_a_source_without_a_record_is_cited_from_its_fields():
    from dataclasses import replace

    source = source_of(
        Reference("a", "book", "A", (Name("Doe", "Jane"),), date="1971"), id=1, uuid="u", slug="a"
    )
    for csl in ("", "{}", "[", "[1]"):
        found = reference_of(replace(source, csl=csl, publisher="Yale"))
        assert (found.key, found.kind, found.title, found.publisher, found.date) == (
            "a",
            "book",
            "A",
            "Yale",
            "1971",
        )
        assert found.authors == (Name(literal="Jane Doe"),)


def test_all_shipped_sources_go_through_all_three_forms(root):
    references = [reference_of(source) for source in sources(root)]
    assert len(references) > 60
    for form in (csl_json, bibtex, ris):
        read = form.read(form.write(references), 1_000)
        assert [record.problems for record in read.records] == [()] * len(references)
        for record, reference in zip(read.records, references, strict=True):
            found = record.reference
            assert (found.key, found.kind, found.title) == (reference.key, reference.kind, reference.title)
            assert (found.date, found.authors, found.number) == (
                reference.date,
                reference.authors,
                reference.number,
            )
    assert json.loads(csl_text(references[2]))["title"] == references[2].title
