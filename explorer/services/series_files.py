"""Reads a table of figures from a file, and makes a series of it."""

import csv
import io
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, Key, added
from explorer.domain.errors import ReaderError
from explorer.domain.series import Break, Observation
from explorer.domain.series_table import MOST_ROWS, Columns, TableReading, guess, interpret, separators
from explorer.services.drafts import slug_of
from explorer.services.edits import Plan
from explorer.services.plain_text import decoded
from explorer.services.tour_mentions import series_in_tours
from explorer.services.workers import Workers
from explorer.store.engine import Transaction
from explorer.store.records import fields_of, keys_where, next_id
from explorer.store.removal import removal

LARGEST = 5_000_000
"""Bytes of the largest file that is read."""
WIDEST = 200
"""Columns of the widest table."""
SEPARATORS = (",", ";", "\t", "|")
TEXT_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class Table:
    """A file of figures as text; ``rows`` are its cells as ``separator`` parts them."""

    name: str
    text: str
    encoding: str
    notices: tuple[str, ...]
    separator: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """A series as it is to be made of a table."""

    title: str
    unit: str
    source: str
    note: str
    observations: tuple[Observation, ...]
    breaks: tuple[Break, ...]


class SeriesFiles:
    """Reads tables on a worker."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def read(self, path: Path) -> Future[tuple[Table, Columns]]:
        """The table in a file, and what its columns seem to be.

        The future raises :class:`ReaderError` when the file cannot be read, is too large, or is no text.
        """
        return self._workers.read(read_table, path)

    def interpret(self, table: Table, columns: Columns, source: str) -> Future[TableReading]:
        """The figures of a table with these columns."""
        return self._workers.read(interpret, table.rows, columns, source)


def read_table(path: Path) -> tuple[Table, Columns]:
    """The table in a file, on the thread of the caller.

    Raises:
        ReaderError: the file cannot be read, is too large, or is no text.
    """
    try:
        if not path.is_file():
            raise ReaderError(f"“{path.name}” is no file. Choose a table of figures saved as CSV.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReaderError(
            f"“{path.name}” cannot be read ({error.strerror}). Check that you may open it."
        ) from error
    if len(data) > LARGEST:
        raise ReaderError(
            f"“{path.name}” is larger than {LARGEST // 1_000_000} MB. Save the figures of one series alone."
        )
    text, encoding, notices = decoded(data, path.name)
    text = text.lstrip("\ufeff").replace("\x00", "")
    if not text.strip():
        raise ReaderError(f"“{path.name}” is empty. Choose a table of figures saved as CSV.")
    table = parted(Table(path.name, text, encoding, tuple(notices), ",", ()), next(separators(text)))
    return table, guess(table.rows)


def parted(table: Table, separator: str) -> Table:
    """The same text with its columns parted by another sign.

    Raises:
        ReaderError: it cannot be parted so: a cell or a row is too large.
    """
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(table.text, newline=""), delimiter=separator):
            if len(row) > WIDEST:
                raise ReaderError(
                    f"Row {len(rows) + 1} of “{table.name}” has more than {WIDEST} columns."
                    " Choose another separator, or save fewer columns."
                )
            rows.append(tuple(row))
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise ReaderError(
            f"“{table.name}” is no table that can be read (row {len(rows) + 1}: {error})."
            " Save it again as CSV."
        ) from error
    return Table(table.name, table.text, table.encoding, table.notices, separator, tuple(rows))


def problems(draft: SeriesDraft) -> tuple[str, ...]:
    """What keeps a draft from becoming a series, as sentences."""
    found = []
    if not draft.title.strip():
        found.append("Give the series a title.")
    if not draft.unit.strip():
        found.append("Say what is counted: the unit.")
    if not draft.source.strip():
        found.append("Name the source of the figures.")
    if any(len(text) > TEXT_LENGTH for text in (draft.title, draft.unit, draft.source, draft.note)):
        found.append(f"A text of a series has {TEXT_LENGTH:,} characters at most.")
    if not draft.observations:
        found.append("The table gives no figure that can be read.")
    return tuple(found)


def new_series(draft: SeriesDraft) -> Plan:
    """Put a series with all its figures into the library, in one change.

    The plan raises ReaderError if the draft is not fit to become a series.
    """

    def plan(connection: Transaction) -> ChangeSet:
        for sentence in problems(draft):
            raise ReaderError(sentence)
        series_id = next_id(connection, "series")
        fields = {
            "uuid": str(uuid4()),
            "slug": _slug(connection, draft.title),
            "title": draft.title.strip(),
            "unit": draft.unit.strip(),
            "source": draft.source.strip(),
            "note": draft.note.strip(),
        }
        changes = (
            added("series", {"id": series_id}, fields),
            *_figures(series_id, draft.observations),
            *_breaks(series_id, draft.breaks),
        )
        return ChangeSet(f"Import series “{draft.title.strip()}”", changes)

    return plan


def deleted_series(series_id: int) -> Plan:
    """Take a series out with all its figures.

    The plan raises ReaderError while a claim is tested by it.
    """

    def plan(connection: Transaction) -> ChangeSet:
        key: Key = {"id": series_id}
        fields = fields_of(connection, "series", key)
        if fields is None:
            raise ReaderError("This series is no longer in the library. Nothing was changed.")
        claims = len(keys_where(connection, "claim_series", series_id=series_id))
        if claims:
            tested = "A claim is" if claims == 1 else f"{claims} claims are"
            raise ReaderError(f"{tested} tested by this series. Change or delete what tests it first.")
        shown = series_in_tours(connection, fields["slug"])
        return ChangeSet(f"Take out series “{fields['title']}”{shown}", removal(connection, "series", key))

    return plan


def _figures(series_id: int, observations: Sequence[Observation]) -> Iterator[Change]:
    for one in observations:
        key: Key = {"series_id": series_id, "line": one.line, "period": one.period}
        fields = {
            "start": one.start,
            "stop": one.end,
            "value": one.value,
            "status": one.status.value,
            "remark": one.remark,
            "source": one.source,
            "provenance": one.provenance,
        }
        yield added("observation", key, fields)


def _breaks(series_id: int, breaks: Sequence[Break]) -> Iterator[Change]:
    for each in breaks:
        key: Key = {"series_id": series_id, "period": each.period}
        yield added("series_break", key, {"day": each.day, "note": each.note})


def _slug(connection: Transaction, title: str) -> str:
    """A readable name that no series has."""
    stem = slug_of(title).replace("-", "_") or "series"
    slug, number = stem, 1
    while keys_where(connection, "series", slug=slug):
        number += 1
        slug = f"{stem}_{number}"
    return slug
