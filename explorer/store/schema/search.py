"""The full-text index.

Contentless: the words stand in the other tables already. Rows are kept by code in the same transaction, since
trusted_schema = OFF forbids FTS5 in triggers. The rowid puts the most important first (``ranking``). The
index knows in which column of a record a word stands, not where: phrases cannot be asked for. Of the
beginnings of words it keeps lists for one, two and three letters (``wanted.PREFIX``).
"""

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, MetaData, Table, Text

from explorer.store.schema.columns import table


def _search(name: str, *columns: str) -> Table:
    """An FTS5 table as Core sees it; the column named like the table is the one that MATCH is asked of."""
    texts = [Column(each, Text) for each in (name, *columns)]
    return Table(name, MetaData(), Column("rowid", Integer), *texts)


search_event = _search("search_event", "title", "summary", "citation")
search_passage = _search("search_passage", "exact", "paraphrase")
search_source = _search("search_source", "title", "authors", "label", "publisher")
search_entity = _search("search_entity", "name", "aliases")
search_event_word = Table("search_event_word", MetaData(), Column("term", Text))
"""The words of the events in their order, read from the index: each as often as there are events with it."""

search_common = table(
    "search_common",
    Column("term", Text, CheckConstraint("term <> ''"), primary_key=True, nullable=False),
    Column("ids", LargeBinary, nullable=False),
)
"""The events with a common word, or with a word that begins so if the term ends in a star: a bit an id."""

SEARCH_NAMES = frozenset(
    each.name for each in (search_event, search_passage, search_source, search_entity, search_event_word)
)
"""The names of the search tables."""

SEARCH_TABLES = (
    """CREATE VIRTUAL TABLE search_event USING fts5(title, summary, citation,
    content='', detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE search_passage USING fts5(exact, paraphrase,
    content='', detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE search_source USING fts5(title, authors, label, publisher,
    content='', detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE search_entity USING fts5(name, aliases,
    content='', detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE search_event_word USING fts5vocab(search_event, instance)",
)
