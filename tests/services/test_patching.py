import shutil
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.services import patching
from explorer.services.libraries import open_library
from explorer.services.loading import Loading, from_rows
from explorer.services.patching import patched
from explorer.timeline.edited import EditedIndex

CHANGES = """
    UPDATE event SET importance = 6 - importance WHERE id IN (3, 4);
    UPDATE event SET label = 'Renamed', label_em = 5.5 WHERE id = 5;
    DELETE FROM participation WHERE event_id = 6;
    INSERT INTO participation SELECT 7, id, 'actor', 9 FROM entity WHERE id NOT IN
        (SELECT entity_id FROM participation WHERE event_id = 7) LIMIT 1;
"""
TOUCHED = (3, 4, 5, 6, 7)


@pytest.fixture
def library(story_library, tmp_path):
    path = tmp_path / "changed.tlx"
    shutil.copy(story_library, path)
    library = open_library(path)
    yield library
    library.store.close()


def change(library, script=CHANGES):
    with closing(sqlite3.connect(library.store.path)) as connection:
        connection.executescript(script)


def renew(library, touched=TOUCHED):
    with library.store.reading() as connection:
        return patched(library, connection, touched, library.contents)


def test_nothing_touched_leaves_the_events_as_they_are(library):
    renewed = renew(library, ())
    assert renewed.index is library.index
    assert renewed.facets is library.facets


def test_a_patched_library_answers_as_one_read_anew(library):
    before = library.facets.answer(FacetChoice())
    change(library)
    renewed = renew(library)
    with library.store.reading() as connection:
        anew = from_rows(connection, library.contents, Loading())
    assert isinstance(renewed.index, EditedIndex)
    ids = anew.index.id
    for name in ("importance", "sources", "position", "label_em", "earliest", "latest", "lane"):
        mine = getattr(renewed.index, name)[renewed.index.rows_of(ids)]
        assert np.array_equal(mine, getattr(anew.index, name)[:])
    choice = FacetChoice(importance=4)
    mine, theirs = renewed.facets.answer(choice), anew.facets.answer(choice)
    assert (mine.shown, mine.total) == (theirs.shown, theirs.total)
    for group in FacetGroup:
        assert mine.counts[group].count.tolist() == theirs.counts[group].count.tolist()
    assert renewed.labels[5] == "Renamed"
    assert library.facets.answer(FacetChoice()).counts.keys() == before.counts.keys()
    assert library.labels[5] != "Renamed"


def test_too_many_changes_are_built_into_a_new_index(library, monkeypatch):
    change(library)
    monkeypatch.setattr(patching, "MOST", 6)
    monkeypatch.setattr(patching, "MOST_OF_ALL", 1_000)
    once = renew(library, TOUCHED[:2])
    assert isinstance(once.index, EditedIndex)
    twice = renew(once, TOUCHED[2:])
    assert not isinstance(twice.index, EditedIndex)
    assert twice.index.importance[twice.index.row_of(3)] == once.index.importance[once.index.row_of(3)]
    assert twice.labels[5] == "Renamed"
