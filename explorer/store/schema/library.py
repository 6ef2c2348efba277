"""The library itself, its talks, and what the reader adds."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint

from explorer.domain.tour import Show
from explorer.store.schema.columns import (
    id_column,
    integer,
    json_list,
    one_of,
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
    id_column(),
    part_of("tour_id", "tour.id"),
    integer("position"),
    text("title"),
    text("view_start"),
    text("view_end"),
    text("filters"),
    json_list("series"),
    refers_to("event_id", "event.id", optional=True),
    refers_to("passage_id", "passage.id", optional=True),
    refers_to("claim_id", "claim.id", optional=True),
    one_of("show", Show),
    text("say"),
    text("speaker_note"),
    Index("step_by_tour", "tour_id", "position"),
)
"""``position`` orders the steps of a tour. It is not unique: steps change places one after the other."""

step_lane = table(
    "step_lane",
    part_of("step_id", "step.id"),
    part_of("theme_id", "theme.id"),
    integer("position"),
    PrimaryKeyConstraint("step_id", "theme_id"),
)
"""The lanes that a step shows; it goes with the lane, and the step then shows the others."""

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
