import hashlib
from concurrent.futures import CancelledError

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.passage import AnchorState
from explorer.domain.source import SourceRole
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries
from explorer.services.plain_text import canonical
from explorer.services.workers import Errand, Workers
from explorer.store import reads
from tests.support import papers
from tests.support.reading import text_around


@pytest.fixture
def desk(story_path, resources):
    workers = Workers()
    library = Libraries(workers, resources / "library", story_path.parent).open(story_path).result(10)
    yield library, Documents(workers), Edits(workers)
    workers.close()
    library.store.close()


@pytest.fixture
def copy(desk, tmp_path):
    """A text of our own with every quotation of the first article in its place."""
    library, documents, _edits = desk
    path = tmp_path / "copy.txt"
    detail = documents.source(library, article(library)).result(10)
    path.write_text(text_around(item.passage for item in detail.passages), encoding="utf-8")
    return path


def article(library, at=0):
    return [source.id for source in library.contents.sources if source.role is SourceRole.ARTICLE][at]


def attach(desk, source_id, path, **more):
    library, documents, edits = desk
    made = documents.copy(library, source_id, path, Errand(), **more).result(20)
    edits.apply(library, made.change_set, made.contents).result(10)
    return made.report


def test_summaries_count_what_rests_on_each_source(desk):
    library, documents, _edits = desk
    summaries = documents.summaries(library).result(10)
    articles = [summary for summary in summaries if summary.source.role is SourceRole.ARTICLE]
    assert [summary.passages for summary in articles] == [54, 42]
    assert all(summary.events > 0 and summary.attached is None for summary in articles)
    assert len(summaries) - len(articles) == 66


def test_attaching_finds_every_passage_and_keeps_fresh_selectors(desk, copy):
    library, documents, _edits = desk
    source_id = article(library)
    report = attach(desk, source_id, copy)
    assert (report.exact, report.moved, report.lost, report.total) == (54, 0, 0, 54)
    assert report.same_file is False
    assert report.encoding == "UTF-8"
    detail = documents.source(library, source_id).result(10)
    text = canonical(copy.read_text(encoding="utf-8"))
    assert detail.document is not None
    assert detail.document.text == text
    assert detail.document.sha256 == hashlib.sha256(copy.read_bytes()).hexdigest()
    for item in detail.passages:
        chosen = item.passage.selector
        assert item.anchor is not None
        assert text[item.anchor.start : item.anchor.end] == chosen.exact
        assert chosen.prefix == text[max(chosen.start - 32, 0) : chosen.start]
        assert chosen.suffix == text[chosen.end : chosen.end + 32]
    summary = documents.summaries(library).result(10)[0]
    assert (summary.exact, summary.moved, summary.lost) == (54, 0, 0)
    assert summary.attached


def test_the_file_the_passages_were_taken_from_is_known_again(desk, root, copy):
    library, _documents, _edits = desk
    for at, name in enumerate(("000_ffbad3ad6fb46f85.txt", "002_b38af42baa980b09.txt")):
        path = root.parent / "shared" / "seeds" / name
        known = path.exists()
        report = attach(desk, article(library, at if known else 0), path if known else copy)
        assert report.lost == report.moved == 0
        assert report.same_file is known


def test_a_changed_letter_and_an_added_one_are_told_apart(desk, copy):
    library, documents, _edits = desk
    source_id = article(library)
    detail = documents.source(library, source_id).result(10)
    middle = detail.passages[27].passage.selector
    text = copy.read_text(encoding="utf-8")
    copy.write_text(text[: middle.start] + "#" + text[middle.start + 1 :], encoding="utf-8")
    report = attach(desk, source_id, copy)
    assert (report.exact, report.approximate, report.lost, report.total) == (53, 1, 0, 54)
    copy.write_text(text[: middle.start - 1] + " #" + text[middle.start - 1 :], encoding="utf-8")
    report = attach(desk, source_id, copy)
    assert (report.exact, report.total) == (54, 54)


def test_a_lost_passage_keeps_its_selector(desk, copy):
    library, documents, _edits = desk
    source_id = article(library)
    before = documents.source(library, source_id).result(10).passages
    copy.write_text("Another text altogether.", encoding="utf-8")
    assert attach(desk, source_id, copy).lost == 54
    after = documents.source(library, source_id).result(10).passages
    assert [item.passage for item in after] == [item.passage for item in before]
    assert all(item.anchor.state is AnchorState.LOST for item in after)


