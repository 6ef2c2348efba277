"""Finds words in events, passages, sources and entities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, func, select, union

from explorer.domain.search import Hit, HitGroup, HitKind
from explorer.domain.words import in_words
from explorer.store import folding, schema
from explorer.store.ranking import RECORD_BITS
from explorer.store.reads.rows import AnyRow, texts

_LONGEST = 160
"""Characters of a summary or a quotation that a hit shows."""
_LEAD = 40
"""Characters shown before the first word found, where a text is cut."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words of a query, folded; the last one also stands for the words that begin with it."""

    words: tuple[str, ...]

    def as_match(self) -> str:
        """The query in FTS5's language. Words are letters and digits only, so nothing typed can be syntax."""
        return " AND ".join(f'"{word}"' for word in self.words) + "*"

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand in a text: (start, length) in code points."""
        last = self.words[-1]
        return tuple(
            (start, end - start)
            for start, end, word in folding.words(text)
            if word in self.words or word.startswith(last)
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of one kind and how many there are in all."""

    rows: Sequence[AnyRow]
    total: int


def find(connection: Connection, words: str, limit: int) -> tuple[HitGroup, ...]:
    """The records in which all of ``words`` are found, by kind, the most important first.

    Case and accents do not matter; the last word may be the beginning of one.

    Args:
        connection: one from ``Library.reading``.
        words: as typed; whatever is neither letter nor digit only parts words.
        limit: how many hits to list of each kind. The totals count all.
    """
    wanted = _wanted(words)
    if wanted is None:
        return ()
    groups = (
        _events(connection, wanted, limit),
        _passages(connection, wanted, limit),
        _entities(connection, wanted, limit, HitKind.PERSON),
        _entities(connection, wanted, limit, HitKind.BODY),
        _entities(connection, wanted, limit, HitKind.PLACE),
        _sources(connection, wanted, limit),
    )
    return tuple(group for group in groups if group.hits)


def matching_events(connection: Connection, words: str) -> tuple[int, ...]:
    """The ids of all events that have to do with ``words``, in their order.

    These are the events whose own words match, those that a matching passage speaks of or that are our
    example of what it says, and those in which a matching person, body or place takes part.
    """
    wanted = _wanted(words)
    if wanted is None:
        return ()
    link, part = schema.evidence, schema.participation
    found = union(
        _ids(schema.search_event, wanted),
        select(link.c.event_id).where(link.c.passage_id.in_(_ids(schema.search_passage, wanted))),
        select(part.c.event_id).where(part.c.entity_id.in_(_ids(schema.search_entity, wanted))),
    ).subquery("found")
    return tuple(connection.scalars(select(found.c.id).order_by(found.c.id)))


def _wanted(text: str) -> _Wanted | None:
    words = [word for _, _, word in folding.words(text)]
    if not words:
        return None
    # The last one stays last, even if it was typed before: it is the one that may be unfinished.
    *others, last = words
    return _Wanted((*(word for word in dict.fromkeys(others) if word != last), last))


def _id(index: Table) -> ColumnElement[int]:
    return index.c.rowid.bitwise_and((1 << RECORD_BITS) - 1).label("id")


def _ids(index: Table, wanted: _Wanted) -> Select[int]:
    return select(_id(index)).where(_matches(index, wanted))


def _matches(index: Table, wanted: _Wanted) -> ColumnElement[bool]:
    return index.c[index.name].match(wanted.as_match())


def _search(
    connection: Connection,
    index: Table,
    columns: Sequence[ColumnElement[Any]],
    joined: Sequence[tuple[Table, ColumnElement[bool]]],
    where: Sequence[ColumnElement[bool]],
    limit: int,
) -> _Found:
    """The first rows, and how many there would be without the limit."""
    query = select(*columns).select_from(index)
    count = select(func.count()).select_from(index)
    for table, on in joined:
        query = query.join(table, on)
        count = count.join(table, on)
    rows = connection.execute(query.where(*where).order_by(index.c.rowid).limit(limit)).all()
    total = len(rows) if len(rows) < limit else connection.scalar(count.where(*where)) or 0
    return _Found(rows, total)


