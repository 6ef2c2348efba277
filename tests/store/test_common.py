import numpy as np
import pytest
from sqlalchemy import func, select

from explorer.store import schema
from explorer.store.common import SHARE, list_common
from explorer.store.library import Library
from explorer.store.matching import bits_of, indexed_ids


@pytest.fixture
def library(story_path):
    made = Library.open(story_path)
    yield made
    made.close()


def lists(connection):
    return dict(map(tuple, connection.execute(select(schema.search_common))))


def test_a_small_library_needs_none(library):
    with library.reading() as connection:
        assert lists(connection) == {}


def test_every_common_word_and_beginning_has_its_events(library):
    with library.writing() as connection:
        list_common(connection, fewest=1)
        made = lists(connection)
        list_common(connection, fewest=1)
        assert lists(connection) == made
        least = SHARE * connection.scalar(select(func.count()).select_from(schema.event))
        words = connection.scalars(select(schema.search_event_word.c.term).distinct()).all()
        asked = {
            *words,
            *(f"{word[:length]}*" for word in words for length in (1, 2, 3) if len(word) >= length),
        }
        for term in filter(str.isascii, asked):
            match = f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"'
            ids = sorted(indexed_ids(connection, match).tolist())
            assert (term in made) == (len(ids) >= least), term
            if term in made:
                assert bits_of(np.array(ids), 8 * len(made[term])).tobytes() == made[term]
