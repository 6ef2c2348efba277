from concurrent.futures import CancelledError

import pytest

from explorer.domain.reading import Kind, UnreadableError
from explorer.domain.source import SourceRole
from explorer.services.adding import Adding, Entry, ReadingErrand
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries
from explorer.services.reading.files import Incoming
from explorer.services.workers import Workers
from explorer.store import reads
from tests.support import papers
from tests.support.reading import text_around

BIBTEX = """
@book{lindqvist1976, author = {Lindqvist, Ada and Ek, Bo}, title = {On Mud}, year = 1976, isbn = {978-0-1}}
@article{ek1980, author = {Ek, Bo}, title = {Mines of the Sound}, journal = {Coast}, year = 1980}
"""


@pytest.fixture
def desk(story_path, resources):
    workers = Workers()
    library = Libraries(workers, resources / "library", story_path.parent).open(story_path).result(10)
    yield Desk(library, workers)
    workers.close()
    library.store.close()


class Desk:
    def __init__(self, library, workers):
        self.library = library
        self.adding = Adding(workers)
        self.edits = Edits(workers)
        self.documents = Documents(workers)

    def read(self, data, name):
        return self.adding.read(Incoming(name, None, data), ReadingErrand()).result(30)

    def compare(self, read):
        return self.adding.compare(self.library, read, ReadingErrand()).result(30)

    def enter(self, data, name, *, keep=True):
        entry = Entry(self.read(data, name), keep=keep)
        self.library = self.edits.apply(self.library, entry.plan, entry.contents()).result(30).library
        return entry

    def source(self, source_id):
        return self.documents.source(self.library, source_id).result(10)


def test_a_document_enters_as_a_source_with_its_text(desk):
    entry = desk.enter(papers.pdf(), "paper.pdf")
    detail = desk.source(entry.source_id)
    source, document = detail.source, detail.document
    assert (source.title, source.authors, source.role) == (papers.BOARD, "Ada Lindqvist", SourceRole.ARTICLE)
    assert source.label.startswith("Lindqvist")
    assert {"title", "author"} <= set(source.inferred)
    assert (document.kind, document.filename) == (Kind.PDF, "paper.pdf")
    assert papers.PARAGRAPHS[0] in document.text
    assert len(document.pages) == 1
    with desk.library.store.reading() as connection:
        assert reads.original_of(connection, entry.source_id) == papers.pdf()
    assert source in desk.library.contents.sources


def test_without_its_file_only_the_text_lies_in_the_library(desk):
    entry = desk.enter(papers.PARAGRAPHS[0].encode(), "note.txt", keep=False)
    assert not desk.source(entry.source_id).document.is_kept
    assert desk.source(entry.source_id).source.title == "note"
    assert desk.source(entry.source_id).source.unknown == ("author", "issued", "publisher")


def test_undo_takes_a_document_out_whole_and_redo_brings_it_back(desk):
    before = desk.documents.summaries(desk.library).result(10)
    entry = desk.enter(papers.page(), "page.html")
    desk.library = desk.edits.undo(desk.library).result(10).library
    assert desk.documents.summaries(desk.library).result(10) == before
    desk.edits.redo(desk.library).result(10)
    assert desk.source(entry.source_id).document.text.endswith(papers.PARAGRAPHS[-1])


def test_the_same_file_and_the_same_text_are_known_again(desk):
    entry = desk.enter(papers.pdf(), "paper.pdf")
    twin = desk.compare(desk.read(papers.pdf(), "other name.pdf")).twin
    assert (twin.source_id, twin.same_file, twin.share) == (entry.source_id, True, 1.0)
    text = desk.source(entry.source_id).document.text
    twin = desk.compare(desk.read(text.encode(), "text.txt")).twin
    assert (twin.same_file, twin.same_text) == (False, True)


def test_nearly_the_same_text_is_told_and_another_one_is_not(desk):
    entry = desk.enter("\n".join(papers.PARAGRAPHS).encode(), "a.txt")
    changed = "\n".join(papers.PARAGRAPHS).replace("eleven", "twelve").replace("late", "l8te")
    twin = desk.compare(desk.read(changed.encode(), "b.txt")).twin
    assert twin.source_id == entry.source_id
    assert not twin.same_text
    assert 0.85 < twin.share < 1
    other = " ".join(f"Sentence {at} of quite another text." for at in range(60))
    assert desk.compare(desk.read(other.encode(), "c.txt")).twin is None


def test_a_copy_of_a_source_whose_words_are_quoted_is_recognised(desk):
    article = next(each for each in desk.library.contents.sources if each.role is SourceRole.ARTICLE)
    passages = [item.passage for item in desk.source(article.id).passages]
    text = text_around(passages).replace("’", "'").upper()
    standing = desk.compare(desk.read(papers.pdf(text.split("\n")), "copy.pdf"))
    assert standing.twin is None
    assert standing.copy.source_id == article.id
    assert standing.copy.found == standing.copy.tried
    assert desk.compare(desk.read(papers.pdf(), "paper.pdf")).copy is None


def test_the_records_of_a_bibliography_enter_once(desk):
    before = len(desk.library.contents.sources)
    entry = desk.enter(BIBTEX.encode(), "mud.bib")
    assert (entry.new, entry.doubles) == (2, 0)
    found = {source.title: source for source in desk.library.contents.sources[before:]}
    assert found["On Mud"].label == "Lindqvist and Ek 1976"
    assert found["On Mud"].role is SourceRole.RECORD
    assert found["Mines of the Sound"].date == "1980"
    again = desk.enter(BIBTEX.encode(), "mud.bib")
    assert (again.new, again.doubles) == (0, 2)
    assert len(desk.library.contents.sources) == before + 2


@pytest.mark.parametrize(
    "data",
    [papers.locked_pdf(), papers.scan(), b"", papers.with_part(papers.word(), "word/document.xml", b"<x")],
)
def test_what_cannot_be_read_leaves_nothing_behind(desk, data):
    before = desk.documents.summaries(desk.library).result(10)
    with pytest.raises(UnreadableError):
        desk.read(data, "bad.bin")
    assert desk.documents.summaries(desk.library).result(10) == before
    assert desk.edits.history(desk.library).result(10).undo is None


def test_reading_can_be_called_off(desk):
    errand = ReadingErrand()
    errand.call_off()
    with pytest.raises(CancelledError):
        desk.adding.read(Incoming("a.txt", None, b"words"), errand).result(10)


def test_folders_are_gone_through(desk, tmp_path):
    (tmp_path / "papers" / "deep").mkdir(parents=True)
    for name in ("b.txt", "deep/a.txt", ".hidden"):
        (tmp_path / "papers" / name).write_text("words", encoding="utf-8")
    found = desk.adding.files([tmp_path / "papers"]).result(10)
    assert [each.name for each in found] == ["b.txt", "a.txt"]


def test_a_file_with_the_title_of_a_record_is_offered_as_its_text(desk):
    desk.enter(f"@book{{a, title={{{papers.BOARD}}}, year=1976}}".encode(), "a.bib")
    record = desk.library.contents.sources[-1]
    standing = desk.compare(desk.read(papers.pdf(), "paper.pdf"))
    assert (standing.copy.source_id, standing.copy.tried) == (record.id, 0)
