"""Passages out as W3C annotations and in again; the whole way over the library."""

import json
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.annotation import Fate, NamedSource
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Stance
from explorer.services.annotations import CONTEXT
from explorer.services.annotations.planning import importing
from explorer.services.annotations.reading import LARGEST, read
from explorer.services.annotations.travel import Annotations, annotations_of
from explorer.services.annotations.writing import annotation
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.libraries import open_library
from explorer.services.workers import Errand, Workers
from explorer.store import reads

TEXT = """The board dredged the channel in 1974.

Nobody had asked for it, wrote the harbour master.

“It was dear,” he said, “but it was done.” In 1975 came the quay.
"""


@pytest.fixture
def workers():
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


@pytest.fixture
def other(story_library, tmp_path):
    """The same story without the passages of its first source."""
    import shutil

    from sqlalchemy import text

    library = open_library(shutil.copy(story_library, tmp_path / "other.tlx"))
    with library.store.writing() as connection:
        ids = "(SELECT id FROM passage WHERE source_id = 1)"
        for table in ("claim_passage", "concordance_passage", "evidence", "mention", "quantity"):
            connection.execute(text(f"DELETE FROM {table} WHERE passage_id IN {ids}"))
        connection.execute(
            text(f"UPDATE step SET passage_id = NULL, show = 'view' WHERE passage_id IN {ids}")
        )
        connection.execute(text(f"UPDATE relation SET passage_id = NULL WHERE passage_id IN {ids}"))
        connection.execute(text("DELETE FROM passage WHERE source_id = 1"))
    yield library
    library.store.close()


def passages(library):
    with library.store.reading() as connection:
        return reads.annotated_passages(connection)


def preview(workers, library, path, errand=None):
    return Annotations(workers).preview(library, path, errand or Errand()).result()


def written(tmp_path, *items):
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps(list(items)), encoding="utf-8")
    return path


def note(quote, source, **more):
    selector = {"type": "TextQuoteSelector", "exact": quote}
    return {
        "type": "Annotation",
        "target": {"source": source, "selector": selector},
        "body": "A note",
        **more,
    }


def attached(workers, library, tmp_path, source_id=1):
    path = tmp_path / "copy.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = Documents(workers).copy(library, source_id, path, Errand()).result()
    Edits(workers).apply(library, made.change_set, made.contents).result()


