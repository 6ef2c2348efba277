import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from explorer.store import schema
from explorer.store.common import list_common
from explorer.store.library import Library
from explorer.store.matching import ENDINGS, bits_of, endings_of, event_ids, indexed_ids, listed_events
from explorer.store.wanted import PREFIX, Wanted


@pytest.fixture(scope="module")
def listed(story_library, tmp_path_factory):
    """A connection to a story that has lists of its common words."""
    path = tmp_path_factory.mktemp("listed") / "story.tlx"
    path.write_bytes(story_library.read_bytes())
    library = Library.open(path)
    with library.writing() as connection:
        list_common(connection, fewest=1)
    with library.reading() as connection:
        yield connection
    library.close()


def words_of(connection):
    return connection.scalars(select(schema.search_event_word.c.term).distinct()).all()


def found(connection, words):
    listed = listed_events(connection, words)
    return (
        sorted(event_ids(connection, words).tolist()) if listed is None else np.flatnonzero(listed).tolist()
    )


def by_index(connection, words):
    ids = indexed_ids(connection, Wanted.of(words).as_match()).tolist()
    assert len(ids) == len(set(ids))
    return sorted(ids)


@given(st.data())
def test_lists_and_index_find_the_same(listed, data):
    every = words_of(listed)
    common = [term.rstrip("*") for term in listed.scalars(select(schema.search_common.c.term))]
    word = st.sampled_from(common) | st.sampled_from(every)
    chosen = data.draw(st.lists(word, min_size=1, max_size=3))
    chosen[-1] = chosen[-1][: data.draw(st.integers(1, len(chosen[-1])))]
    query = " ".join(chosen)
    assert found(listed, query) == by_index(listed, query)


def test_the_words_that_an_unfinished_one_may_be_are_spelled_out_if_they_are_few(listed):
    every = words_of(listed)
    for word in every[::7]:
        for length in range(1, len(word) + 1):
            beginning = word[:length]
            within = tuple(each for each in every if each.startswith(beginning))
            many = length <= PREFIX or not beginning.isascii() or len(within) > ENDINGS
            assert endings_of(listed, Wanted((beginning,))) == (None if many else within)
    assert endings_of(listed, Wanted(("zzzzqqq",))) == ("zzzzqqq",)


@given(st.sets(st.integers(0, 90)))
def test_bits_are_ids(ids):
    bits = np.unpackbits(bits_of(np.array(sorted(ids), np.int32), 91), bitorder="little")
    assert np.flatnonzero(bits).tolist() == sorted(ids)


def test_words_that_are_all_common_are_answered_by_lists(listed):
    assert listed_events(listed, "the u")[-1].tolist() is False
    assert listed_events(listed, "the cienfuegos") is None
    assert event_ids(listed, "—").size == 0
