import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.store.folding import for_index
from explorer.store.wanted import Wanted


@pytest.mark.parametrize("text", ["", " ", "—", "*", "\ud800", "\u0301"])
def test_without_letters_nothing_is_wanted(text):
    assert Wanted.of(text) is None


def test_the_last_word_is_the_unfinished_one():
    wanted = Wanted.of("Xi met xi")
    assert wanted.words == ("met", "xi")
    assert wanted.as_match() == '"met" AND "xi"*'
    assert wanted.as_match(column="title") == 'title : ("met" AND "xi"*)'
    assert wanted.as_match(("xi", "xinhua")) == '"met" AND ("xi" OR "xinhua")'


def test_a_text_is_marked_where_the_words_stand():
    wanted = Wanted.of("lopez obr")
    text = "Andrés Manuel López Obrador"
    assert [text[start : start + length] for start, length in wanted.marks(text)] == ["López", "Obrador"]


def test_a_long_text_is_cut_around_the_first_word_found():
    text = "word " * 100 + "here it is " + "word " * 100
    shown, marks = Wanted.of("here").excerpt(text)
    assert len(shown) < 170
    assert (shown[0], shown[-1]) == ("…", "…")
    assert [shown[start : start + length] for start, length in marks] == ["here"]
    assert Wanted.of("here").excerpt("here and now") == ("here and now", ((0, 4),))


@given(st.text(max_size=30))
def test_an_index_without_phrases_takes_every_query_and_finds_the_text_itself(text):
    wanted = Wanted.of(text)
    with closing(sqlite3.connect(":memory:")) as connection:
        tokens = "tokenize='unicode61 remove_diacritics 2'"
        connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, content='', detail=column, {tokens})")
        connection.execute("INSERT INTO t (rowid, x) VALUES (1, ?)", (for_index(text),))
        if wanted is not None:
            for match in (wanted.as_match(), wanted.as_match(column="x")):
                assert connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (match,)).fetchall() == [
                    (1,)
                ]
