"""What a reader changes in a library, as values that can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

Value = str | int | float | None
"""What a field of a record holds."""
Key = Mapping[str, int | str]
"""The primary key of a record: column to value."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after.

    ``record`` is the kind of record, which is the table it is kept in ("event", "evidence" ...). ``before``
    is None where the record is new, ``after`` where it goes; what stands against None has all fields except
    those of the key. An update has in both the fields that change, and no others.
    """

    record: str
    key: Key
    before: Mapping[str, Value] | None
    after: Mapping[str, Value] | None

    def inverse(self) -> "Change":
        """What takes this change back."""
        return Change(self.record, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that belong together: all are made, or none.

    ``title`` says what was done, as Undo names it: "New event “Summit”". The changes stand in an order in
    which they can be made: a record after those that it refers to, and gone before they go.
    """

    title: str
    changes: tuple[Change, ...]

    def inverse(self) -> Self:
        """What takes all of it back."""
        return type(self)(self.title, tuple(each.inverse() for each in reversed(self.changes)))

    def touches(self, record: str) -> bool:
        """Whether a record of this kind is among those that change."""
        return any(each.record == record for each in self.changes)

    def ids(self, record: str) -> frozenset[int]:
        """The ids of the records of a kind that come, go or change."""
        return frozenset(int(each.key["id"]) for each in self.changes if each.record == record)


@dataclass(frozen=True, slots=True)
class History:
    """The titles of what Undo would take back now and Redo would make again; None where there is nothing."""

    undo: str | None
    redo: str | None


def added(record: str, key: Key, fields: Mapping[str, Value]) -> Change:
    """A new record with all its fields but those of the key."""
    return Change(record, key, None, fields)


def removed(record: str, key: Key, fields: Mapping[str, Value]) -> Change:
    """A record that goes, with all the fields it had but those of the key."""
    return Change(record, key, fields, None)


def updated(
    record: str, key: Key, before: Mapping[str, Value], after: Mapping[str, Value]
) -> tuple[Change, ...]:
    """The change of those fields of ``after`` that differ from ``before``; none if all are the same."""
    fields = [name for name, value in after.items() if before[name] != value]
    if not fields:
        return ()
    return (
        Change(record, key, {name: before[name] for name in fields}, {name: after[name] for name in fields}),
    )
