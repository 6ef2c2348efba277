"""Reads the claims with the passages that state them."""

from sqlalchemy import Connection, select

from explorer.domain.claim import Claim
from explorer.domain.detail import WorkedClaim
from explorer.domain.judgement import UNWORKED
from explorer.domain.passage import Passage
from explorer.domain.source import Source
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.web import claims


def all_claims(connection: Connection) -> tuple[WorkedClaim, ...]:
    """All claims by id, each with the first passage that states it and its source; none is worked yet."""
    found = claims(connection, select(schema.claim.c.id))
    firsts = {claim.id: claim.passage_ids[0] for claim in found if claim.passage_ids}
    passage, source = schema.passage, schema.source
    wanted = connection.execute(
        select(*rows.PASSAGE).where(passage.c.id.in_(rows.among(firsts.values())))
    ).all()
    quantities = rows.quantities_of(connection, [row.id for row in wanted])
    passages = {row.id: rows.passage(row, quantities[row.id]) for row in wanted}
    of = {one.source_id for one in passages.values()}
    sources = {
        row.id: rows.source(row)
        for row in connection.execute(select(*rows.SOURCE).where(source.c.id.in_(rows.among(of))))
    }
    return tuple(_unworked(claim, passages.get(firsts.get(claim.id, 0)), sources) for claim in found)


def _unworked(claim: Claim, passage: Passage | None, sources: dict[int, Source]) -> WorkedClaim:
    return WorkedClaim(claim, passage, None if passage is None else sources[passage.source_id], UNWORKED)
