"""Makes change sets, keeps a log of them, and takes them back."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from explorer.domain.change import Change, ChangeSet, History
from explorer.domain.errors import ReaderError
from explorer.store import contents_kept, schema
from explorer.store.faults import MalformedError
from explorer.store.records import key_columns, make, table_of
from explorer.store.reindexing import in_step

MOST = 1_000
"""Change sets that are kept: of older ones the log forgets how to take them back."""
LONGEST = 16 * 1024 * 1024
"""Characters of the longest change set, as JSON."""
LONGEST_TITLE = 160
"""Characters that are read of a title: the log of a stranger may hold anything."""
LONGEST_LOG = 64 * 1024 * 1024
"""Characters of all change sets that a closed library keeps."""

_LOG = schema.change_log
_LAST: Select[Any] = select(_LOG).where(_LOG.c.undone == 0).order_by(_LOG.c.id.desc()).limit(1)
_NEXT: Select[Any] = select(_LOG).where(_LOG.c.undone == 1).order_by(_LOG.c.id).limit(1)


def apply(connection: Connection, change_set: ChangeSet, contents: Iterable[bytes] = ()) -> None:
    """Make a change set, keep the search index in step, and write it to the log.

    What had been taken back before can no longer be made again.

    Args:
        connection: one from ``Library.writing``; nothing is changed if this raises.
        change_set: not empty.
        contents: long texts and files that the changes name by their SHA-256 (``contents_kept``).

    Raises:
        ReaderError: what is there is not what the changes start from, or there are too many.
    """
    written = to_json(change_set)
    if len(written) > LONGEST:
        raise ReaderError("These are too many changes for one step. Make them in several parts.")
    contents_kept.keep(connection, contents)
    _make(connection, change_set)
    connection.execute(delete(_LOG).where(_LOG.c.undone == 1))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"at": now, "title": change_set.title, "changes": written, "undone": 0}
    newest = connection.execute(insert(_LOG), row).inserted_primary_key
    if newest is not None:
        connection.execute(delete(_LOG).where(_LOG.c.id <= newest[0] - MOST))


def undo(connection: Connection) -> ChangeSet:
    """Take back the last change set; answers what was done for that.

    Raises:
        ReaderError: there is nothing to take back, or what it changed was changed otherwise since.
    """
    row = connection.execute(_LAST).one_or_none()
    if row is None:
        raise ReaderError("There is nothing to undo.")
    inverse = _change_set(row).inverse()
    _redo_as(connection, row.id, inverse, undone=True)
    return inverse


def redo(connection: Connection) -> ChangeSet:
    """Make again the change set that was taken back last; answers it.

    Raises:
        ReaderError: there is none, or what it changes was changed otherwise since.
    """
    row = connection.execute(_NEXT).one_or_none()
    if row is None:
        raise ReaderError("There is nothing to redo.")
    change_set = _change_set(row)
    _redo_as(connection, row.id, change_set, undone=False)
    return change_set


def history(connection: Connection) -> History:
    """What can be taken back and made again now."""
    title = func.substr(_LOG.c.title, 1, LONGEST_TITLE)
    return History(
        undo=connection.scalar(_LAST.with_only_columns(title)),
        redo=connection.scalar(_NEXT.with_only_columns(title)),
    )


def shorten(connection: Connection) -> None:
    """Let the log forget its oldest entries until what is left is not too long; the newest stays."""
    room, oldest = LONGEST_LOG, None
    for id_, length in connection.execute(
        select(_LOG.c.id, func.length(_LOG.c.changes)).order_by(_LOG.c.id.desc())
    ):
        room -= length
        if room < 0 and oldest is not None:
            break
        oldest = id_
    if oldest is not None:
        connection.execute(delete(_LOG).where(_LOG.c.id < oldest))


def logged(connection: Connection) -> Iterator[ChangeSet]:
    """What was done and not taken back, as far as the log reaches, the oldest first."""
    for row in connection.execute(select(_LOG).where(_LOG.c.undone == 0).order_by(_LOG.c.id)):
        yield _change_set(row)


def to_json(change_set: ChangeSet) -> str:
    """The changes of a set as the log has them."""
    listed = [
        [each.record, dict(each.key), _side(each.before), _side(each.after)] for each in change_set.changes
    ]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def from_json(title: str, text: str) -> ChangeSet:
    """What :func:`to_json` wrote.

    Raises:
        MalformedError: it is none.
    """
    try:
        return ChangeSet(title, tuple(_change(*each) for each in json.loads(text)))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise MalformedError(f"no change set: {text[:40]}") from error


def _side(fields: Any) -> Any:
    return None if fields is None else dict(fields)


def _change(record: Any, key: Any, before: Any, after: Any) -> Change:
    """A change out of a log, which may be a stranger's: its names are those of our tables and columns."""
    columns, keys = table_of(record).c.keys(), key_columns(record)
    sides = [side for side in (before, after) if side is not None]
    if (
        key.keys() != set(keys)
        or not sides
        or any(not side.keys() <= set(columns) - set(keys) for side in sides)
    ):
        raise ValueError(record)
    if any(
        not isinstance(value, (str, int, float, type(None)))
        for side in (key, *sides)
        for value in side.values()
    ):
        raise TypeError(record)
    return Change(record, key, before, after)


def _change_set(row: Row[Any]) -> ChangeSet:
    return from_json(row.title[:LONGEST_TITLE], row.changes)


def _make(connection: Connection, change_set: ChangeSet) -> None:
    with in_step(connection, change_set.changes):
        for each in change_set.changes:
            make(connection, each)


def _redo_as(connection: Connection, row_id: int, change_set: ChangeSet, *, undone: bool) -> None:
    try:
        _make(connection, change_set)
    except IntegrityError as error:
        raise MalformedError(f"no change set of ours: {change_set.title}") from error
    connection.execute(update(_LOG).where(_LOG.c.id == row_id).values(undone=int(undone)))
