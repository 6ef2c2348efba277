"""Published figures, and the claims they test."""

from sqlalchemy import CheckConstraint, Index, PrimaryKeyConstraint

from explorer.domain.event import Status
from explorer.store.schema.columns import (
    id_column,
    integer,
    json_list,
    maybe_text,
    one_of,
    part_of,
    real,
    refers_to,
    slug_column,
    table,
    text,
    uuid_column,
)

series = table(
    "series",
    id_column(),
    uuid_column(),
    slug_column(),
    text("title"),
    text("unit"),
    text("source"),
    text("note"),
)

series_break = table(
    "series_break",
    part_of("series_id", "series.id"),
    text("period"),
    real("day"),
    text("note"),
    PrimaryKeyConstraint("series_id", "period"),
)

observation = table(
    "observation",
    part_of("series_id", "series.id"),
    text("line"),
    text("period"),
    real("start"),
    real("stop"),
    real("value"),
    one_of("status", Status),
    text("remark"),
    text("source"),
    text("provenance"),
    PrimaryKeyConstraint("series_id", "line", "period"),
    CheckConstraint("start < stop"),
)

claim = table(
    "claim",
    id_column(),
    uuid_column(),
    slug_column(),
    text("test"),
    text("verdict"),
    maybe_text("finding"),
    json_list("caveats"),
    json_list("computed"),
    json_list("workings"),
)

claim_passage = table(
    "claim_passage",
    part_of("claim_id", "claim.id"),
    refers_to("passage_id", "passage.id"),
    integer("position"),
    PrimaryKeyConstraint("claim_id", "passage_id"),
    Index("claim_passage_by_passage", "passage_id"),
)

claim_series = table(
    "claim_series",
    part_of("claim_id", "claim.id"),
    refers_to("series_id", "series.id"),
    integer("position"),
    PrimaryKeyConstraint("claim_id", "series_id"),
)
