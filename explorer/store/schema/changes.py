"""What the reader did, so that it can be taken back, and big things that are kept once."""

from sqlalchemy import Column, LargeBinary, Text

from explorer.store.schema.columns import id_column, integer, table, text, within

change_log = table(
    "change_log",
    id_column(),
    text("at"),
    text("title"),
    text("changes"),
    within("undone", 0, 1),
)
"""One row a change set, in the order in which they were made; those that were taken back stand last."""

content = table(
    "content",
    Column("sha256", Text, primary_key=True, nullable=False),
    integer("size"),
    Column("data", LargeBinary, nullable=False),
)
"""Long texts (UTF-8) and files, compressed by zlib, under the SHA-256 of their ``size`` bytes.

A column of another table that refers to ``content.sha256`` keeps a content, as does the change log.
"""
