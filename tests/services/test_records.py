from dataclasses import replace

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.record import RecordDraft
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries
from explorer.services.records import draft_of, problem_of, saving
from explorer.services.workers import Workers
from explorer.store import reads


@pytest.fixture
def desk(story_path, resources):
    workers = Workers()
    library = Libraries(workers, resources / "library", story_path.parent).open(story_path).result(10)
    yield Desk(library, Edits(workers))
    workers.close()
    library.store.close()


class Desk:
    def __init__(self, library, edits):
        self.library, self.edits = library, edits

    def source(self, slug):
        found = next(each for each in self.library.contents.sources if each.slug == slug)
        with self.library.store.reading() as connection:
            return reads.source_with_id(connection, found.id)

    def save(self, source, draft):
        self.library = self.edits.apply(self.library, saving(source.id, draft)).result(10).library


def test_a_record_that_is_saved_as_it_is_changes_nothing_that_can_be_seen(desk):
    for source in desk.library.contents.sources:
        desk.save(source, draft_of(source))
    for source in desk.library.contents.sources:
        again = desk.source(source.slug)
        assert replace(again, csl="", kind="", publisher="") == replace(source, csl="", kind="", publisher="")


def test_what_is_written_is_in_the_source_and_in_its_csl_record(desk):
    source = desk.source("seed-a")
    draft = replace(
        draft_of(source),
        title="On Mud",
        authors=("Lindqvist, Ada", "Harbour Board"),
        date="1976-11",
        publisher="Coast Press",
        pages="3-9",
        doi="10.1/x",
        rights="Public domain",
        label="Lindqvist 1976",
    )
    desk.save(source, draft)
    made = desk.source("seed-a")
    assert (made.title, made.authors, made.date) == ("On Mud", "Ada Lindqvist; Harbour Board", "1976-11")
    assert (made.publisher, made.rights, made.label) == ("Coast Press", "Public domain", "Lindqvist 1976")
    assert draft_of(made) == replace(draft, is_checked=True)
    assert made.unknown == ()
    assert made.inferred == ()


def test_only_what_was_changed_counts_as_confirmed(desk):
    source = desk.source("seed-a")
    assert source.inferred == ("issued",)
    desk.save(source, replace(draft_of(source), title="On Mud"))
    assert desk.source("seed-a").inferred == ("issued",)
    desk.save(source, replace(draft_of(desk.source("seed-a")), is_checked=True))
    assert desk.source("seed-a").inferred == ()


def test_a_field_that_is_emptied_is_not_known(desk):
    source = desk.source("seed-b")
    assert source.authors
    desk.save(source, replace(draft_of(source), authors=()))
    assert "author" in desk.source("seed-b").unknown


def test_undo_takes_a_record_back(desk):
    source = desk.source("seed-b")
    desk.save(source, replace(draft_of(source), title="On Mud"))
    desk.edits.undo(desk.library).result(10)
    assert desk.source("seed-b") == source


def test_a_source_that_is_gone_is_said(desk):
    with pytest.raises(ReaderError, match="no longer"):
        desk.edits.apply(desk.library, saving(9999, RecordDraft(title="x"))).result(10)


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (RecordDraft(), "needs a title"),
        (RecordDraft(title="x", date="soon"), "no date"),
        (RecordDraft(label="x", date="1976~"), ""),
    ],
)
def test_what_cannot_be_saved_is_said(draft, problem):
    assert (problem in problem_of(draft)) if problem else not problem_of(draft)
