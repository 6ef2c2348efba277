"""Reads relations, claims and concordances."""

from sqlalchemy import Connection, Select, select

from explorer.domain import workings
from explorer.domain.claim import Claim, Concordance, ConcordanceLine, Verdict, Working
from explorer.domain.contents import Web
from explorer.domain.relation import Relation, RelationKind
from explorer.store import schema
from explorer.store.faults import MalformedError
from explorer.store.reads import rows


def web(connection: Connection) -> Web:
    """All links between the records of a library."""
    relation = schema.relation
    relations = connection.execute(select(*relation.c).order_by(relation.c.id))
    return Web(
        relations=tuple(map(_relation, relations)),
        claims=claims(connection, select(schema.claim.c.id)),
        concordances=concordances(connection, select(schema.concordance.c.id)),
    )


def claims(connection: Connection, which: Select[int]) -> tuple[Claim, ...]:
    """The claims whose ids ``which`` selects."""
    claim, of_passage, of_series = schema.claim, schema.claim_passage, schema.claim_series
    passages = rows.grouped(
        connection.execute(
            select(of_passage.c.claim_id, of_passage.c.passage_id)
            .where(of_passage.c.claim_id.in_(which))
            .order_by(of_passage.c.claim_id, of_passage.c.position)
        ),
        _second,
    )
    series = rows.grouped(
        connection.execute(
            select(of_series.c.claim_id, of_series.c.series_id)
            .where(of_series.c.claim_id.in_(which))
            .order_by(of_series.c.claim_id, of_series.c.position)
        ),
        _second,
    )
    found = connection.execute(select(*claim.c).where(claim.c.id.in_(which)).order_by(claim.c.id))
    return tuple(
        Claim(
            id=row.id,
            uuid=row.uuid,
            slug=row.slug,
            test=row.test,
            verdict=row.verdict,
            finding=None if row.finding is None else rows.member(Verdict, row.finding),
            caveats=rows.texts(row.caveats),
            computed=_pairs(row.computed),
            workings=_workings(row.workings),
            passage_ids=tuple(passages[row.id]),
            series_ids=tuple(series[row.id]),
        )
        for row in found
    )


def concordances(connection: Connection, which: Select[int]) -> tuple[Concordance, ...]:
    """The concordances whose ids ``which`` selects."""
    topic, of_event = schema.concordance, schema.concordance_event
    of_source, of_passage = schema.concordance_line, schema.concordance_passage
    events = rows.grouped(
        connection.execute(
            select(of_event.c.concordance_id, of_event.c.event_id)
            .where(of_event.c.concordance_id.in_(which))
            .order_by(of_event.c.concordance_id, of_event.c.position)
        ),
        _second,
    )
    passages: dict[tuple[int, int], list[int]] = {}
    for row in connection.execute(
        select(of_passage.c.concordance_id, of_passage.c.source_id, of_passage.c.passage_id)
        .where(of_passage.c.concordance_id.in_(which))
        .order_by(of_passage.c.concordance_id, of_passage.c.source_id, of_passage.c.position)
    ):
        passages.setdefault((row.concordance_id, row.source_id), []).append(row.passage_id)
    lines = rows.grouped(
        connection.execute(
            select(of_source.c.concordance_id, of_source.c.source_id, of_source.c.line)
            .where(of_source.c.concordance_id.in_(which))
            .order_by(of_source.c.concordance_id, of_source.c.position)
        ),
        lambda row: ConcordanceLine(
            row.source_id, row.line, tuple(passages.get((row.concordance_id, row.source_id), ()))
        ),
    )
    found = connection.execute(select(*topic.c).where(topic.c.id.in_(which)).order_by(topic.c.id))
    return tuple(
        Concordance(
            id=row.id,
            slug=row.slug,
            topic=row.topic,
            relation=row.relation,
            note=row.note,
            record=row.record,
            event_ids=tuple(events[row.id]),
            lines=tuple(lines[row.id]),
        )
        for row in found
    )


def _relation(row: rows.AnyRow) -> Relation:
    return Relation(
        id=row.id,
        uuid=row.uuid,
        from_id=row.from_id,
        to_id=row.to_id,
        kind=rows.member(RelationKind, row.kind),
        note=row.note,
        passage_id=row.passage_id,
        reading=bool(row.reading),
    )


def _second(row: rows.AnyRow) -> int:
    _, second = row
    return int(second)


def _pairs(value: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(name), str(text)) for name, text in rows.parsed(value))
    except (TypeError, ValueError) as error:
        raise MalformedError(f"no list of pairs: {value[:40]}") from error


def _workings(value: str) -> tuple[Working, ...]:
    try:
        return workings.from_text(value)
    except ValueError as error:
        raise MalformedError(f"no tests: {value[:40]}") from error