def _events(connection: Connection, wanted: _Wanted, limit: int) -> HitGroup:
    index, event = schema.search_event, schema.event
    found = _search(
        connection,
        index,
        (event.c.id, event.c.title, event.c.summary, event.c.citation, event.c.start_edtf, event.c.end_edtf),
        [(event, event.c.id == _id(index))],
        [_matches(index, wanted)],
        limit,
    )
    hits = []
    for row in found.rows:
        in_citation = wanted.marks(row.citation) and not wanted.marks(row.summary)
        detail, marks = _excerpt(wanted, row.citation if in_citation else row.summary)
        date = in_words(row.start_edtf, row.end_edtf)
        hits.append(Hit(HitKind.EVENT, row.id, row.title, detail, wanted.marks(row.title), marks, date))
    return HitGroup(HitKind.EVENT, tuple(hits), found.total)


def _passages(connection: Connection, wanted: _Wanted, limit: int) -> HitGroup:
    """Passages: in the title their own words, in quotation marks; in the detail their source and ours."""
    index, passage, source = schema.search_passage, schema.passage, schema.source
    found = _search(
        connection,
        index,
        (
            passage.c.id,
            passage.c.source_id,
            passage.c.exact,
            passage.c.paraphrase,
            passage.c.date_edtf,
            source.c.label,
        ),
        [(passage, passage.c.id == _id(index)), (source, source.c.id == passage.c.source_id)],
        [_matches(index, wanted)],
        limit,
    )
    hits = []
    for row in found.rows:
        quoted, _ = _excerpt(wanted, row.exact)
        title = f"“{quoted}”"
        detail = f"{row.label} · {row.paraphrase}"
        date = "" if row.date_edtf is None else in_words(row.date_edtf)
        hits.append(
            Hit(
                HitKind.PASSAGE,
                row.id,
                title,
                detail,
                wanted.marks(title),
                wanted.marks(detail),
                date,
                source_id=row.source_id,
            )
        )
    return HitGroup(HitKind.PASSAGE, tuple(hits), found.total)


def _entities(connection: Connection, wanted: _Wanted, limit: int, kind: HitKind) -> HitGroup:
    index, entity = schema.search_entity, schema.entity
    found = _search(
        connection,
        index,
        (entity.c.id, entity.c.name, entity.c.aliases, entity.c.description),
        [(entity, entity.c.id == _id(index))],
        [_matches(index, wanted), entity.c.kind == kind.value],
        limit,
    )
    hits = []
    for row in found.rows:
        alias = next((each for each in texts(row.aliases) if wanted.marks(each)), "")
        known_as = alias if alias and not wanted.marks(row.name) else ""
        detail = " · ".join(filter(None, (known_as, row.description)))
        hits.append(Hit(kind, row.id, row.name, detail, wanted.marks(row.name), wanted.marks(detail)))
    return HitGroup(kind, tuple(hits), found.total)


def _sources(connection: Connection, wanted: _Wanted, limit: int) -> HitGroup:
    index, source = schema.search_source, schema.source
    columns: tuple[Column[Any], ...] = (
        source.c.id,
        source.c.title,
        source.c.label,
        source.c.authors,
        source.c.publisher,
        source.c.date_edtf,
    )
    found = _search(
        connection, index, columns, [(source, source.c.id == _id(index))], [_matches(index, wanted)], limit
    )
    hits = []
    for row in found.rows:
        title = row.title or row.label
        label = row.label if row.label != title else ""
        detail = " · ".join(filter(None, (row.authors, row.publisher, label)))
        date = "" if row.date_edtf is None else in_words(row.date_edtf)
        hits.append(
            Hit(HitKind.SOURCE, row.id, title, detail, wanted.marks(title), wanted.marks(detail), date)
        )
    return HitGroup(HitKind.SOURCE, tuple(hits), found.total)


def _excerpt(wanted: _Wanted, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text that is not too long, cut at words so that the first word found is in it, and its marks."""
    if len(text) > _LONGEST:
        marks = wanted.marks(text)
        start = 0
        if marks and sum(marks[0]) > _LONGEST:
            start = text.rfind(" ", 0, max(marks[0][0] - _LEAD, 0)) + 1
        end = len(text)
        if end - start > _LONGEST:
            end = max(text.rfind(" ", start, start + _LONGEST), start + 1)
        text = f"{_CUT if start else ''}{text[start:end]}{_CUT if end < len(text) else ''}"
    return text, wanted.marks(text)
