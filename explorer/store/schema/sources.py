"""Documents, their passages, and what the passages do for the events."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
)

from explorer.domain.passage import AnchorState, Stance
from explorer.domain.reading import Kind
from explorer.domain.source import SourceRole
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
    within,
)

source = table(
    "source",
    id_column(),
    uuid_column(),
    slug_column(),
    one_of("role", SourceRole),
    text("label"),
    text("title"),
    text("authors"),
    text("publisher"),
    maybe_text("date_edtf"),
    text("kind"),
    text("rights"),
    text("language"),
    text("note"),
    json_list("unknown"),
    json_list("inferred"),
    text("csl"),
    maybe_text("sha256"),
    Column("characters", Integer),
    Column("paragraphs", Integer),
)

event_source = table(
    "event_source",
    part_of("event_id", "event.id"),
    refers_to("source_id", "source.id"),
    integer("position"),
    PrimaryKeyConstraint("event_id", "source_id"),
    Index("event_source_by_source", "source_id"),
)

passage = table(
    "passage",
    id_column(),
    uuid_column(),
    slug_column(),
    refers_to("source_id", "source.id"),
    text("exact"),
    text("prefix"),
    text("suffix"),
    integer("start"),
    integer("stop"),
    integer("paragraph"),
    text("paraphrase"),
    text("kind"),
    maybe_text("date_edtf"),
    text("date_note"),
    text("note"),
    CheckConstraint("0 <= start AND start <= stop"),
    Index("passage_by_place", "source_id", "start"),
)

quantity = table(
    "quantity",
    part_of("passage_id", "passage.id"),
    integer("position"),
    real("value"),
    text("unit"),
    text("what"),
    text("period"),
    PrimaryKeyConstraint("passage_id", "position"),
)

mention = table(
    "mention",
    part_of("passage_id", "passage.id"),
    refers_to("entity_id", "entity.id"),
    PrimaryKeyConstraint("passage_id", "entity_id"),
    Index("mention_by_entity", "entity_id"),
)

evidence = table(
    "evidence",
    part_of("passage_id", "passage.id"),
    part_of("event_id", "event.id"),
    one_of("stance", Stance),
    text("note"),
    within("example", 0, 1),
    PrimaryKeyConstraint("passage_id", "event_id"),
    Index("evidence_by_event", "event_id"),
)

concordance = table(
    "concordance",
    id_column(),
    uuid_column(),
    slug_column(),
    text("topic"),
    text("relation"),
    text("note"),
    text("record"),
)

concordance_event = table(
    "concordance_event",
    part_of("concordance_id", "concordance.id"),
    part_of("event_id", "event.id"),
    integer("position"),
    PrimaryKeyConstraint("concordance_id", "event_id"),
    Index("concordance_event_by_event", "event_id"),
)

concordance_line = table(
    "concordance_line",
    part_of("concordance_id", "concordance.id"),
    refers_to("source_id", "source.id"),
    integer("position"),
    text("line"),
    PrimaryKeyConstraint("concordance_id", "source_id"),
)

concordance_passage = table(
    "concordance_passage",
    integer("concordance_id"),
    integer("source_id"),
    refers_to("passage_id", "passage.id"),
    integer("position"),
    PrimaryKeyConstraint("concordance_id", "source_id", "passage_id"),
    ForeignKeyConstraint(
        ["concordance_id", "source_id"],
        ["concordance_line.concordance_id", "concordance_line.source_id"],
        ondelete="CASCADE",
    ),
)

document = table(
    "document",
    Column("source_id", Integer, ForeignKey("source.id"), primary_key=True),
    text("filename"),
    text("sha256"),
    text("encoding"),
    text("attached"),
    one_of("kind", Kind),
    text("extractor"),
    Column("text_sha256", Text, ForeignKey("content.sha256"), nullable=False),
    json_list("pages"),
    json_list("sketch"),
    json_list("notices"),
    Column("original_sha256", Text, ForeignKey("content.sha256")),
    text("path"),
    Index("document_by_text", "text_sha256"),
    Index("document_by_original", "original_sha256"),
    Index("document_by_file", "sha256"),
)
"""The text is a content, and so is the file itself, if it is kept. ``pages`` are [start, label] in order."""

anchor = table(
    "anchor",
    Column("passage_id", Integer, ForeignKey("passage.id", ondelete="CASCADE"), primary_key=True),
    one_of("state", AnchorState),
    Column("start", Integer),
    Column("stop", Integer),
    real("score"),
    json_list("candidates"),
    within("confirmed", 0, 1),
    CheckConstraint("(state IN ('lost', 'several')) = (start IS NULL) AND (start IS NULL) = (stop IS NULL)"),
    CheckConstraint("start IS NULL OR (0 <= start AND start <= stop)"),
    CheckConstraint("0 <= score AND score <= 1"),
)
"""``candidates`` are [start, stop, score] each: the places to choose from, or the best guess."""

rejected_date = table(
    "rejected_date",
    part_of("source_id", "source.id"),
    text("digest"),
    text("edtf"),
    text("created"),
    PrimaryKeyConstraint("source_id", "digest"),
)
"""Dates found in a document that the reader does not want to be offered again."""
