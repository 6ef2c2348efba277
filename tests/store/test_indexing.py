import pytest
from sqlalchemy import func, select

from explorer.store import schema
from explorer.store.library import Library
from explorer.store.ranking import record_id


@pytest.mark.parametrize(
    ("index", "table"),
    [
        (schema.search_event, schema.event),
        (schema.search_passage, schema.passage),
        (schema.search_source, schema.source),
        (schema.search_entity, schema.entity),
    ],
    ids=lambda table: table.name,
)
def test_every_record_is_indexed_once(index, table, story_library):
    library = Library.open(story_library)
    with library.reading() as connection:
        rows = connection.scalars(select(index.c.rowid).order_by(index.c.rowid)).all()
        ids = connection.scalars(select(table.c.id)).all()
        assert connection.scalar(select(func.count()).select_from(index)) == len(ids)
    library.close()
    assert sorted(map(record_id, rows)) == sorted(ids)


def test_events_stand_by_importance_and_articles_before_records(story_library):
    library = Library.open(story_library)
    with library.reading() as connection:
        importance = dict(connection.execute(select(schema.event.c.id, schema.event.c.importance)).all())
        events = connection.scalars(select(schema.search_event.c.rowid).order_by(schema.search_event.c.rowid))
        weights = [importance[record_id(row)] for row in events]
        sources = connection.scalars(
            select(schema.search_source.c.rowid).order_by(schema.search_source.c.rowid)
        )
        first = [record_id(row) for row in sources][:2]
    library.close()
    assert weights == sorted(weights, reverse=True)
    assert sorted(first) == [1, 2]
