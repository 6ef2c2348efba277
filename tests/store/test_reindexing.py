"""The search index follows single changes as if it had been filled anew."""

import pytest
from sqlalchemy import select

from explorer.store import common, schema
from explorer.store.library import Library
from explorer.store.ranking import rowid
from explorer.store.records import make
from explorer.store.reindexing import SEARCHED, entries, in_step
from tests.support.changing import changing, copy_of, event_going


@pytest.fixture
def library(story_path):
    library = Library.open(story_path)
    yield library
    library.close()


@pytest.mark.parametrize("kind", SEARCHED)
def test_what_is_read_of_records_is_what_the_index_was_filled_with(library, kind):
    table = schema.metadata.tables[kind]
    with library.writing() as connection:
        known = entries(connection, kind, connection.scalars(select(table.c.id)).all())
        rows = connection.scalars(select(SEARCHED[kind].c.rowid)).all()
        assert sorted(rows) == sorted(entry["rowid"] for entry in known.values())
        forget = {SEARCHED[kind].name: "delete"}
        connection.execute(SEARCHED[kind].insert(), [forget | entry for entry in known.values()])
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.w USING fts5vocab(main, search_{kind}, row)")
        words = connection.exec_driver_sql("SELECT count(*) FROM temp.w").scalar_one()
        connection.exec_driver_sql("DROP TABLE temp.w")
    assert words == 0, "an entry was forgotten by other words than it was made of"


def test_a_passage_ranks_with_its_most_important_event(library):
    with library.writing() as connection:
        link = connection.execute(
            select(schema.evidence.c.passage_id, schema.evidence.c.event_id).where(
                schema.evidence.c.example == 0
            )
        ).first()
        changes = [
            change
            for event_id in connection.scalars(
                select(schema.evidence.c.event_id).where(schema.evidence.c.passage_id == link.passage_id)
            ).all()
            for change in changing(connection, "event", {"id": event_id}, importance=1)
        ]
        with in_step(connection, changes):
            for change in changes:
                make(connection, change)
        assert rowid(link.passage_id, 1) in connection.scalars(select(schema.search_passage.c.rowid)).all()


def test_lists_of_common_words_follow(library):
    with library.writing() as connection:
        common.list_common(connection, fewest=1)
        listed = connection.scalars(select(schema.search_common.c.term)).all()
        assert "the" in listed
        new = copy_of(connection, "event", {"id": 1}, "the the the")
        far = {"id": 5000}
        beyond = copy_of(connection, "event", {"id": 2}, "the end")
        beyond = type(beyond)("event", far, None, {**beyond.after, "uuid": "far", "slug": "far"})
        changes = [
            new,
            beyond,
            *changing(connection, "event", {"id": 3}, title="Wörd", summary="", label="x"),
        ]
        with in_step(connection, changes):
            for change in changes:
                make(connection, change)
        assert common.out_of_step(connection) == []
        sizes = {len(bits) for bits in connection.scalars(select(schema.search_common.c.ids))}
        assert len(sizes) == 1
        assert min(sizes) > 5000 // 8
        gone = event_going(connection, 5000)
        with in_step(connection, gone):
            for change in gone:
                make(connection, change)
        assert common.out_of_step(connection) == []