def test_detaching_takes_the_text_out_and_restoring_puts_it_back(desk, copy):
    library, documents, edits = desk
    source_id = article(library)
    attach(desk, source_id, copy)
    document = documents.source(library, source_id).result(10).document
    edits.apply(library, documents.detaching(source_id, "copy.txt")).result(10)
    bare = documents.source(library, source_id).result(10)
    assert bare.document is None
    assert all(item.anchor is None for item in bare.passages)
    again = documents.again(library, document, Errand()).result(10)
    edits.apply(library, again.change_set, again.contents).result(10)
    assert again.report.exact == 54
    assert documents.source(library, source_id).result(10).document == document


def test_a_file_that_cannot_be_read_leaves_the_text_as_it_was(desk, copy, tmp_path):
    library, documents, _edits = desk
    source_id = article(library)
    attach(desk, source_id, copy)
    bad = tmp_path / "paper.pdf"
    bad.write_bytes(b"%PDF-1.7")
    with pytest.raises(ReaderError, match="PDF"):
        attach(desk, source_id, bad)
    with pytest.raises(ReaderError, match="not there"):
        attach(desk, source_id, tmp_path / "gone.txt")
    assert documents.source(library, source_id).result(10).document.filename == "copy.txt"


def test_an_errand_that_was_called_off_prepares_nothing(desk, copy):
    library, documents, _ = desk
    errand = Errand()
    errand.call_off()
    with pytest.raises(CancelledError):
        documents.copy(library, article(library), copy, errand).result(10)


@pytest.mark.parametrize("keep", [True, False])
def test_the_file_itself_is_kept_if_that_is_wanted(desk, copy, keep):
    library, documents, _ = desk
    source_id = article(library)
    attach(desk, source_id, copy, keep=keep)
    document = documents.source(library, source_id).result(10).document
    assert document.is_kept is keep
    assert document.path == str(copy)
    with library.store.reading() as connection:
        assert reads.original_of(connection, source_id) == (copy.read_bytes() if keep else None)


def test_attaching_is_one_change_that_undo_takes_back(desk, copy):
    library, documents, edits = desk
    source_id = article(library)
    before = documents.source(library, source_id).result(10)
    attach(desk, source_id, copy)
    assert edits.history(library).result(10).undo == "Attach “copy.txt”"
    edits.undo(library).result(10)
    assert documents.source(library, source_id).result(10) == before
    edits.redo(library).result(10)
    assert documents.source(library, source_id).result(10).document.filename == "copy.txt"


@pytest.mark.parametrize("kind", ["pdf", "html"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_copy_of_another_kind_has_every_passage(desk, root, tmp_path, kind, at):
    """The articles themselves, where they are at hand; else a text of ours around their quotations."""
    library, documents, _ = desk
    source_id = article(library, at)
    original = root.parent / "shared" / "seeds" / ("000_ffbad3ad6fb46f85.txt", "002_b38af42baa980b09.txt")[at]
    passages = [item.passage for item in documents.source(library, source_id).result(10).passages]
    text = original.read_text(encoding="utf-8") if original.exists() else text_around(passages)
    paragraphs = [line for line in text.split("\n") if line.strip()]
    path = tmp_path / f"copy.{kind}"
    path.write_bytes(papers.pdf(paragraphs, columns=2) if kind == "pdf" else papers.page(paragraphs))
    report = attach(desk, source_id, path)
    assert report.exact + report.moved == report.total == len(passages)


def test_the_file_of_a_document_is_written_out_as_it_was(desk, copy, tmp_path):
    library, documents, _ = desk
    source_id = article(library)
    attach(desk, source_id, copy, keep=True)
    documents.save_file(library, source_id, tmp_path / "out.txt").result(10)
    assert (tmp_path / "out.txt").read_bytes() == copy.read_bytes()
    attach(desk, source_id, copy, keep=False)
    with pytest.raises(ReaderError, match="not kept"):
        documents.save_file(library, source_id, tmp_path / "more.txt").result(10)
    assert not (tmp_path / "more.txt").exists()
