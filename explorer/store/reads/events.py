"""Reads everything on one event."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, tuple_

from explorer.domain.claim import Claim
from explorer.domain.detail import EventDetail, EventHeading, PassageCard, RelatedEvent, WorkedClaim
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.errors import ReaderError
from explorer.domain.judgement import UNWORKED
from explorer.domain.note import NoteTarget
from explorer.domain.passage import Anchor, Stance
from explorer.domain.reading import PageStart, in_figures, pages_between
from explorer.domain.relation import RelationKind
from explorer.domain.source import Source
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.documents import pages_of
from explorer.store.reads.notes import notes
from explorer.store.reads.web import claims, concordances

_LOOKS_BACK = (
    RelationKind.RESPONDED_TO,
    RelationKind.REVERSED,
    RelationKind.REPEATED,
    RelationKind.PART_OF,
)
"""Kinds whose "from" is the later event: what it names led to it."""


def event_detail(connection: Connection, event_id: int) -> EventDetail:
    """An event with all that is linked to it. The claims are not worked yet.

    Raises:
        ReaderError: the library has no such event (any more).
    """
    event = schema.event
    row = connection.execute(select(*rows.EVENT).where(event.c.id == event_id)).one_or_none()
    if row is None:
        raise ReaderError("This event is no longer in the library. Choose another one.")
    tags = connection.scalars(
        select(schema.event_tag.c.tag)
        .where(schema.event_tag.c.event_id == event_id)
        .order_by(schema.event_tag.c.position)
    )
    theme = connection.execute(select(*schema.theme.c).where(schema.theme.c.id == row.theme_id)).one()
    entities = _entities(connection, event_id)
    passages = _passages(connection, event_id)
    causes, effects = _related(connection, event_id)
    place = (row.earliest, row.latest, row.id)
    return EventDetail(
        event=rows.event(row, tags),
        theme=rows.theme(theme),
        people=tuple(each for each in entities if each.kind is EntityKind.PERSON),
        bodies=tuple(each for each in entities if each.kind in (EntityKind.BODY, EntityKind.SUBSTANCE)),
        places=tuple(each for each in entities if each.kind is EntityKind.PLACE),
        passages=passages,
        concordances=concordances(
            connection,
            select(schema.concordance_event.c.concordance_id).where(
                schema.concordance_event.c.event_id == event_id
            ),
        ),
        claims=_claims(connection, event_id, passages),
        causes=causes,
        effects=effects,
        records=_records(connection, event_id),
        previous=_first(connection, _by_time(tuple_(*_TIME) < place, forward=False)),
        next=_first(connection, _by_time(tuple_(*_TIME) > place, forward=True)),
        notes=(
            *notes(connection, NoteTarget.EVENT, (event_id,)),
            *notes(connection, NoteTarget.PASSAGE, (card.passage.id for card in passages)),
        ),
    )


_TIME = (schema.event.c.earliest, schema.event.c.latest, schema.event.c.id)


def _by_time(where: ColumnElement[bool], *, forward: bool) -> Select[*tuple[Any, ...]]:
    order = _TIME if forward else [column.desc() for column in _TIME]
    return select(*rows.HEADING).where(where).order_by(*order).limit(1)


def _first(connection: Connection, query: Select[*tuple[Any, ...]]) -> EventHeading | None:
    row = connection.execute(query).one_or_none()
    return None if row is None else rows.heading(row)


def _entities(connection: Connection, event_id: int) -> tuple[Entity, ...]:
    part = schema.participation
    found = connection.execute(
        select(*rows.ENTITY)
        .join(part, part.c.entity_id == schema.entity.c.id)
        .where(part.c.event_id == event_id)
        .order_by(part.c.position)
    )
    return tuple(dict.fromkeys(map(rows.entity, found)))


def _passages(connection: Connection, event_id: int) -> tuple[PassageCard, ...]:
    link, passage = schema.evidence, schema.passage
    found = connection.execute(
        select(
            *rows.PASSAGE,
            *rows.ANCHOR,
            link.c.stance,
            link.c.note.label("evidence_note"),
            link.c.example,
        )
        .join_from(link, passage, passage.c.id == link.c.passage_id)
        .outerjoin(schema.anchor, schema.anchor.c.passage_id == passage.c.id)
        .where(link.c.event_id == event_id)
        .order_by(passage.c.source_id, passage.c.start, passage.c.id)
    ).all()
    quantities = rows.quantities_of(connection, [row.id for row in found])
    sources = _sources(connection, {row.source_id for row in found})
    pages = pages_of(connection, sources)
    return tuple(
        PassageCard(
            passage=rows.passage(row, quantities[row.id]),
            source=sources[row.source_id],
            stance=rows.member(Stance, row.stance),
            note=row.evidence_note,
            example=bool(row.example),
            anchor=rows.anchor(row),
            page=_page(pages.get(row.source_id, ()), rows.anchor(row)),
        )
        for row in found
    )


def _page(pages: Sequence[PageStart], anchor: Anchor | None) -> str:
    if anchor is None or anchor.start is None or anchor.end is None:
        return ""
    return in_figures(pages_between(pages, anchor.start, anchor.end))


def _sources(connection: Connection, ids: set[int]) -> dict[int, Source]:
    found = connection.execute(select(*rows.SOURCE).where(schema.source.c.id.in_(rows.among(ids))))
    return {row.id: rows.source(row) for row in found}


def _claims(connection: Connection, event_id: int, cards: tuple[PassageCard, ...]) -> tuple[WorkedClaim, ...]:
    """The claims that passages on this event make, each with the words of the first of these passages."""
    of_passage, link = schema.claim_passage, schema.evidence
    which = (
        select(of_passage.c.claim_id)
        .join(link, link.c.passage_id == of_passage.c.passage_id)
        .where(link.c.event_id == event_id)
    )
    return tuple(_unworked(claim, cards) for claim in claims(connection, which))


def _unworked(claim: Claim, cards: tuple[PassageCard, ...]) -> WorkedClaim:
    card = next(card for card in cards if card.passage.id in claim.passage_ids)
    return WorkedClaim(claim, card.passage, card.source, UNWORKED)


def _related(
    connection: Connection, event_id: int
) -> tuple[tuple[RelatedEvent, ...], tuple[RelatedEvent, ...]]:
    """What led to the event and what followed from it, each by time."""
    relation, event = schema.relation, schema.event
    other = or_(
        (relation.c.from_id == event_id) & (event.c.id == relation.c.to_id),
        (relation.c.to_id == event_id) & (event.c.id == relation.c.from_id),
    )
    found = connection.execute(
        select(
            *rows.HEADING,
            relation.c.from_id,
            relation.c.kind,
            relation.c.note,
            relation.c.reading,
        )
        .join_from(relation, event, other)
        .where(or_(relation.c.from_id == event_id, relation.c.to_id == event_id))
        .order_by(*_TIME, relation.c.id)
    )
    causes: list[RelatedEvent] = []
    effects: list[RelatedEvent] = []
    for row in found:
        kind = rows.member(RelationKind, row.kind)
        comes_before = (row.from_id == event_id) == (kind in _LOOKS_BACK)
        side = causes if comes_before else effects
        side.append(RelatedEvent(rows.heading(row), kind, row.note, bool(row.reading)))
    return tuple(causes), tuple(effects)


def _records(connection: Connection, event_id: int) -> tuple[Source, ...]:
    cited = schema.event_source
    found = connection.execute(
        select(*rows.SOURCE)
        .join(cited, cited.c.source_id == schema.source.c.id)
        .where(cited.c.event_id == event_id)
        .order_by(cited.c.position)
    )
    return tuple(map(rows.source, found))
