"""Reads what events and relations rest on, for a look at what supports them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from explorer.store import schema


@dataclass(frozen=True, slots=True)
class Resting:
    """An event with its words and those of the passages that speak of it; our examples do not."""

    id: int
    slug: str
    title: str
    summary: str
    start: str
    end: str | None
    cited: bool
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that no passage supports, between two titles; ``reading``: it is said to be one."""

    from_id: int
    slug: str
    start: str
    from_title: str
    kind: str
    to_title: str
    reading: bool


def events_at_rest(connection: Connection) -> Iterator[Resting]:
    """All events by time."""
    event, evidence, passage = schema.event, schema.evidence, schema.passage
    told: dict[int, list[str]] = {}
    for event_id, exact in connection.execute(
        select(evidence.c.event_id, passage.c.exact)
        .join_from(evidence, passage, passage.c.id == evidence.c.passage_id)
        .where(evidence.c.example == 0)
        .order_by(evidence.c.event_id, passage.c.id)
    ):
        told.setdefault(event_id, []).append(exact)
    cited = set(connection.scalars(select(schema.event_source.c.event_id).distinct()))
    for row in connection.execute(
        select(
            event.c.id,
            event.c.slug,
            event.c.title,
            event.c.summary,
            event.c.start_edtf,
            event.c.end_edtf,
            event.c.citation,
        ).order_by(event.c.earliest, event.c.latest, event.c.id)
    ):
        yield Resting(
            row.id,
            row.slug,
            row.title,
            row.summary,
            row.start_edtf,
            row.end_edtf,
            bool(row.citation) or row.id in cited,
            tuple(told.get(row.id, ())),
        )


def links_without_passage(connection: Connection) -> Iterator[Link]:
    """Relations that no passage supports, by the time of the event they start from."""
    relation, first, other = schema.relation, schema.event.alias("first"), schema.event.alias("other")
    for row in connection.execute(
        select(
            relation.c.from_id,
            first.c.slug,
            first.c.start_edtf,
            first.c.title,
            relation.c.kind,
            other.c.title.label("to_title"),
            relation.c.reading,
        )
        .join_from(relation, first, first.c.id == relation.c.from_id)
        .join(other, other.c.id == relation.c.to_id)
        .where(relation.c.passage_id.is_(None))
        .order_by(first.c.earliest, relation.c.id)
    ):
        yield Link(
            row.from_id, row.slug, row.start_edtf, row.title, row.kind, row.to_title, bool(row.reading)
        )
