"""Keeps the full-text index of a library."""

from collections import Counter

from sqlalchemy import Connection, Table, insert

from explorer.domain.source import SourceRole
from explorer.domain.whole import WholeLibrary
from explorer.store import schema
from explorer.store.common import list_common
from explorer.store.folding import for_index
from explorer.store.ranking import rowid

ARTICLES_FIRST = 1 << 19

Entry = tuple[int, int, dict[str, str]]
"""A record's id, its weight, and its texts by column."""


def index(connection: Connection, whole: WholeLibrary) -> None:
    """Fill the empty search tables.

    Events weigh by importance, passages by the most important event they speak of, entities by the number of
    events they take part in, sources by the number of events that rest on them, articles before records.
    """
    importance = {each.id: each.importance for each in whole.events}
    of_passage: dict[int, int] = {}
    source_of = {each.id: each.source_id for each in whole.passages}
    resting = set(whole.citations)
    for each in (link for link in whole.evidence if not link.example):
        of_passage[each.passage_id] = max(of_passage.get(each.passage_id, 0), importance[each.event_id])
        resting.add((each.event_id, source_of[each.passage_id]))
    events_of_source = Counter(source for _, source in resting)
    events_of_entity = Counter(each.entity_id for each in whole.participations)
    _put(
        connection,
        schema.search_event,
        [
            (
                each.id,
                each.importance,
                {
                    # Said twice, a word would be kept twice.
                    "title": each.title if each.label == each.title else f"{each.title}\n{each.label}",
                    "summary": each.summary,
                    "citation": each.citation,
                },
            )
            for each in whole.events
        ],
    )
    _put(
        connection,
        schema.search_passage,
        [
            (
                each.id,
                of_passage.get(each.id, 0),
                {"exact": each.selector.exact, "paraphrase": each.paraphrase},
            )
            for each in whole.passages
        ],
    )
    _put(
        connection,
        schema.search_source,
        [
            (
                each.id,
                events_of_source[each.id] + (ARTICLES_FIRST if each.role is SourceRole.ARTICLE else 0),
                {
                    "title": each.title,
                    "authors": each.authors,
                    "label": each.label,
                    "publisher": each.publisher,
                },
            )
            for each in whole.contents.sources
        ],
    )
    _put(
        connection,
        schema.search_entity,
        [
            (each.id, events_of_entity[each.id], {"name": each.name, "aliases": "\n".join(each.aliases)})
            for each in whole.contents.entities
        ],
    )
    list_common(connection)


def _put(connection: Connection, table: Table, entries: list[Entry]) -> None:
    """Insert in the order of the rows, which is the cheapest for FTS5 and keeps it compact."""
    rows: list[dict[str, int | str]] = [
        {"rowid": rowid(id_, weight), **{name: for_index(text) for name, text in texts.items()}}
        for id_, weight, texts in sorted(entries, key=_place)
    ]
    if rows:
        connection.execute(insert(table), rows)


def _place(entry: Entry) -> int:
    id_, weight, _ = entry
    return rowid(id_, weight)
