import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.store.folding import folded, for_index, words


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("López", "lopez"),
        ("Lo\u0301pez", "lopez"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁnance", "finance"),
        ("Ελλάδα", "ελλαδα"),
        ("İstanbul", "istanbul"),
        ("한국", "한국"),
        ("2023", "2023"),
    ],
)
def test_words_lose_case_and_accents(word, plain):
    assert folded(word) == plain


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_words_stand_where_they_say(text):
    end = 0
    for start, stop, word in words(text):
        assert end <= start < stop <= len(text)
        assert word == folded(text[start:stop]) != ""
        end = stop


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_the_index_parts_words_as_we_do(text):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
        connection.execute("INSERT INTO t VALUES (?)", (for_index(text),))
        indexed = [term for (term,) in connection.execute("SELECT term FROM v ORDER BY offset")]
    assert indexed == [word for _, _, word in words(text)]