def test_a_passage_has_the_shape_of_the_w3c_model(library):
    one = next(one for one in passages(library) if one.links and one.passage.quantities)
    made = annotation(one)
    assert made["type"] == "Annotation"
    assert made["id"] == f"urn:uuid:{one.passage.uuid}"
    assert set(made["motivation"]) <= {"describing", "commenting", "linking"}
    quote, position = made["target"]["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert (quote["exact"], quote["prefix"]) == (one.passage.selector.exact, one.passage.selector.prefix)
    assert position == {
        "type": "TextPositionSelector",
        "start": one.passage.selector.start,
        "end": one.passage.selector.end,
    }
    assert made["target"]["source"]["id"] == f"urn:uuid:{one.source.uuid}"
    for body in made["body"]:
        assert body["type"] in {"TextualBody", "SpecificResource"}
        assert body["purpose"] in {"describing", "commenting", "tagging", "linking"}
    links = [body for body in made["body"] if body["purpose"] == "linking"]
    assert [link["source"]["id"] for link in links] == [f"urn:uuid:{link.uuid}" for link in one.links]
    assert {link["tx:stance"] for link in links} <= {stance.value for stance in Stance}


def test_what_goes_out_is_read_as_it_was(workers, library):
    text = annotations_of(library, None)[0]
    page = json.loads(text)
    assert page["@context"][0] == CONTEXT
    assert page["type"] == "AnnotationPage"
    there = passages(library)
    for found, one in zip(read(text.encode(), "own"), there, strict=True):
        passage = one.passage
        assert found.problems == ()
        assert (found.uuid, found.source.uuid) == (passage.uuid, one.source.uuid)
        assert found.selector == passage.selector
        assert (found.paraphrase, found.note, found.kind) == (passage.paraphrase, passage.note, passage.kind)
        assert (found.date, found.date_note) == (passage.date, passage.date_note)
        assert (found.quantities, found.links) == (passage.quantities, one.links)


def test_some_sources_go_out_alone(workers, library):
    source = library.contents.sources[1]
    page = json.loads(annotations_of(library, [source])[0])
    assert {item["target"]["source"]["id"] for item in page["items"]} == {f"urn:uuid:{source.uuid}"}


def test_passages_come_into_another_library_in_one_change_and_go_again(workers, library, other, tmp_path):
    path = tmp_path / "all.jsonld"
    path.write_text(annotations_of(library, None)[0], encoding="utf-8")
    found = preview(workers, other, path)
    missing = [one for one in passages(library) if one.source.id == 1]
    assert found.count(Fate.NEW) == len(missing) > 10
    assert found.count(Fate.NEW) + found.count(Fate.KNOWN) == len(found.placed)
    edited = Edits(workers).apply(other, importing(found)).result()
    assert edited.change_set.title == "Import annotations from “all.jsonld”"

    def told(one):
        links = sorted((link.uuid, link.stance, link.note, link.example) for link in one.links)
        return replace(one.passage, id=0, slug=""), links

    assert sorted(map(repr, map(told, passages(other)))) == sorted(map(repr, map(told, passages(library))))
    assert not preview(workers, edited.library, path).changes_something
    back = Edits(workers).undo(edited.library).result()
    assert preview(workers, back.library, path).count(Fate.NEW) == len(missing)


def test_links_that_a_known_passage_lacks_are_added(workers, library, tmp_path):
    from sqlalchemy import text

    page = annotations_of(library, None)[0]
    with library.store.writing() as connection:
        connection.execute(
            text("DELETE FROM evidence WHERE passage_id = (SELECT min(passage_id) FROM evidence)")
        )
    path = tmp_path / "all.jsonld"
    path.write_text(page, encoding="utf-8")
    found = preview(workers, library, path)
    assert (found.count(Fate.LINKED), found.count(Fate.NEW)) == (1, 0)
    edited = Edits(workers).apply(library, importing(found)).result()
    assert {change.record for change in edited.change_set.changes} == {"evidence"}
    assert not preview(workers, edited.library, path).changes_something


def test_words_are_found_in_the_attached_text_and_kept_as_they_stand_there(workers, library, tmp_path):
    attached(workers, library, tmp_path)
    title = library.contents.sources[0].title
    source = {"type": "Text", "dcterms:title": title.upper()}
    path = written(
        tmp_path,
        note("nobody had asked for it", source),
        note('"It was dear," he said, "but it was done."', source, motivation="describing"),
        note("It was never built", source),
    )
    first, second, third = preview(workers, library, path).placed
    assert first.selector.exact == "Nobody had asked for it"
    assert (first.anchored, first.selector.paragraph, first.read.note) == (True, 2, "A note")
    assert second.selector.exact == "“It was dear,” he said, “but it was done.”"
    assert second.read.paraphrase == "A note"
    assert third.fate is Fate.LEFT_OUT
    assert third.problems == (f"Its words are not found in the text of “{third.source.label}”.",)
    edited = Edits(workers).apply(library, importing(preview(workers, library, path))).result()
    with edited.library.store.reading() as connection:
        detail = reads.source_detail(connection, 1)
    here = {item.passage.selector.exact: item for item in detail.passages}
    item = here["Nobody had asked for it"]
    assert TEXT[item.anchor.start : item.anchor.end] == "Nobody had asked for it"


def test_sources_are_known_by_sum_address_and_title(workers, library, tmp_path):
    sources = library.contents.sources
    addressed = next(one for one in sources if '"URL": "https://' in one.csl)
    url = json.loads(addressed.csl)["URL"]
    place = {"type": "TextPositionSelector", "start": 3, "end": 8}

    def about(source):
        made = note("words", source)
        made["target"]["selector"] = [made["target"]["selector"], place]
        return made

    path = written(
        tmp_path,
        about({"id": "file:///x", "tx:sha256": sources[0].sha256.upper()}),
        about(url.replace("https://", "http://") + "#top"),
        about({"id": "urn:x", "title": addressed.title}),
        about("https://example.org/unknown"),
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "words"}}},
    )
    placed = preview(workers, library, path).placed
    assert [one.source and one.source.id for one in placed] == [1, addressed.id, addressed.id, None, None]
    assert placed[0].fate is Fate.NEW
    assert "has no text in this library; the words could not be compared" in placed[0].problems[0]
    assert placed[3].problems == ("No source of this library is “https://example.org/unknown”.",)
    assert placed[4].problems == ("It names no source.",)


