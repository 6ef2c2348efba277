"""What is computed from the events, kept beside them so that opening need not read them all."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Text

from explorer.store.schema.columns import id_column, integer, table, text

kept_state = table(
    "kept_state",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    integer("layout"),
    integer("changes"),
)
"""At most one row: the form of the arrays, and the count of changes in the file's header while they hold."""

kept_array = table("kept_array", Column("name", Text, primary_key=True), text("kind"), text("shape"))
"""``kind`` is numpy's name of the type of an item, ``shape`` a JSON array."""

kept_part = table(
    "kept_part",
    id_column(),
    Column("array", Text, ForeignKey("kept_array.name", ondelete="CASCADE"), nullable=False),
    integer("part"),
    integer("crc32"),
    Column("data", LargeBinary, nullable=False),
    Index("kept_part_by_array", "array", "part", unique=True),
)
"""The bytes of an array, one part after the other."""
