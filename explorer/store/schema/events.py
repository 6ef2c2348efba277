"""Events, who took part in them, and what led to what."""

from sqlalchemy import REAL, CheckConstraint, Column, Index, PrimaryKeyConstraint

from explorer.domain.entity import EntityKind
from explorer.domain.event import Layer, Status
from explorer.domain.relation import RelationKind
from explorer.store.schema.columns import (
    extent,
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

theme = table(
    "theme",
    id_column(),
    uuid_column(),
    slug_column(),
    text("name"),
    text("colour"),
    integer("position"),
    text("description"),
)

event = table(
    "event",
    id_column(),
    uuid_column(),
    slug_column(),
    text("title"),
    text("label"),
    text("summary"),
    text("start_edtf"),
    maybe_text("end_edtf"),
    *extent(),
    within("precision", 0, 6),
    within("flags", 0, 63),
    one_of("layer", Layer),
    text("scope"),
    within("importance", 1, 5),
    refers_to("theme_id", "theme.id"),
    text("citation"),
    maybe_text("url"),
    one_of("date_status", Status),
    one_of("citation_status", Status),
    text("date_note"),
    real("label_em"),
    text("created"),
    text("modified"),
    Index("event_by_theme", "theme_id", "likely_start"),
    Index("event_by_time", "earliest", "latest", "id"),
    Index("event_by_importance", "importance"),
)

event_tag = table(
    "event_tag",
    part_of("event_id", "event.id"),
    integer("position"),
    text("tag"),
    PrimaryKeyConstraint("event_id", "position"),
    Index("event_tag_by_tag", "tag"),
)

entity = table(
    "entity",
    id_column(),
    uuid_column(),
    slug_column(),
    one_of("kind", EntityKind),
    text("name"),
    json_list("aliases"),
    text("description"),
    text("dates"),
    Column("latitude", REAL, CheckConstraint("latitude BETWEEN -90 AND 90")),
    Column("longitude", REAL, CheckConstraint("longitude BETWEEN -180 AND 180")),
    one_of("status", Status),
)

participation = table(
    "participation",
    part_of("event_id", "event.id"),
    refers_to("entity_id", "entity.id"),
    one_of("role", ("actor", "place")),
    integer("position"),
    PrimaryKeyConstraint("event_id", "entity_id", "role"),
    Index("participation_by_entity", "entity_id", "event_id"),
)

relation = table(
    "relation",
    id_column(),
    uuid_column(),
    part_of("from_id", "event.id"),
    part_of("to_id", "event.id"),
    one_of("kind", RelationKind),
    text("note"),
    refers_to("passage_id", "passage.id", optional=True),
    within("reading", 0, 1),
    CheckConstraint("from_id <> to_id"),
    Index("relation_by_from", "from_id"),
    Index("relation_by_to", "to_id"),
)

era = table(
    "era",
    id_column(),
    uuid_column(),
    slug_column(),
    text("band"),
    text("title"),
    text("start_edtf"),
    maybe_text("end_edtf"),
    *extent(),
    within("flags", 0, 63),
    refers_to("entity_id", "entity.id", optional=True),
    one_of("status", Status),
    text("note"),
)
