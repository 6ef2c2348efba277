"""The kinds of columns that the tables are made of."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()
"""Collects the tables of a library file."""


def id_column() -> Column[int]:
    """The number of a row inside this file."""
    return Column("id", Integer, primary_key=True)


def uuid_column() -> Column[str]:
    """The identity of a record across files."""
    return Column("uuid", Text, nullable=False, unique=True)


def slug_column() -> Column[str]:
    """The readable name of a record."""
    return Column("slug", Text, nullable=False, unique=True)


def text(name: str) -> Column[str]:
    """A text that is always there, empty if there is nothing to say."""
    return Column(name, Text, nullable=False)


def maybe_text(name: str) -> Column[str]:
    """A text that may be missing."""
    return Column(name, Text)


def integer(name: str) -> Column[int]:
    """A whole number that is always there."""
    return Column(name, Integer, nullable=False)


def real(name: str) -> Column[float]:
    """A number that is always there."""
    return Column(name, REAL, nullable=False)


def one_of(name: str, values: type[Enum] | Sequence[str]) -> Column[str]:
    """A text out of a closed set."""
    allowed = ", ".join(f"'{value.value if isinstance(value, Enum) else value}'" for value in values)
    return Column(name, Text, CheckConstraint(f"{name} IN ({allowed})"), nullable=False)


def within(name: str, low: int, high: int) -> Column[int]:
    """A whole number between two bounds, both included."""
    return Column(name, Integer, CheckConstraint(f"{name} BETWEEN {low} AND {high}"), nullable=False)


def json_list(name: str) -> Column[str]:
    """A JSON array. No CHECK tests it: trusted_schema = OFF bars the JSON functions of SQLite 3.40 there."""
    return Column(name, Text, nullable=False)


def part_of(name: str, target: str) -> Column[int]:
    """A row that goes when the row it belongs to goes."""
    return Column(name, Integer, ForeignKey(target, ondelete="CASCADE"), nullable=False)


def refers_to(name: str, target: str, *, optional: bool = False) -> Column[int]:
    """A row that keeps the row it names from being deleted."""
    return Column(name, Integer, ForeignKey(target), nullable=optional)


def extent() -> tuple[Any, ...]:
    """The four day numbers of a date, in their order."""
    return (
        real("earliest"),
        real("likely_start"),
        real("likely_end"),
        real("latest"),
        CheckConstraint("earliest <= likely_start AND likely_start <= likely_end AND likely_end <= latest"),
    )


def table(name: str, *items: Any) -> Table:
    """A STRICT table of the library file."""
    return Table(name, metadata, *items, sqlite_strict=True)