def test_without_text_and_position_a_quotation_has_no_place(workers, library, tmp_path):
    source = f"urn:uuid:{library.contents.sources[0].uuid}"
    (placed,) = preview(workers, library, written(tmp_path, note("words", source))).placed
    assert placed.fate is Fate.LEFT_OUT
    assert "Attach its text, then import again." in placed.problems[0]


def test_an_event_that_is_not_there_is_said(workers, library, tmp_path):
    attached(workers, library, tmp_path)
    link = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": {"id": "urn:uuid:00000000-0000-4000-8000-000000000000", "dcterms:title": "Summit"},
    }
    source = f"urn:uuid:{library.contents.sources[0].uuid}"
    path = written(tmp_path, note("dredged the channel", source, body=[link, {**link, "source": "urn:x"}]))
    (placed,) = preview(workers, library, path).placed
    assert placed.fate is Fate.NEW
    assert placed.problems == (
        "One of its links leads to no event and was left out.",
        "The event “Summit” is not in this library; the passage comes without it.",
    )


def test_an_export_of_hypothesis_is_read():
    item = {
        "uri": "https://example.org/a",
        "document": {"title": ["A title"]},
        "text": "My note",
        "tags": ["policy", "later"],
        "target": [
            {
                "source": "https://example.org/a",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]"},
                    {"type": "TextPositionSelector", "start": 5, "end": 9},
                    {"type": "TextQuoteSelector", "exact": "word", "prefix": "a ", "suffix": " b"},
                ],
            }
        ],
    }
    (found,) = read(json.dumps({"rows": [item], "total": 1}).encode(), "h.json")
    assert found.source == NamedSource(url="https://example.org/a", title="A title")
    assert (found.note, found.kind, found.selector.start, found.selector.prefix) == (
        "My note",
        "policy",
        5,
        "a ",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"items": [1, {"type": "Annotation"}]}', "no annotation"),
        (b"7", "no annotation"),
    ],
)
def test_what_is_no_file_of_annotations_is_refused(data, said):
    with pytest.raises(ReaderError, match=said):
        read(data, "x.json")


def test_sizes_are_bounded():
    with pytest.raises(ReaderError, match="larger than 20 MB"):
        read(b" " * (LARGEST + 1), "x.json")
    with pytest.raises(ReaderError, match="more than 20,000"):
        read(json.dumps([{"target": "x"}] * 20_001).encode(), "x.json")
    (found,) = read(json.dumps([note("x" * 30_000, "x")]).encode(), "x.json")
    assert found.selector is None
    assert found.problems == ("It quotes no words, so it cannot be found in a text.",)


def test_strange_values_do_no_harm():
    odd = {
        "id": 7,
        "target": [{"source": {"id": 3}, "selector": {"type": "TextQuoteSelector", "exact": "a\x00b"}}],
        "body": [3, None, {"value": 4}, {"value": "x", "purpose": ["y"]}],
        "tx:date": "soon",
        "tx:quantities": [{"value": True}, {"value": 1e999}, "x", {"value": 2, "unit": 5}],
        "tags": "none",
        "document": 3,
    }
    (found,) = read(json.dumps([odd]).encode(), "x.json")
    assert found.selector.exact == "ab"
    assert (found.uuid, found.date, found.kind, found.note) == ("", None, "event", "x")
    assert found.problems == ("Its date cannot be read; the passage comes without it.",)


def test_a_preview_can_be_called_off(workers, library, tmp_path):
    errand = Errand()
    errand.call_off()
    with pytest.raises(CancelledError):
        preview(workers, library, written(tmp_path, note("a", "b")), errand)


def test_a_file_that_is_gone_is_said(workers, library, tmp_path):
    with pytest.raises(ReaderError, match="cannot be read"):
        preview(workers, library, tmp_path / "gone.json")


NAMES = "target body source selector type exact start end id value purpose items motivation tags document"
TERMS = "tx:date tx:quantities TextQuoteSelector linking"
names = st.sampled_from(f"{NAMES} {TERMS}".split())
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=6),
    max_leaves=25,
)


@given(st.lists(st.dictionaries(names, anything, max_size=6), min_size=1, max_size=3))
def test_any_json_is_read_or_refused(items):
    with suppress(ReaderError):
        found = read(json.dumps(items).encode(), "x.json")
        assert [one.number for one in found] == list(range(1, len(found) + 1))
