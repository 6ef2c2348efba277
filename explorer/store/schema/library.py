"""The library itself, its talks, and what the reader adds."""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, PrimaryKeyConstraint

from explorer.store.schema.columns import (
    id_column,
    integer,
    part_of,
    real,
    refers_to,
    slug_column,
    table,
    text,
    uuid_column,
)

library = table(
    "library",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    uuid_column(),
    text("title"),
    text("subtitle"),
    text("version"),
    text("fingerprint"),
    refers_to("start_event_id", "event.id", optional=True),
)
"""The one row that names the library. ``fingerprint`` is that of the files it was built from, or empty."""

tour = table(
    "tour", id_column(), uuid_column(), slug_column(), text("title"), text("audience"), integer("minutes")
)

step = table(
    "step",
    part_of("tour_id", "tour.id"),
    integer("position"),
    text("title"),
    text("view_start"),
    text("view_end"),
    refers_to("event_id", "event.id", optional=True),
    text("say"),
    text("speaker_note"),
    PrimaryKeyConstraint("tour_id", "position"),
)

step_lane = table(
    "step_lane",
    integer("tour_id"),
    integer("step"),
    refers_to("theme_id", "theme.id"),
    integer("position"),
    PrimaryKeyConstraint("tour_id", "step", "theme_id"),
    ForeignKeyConstraint(["tour_id", "step"], ["step.tour_id", "step.position"], ondelete="CASCADE"),
)

note = table(
    "note",
    id_column(),
    uuid_column(),
    text("target_kind"),
    integer("target_id"),
    text("text"),
    text("created"),
    text("modified"),
    Index("note_by_target", "target_kind", "target_id"),
)

saved_view = table(
    "saved_view",
    id_column(),
    uuid_column(),
    text("name"),
    real("start"),
    real("stop"),
    text("filters"),
    text("lanes"),
    CheckConstraint("start <= stop"),
)
