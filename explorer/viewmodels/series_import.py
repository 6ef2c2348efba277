"""A table of figures on its way into the library: nothing is written before the reader says so."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import ReaderError
from explorer.domain.series_table import Columns, RowProblem, TableReading, guess
from explorer.services.series_files import SeriesDraft, SeriesFiles, Table, new_series, parted, problems
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.timeline import TimelineModel

FILE_CHANNEL = "series file"
CHANNEL = "series table"
NOTHING = TableReading((), (), (), 0)


@dataclass(frozen=True, slots=True)
class ImportForm:
    """What the window shows: the table, which column is what, and what the figures would be.

    ``reading`` is None while it is worked out. ``problem`` is a sentence if something could not be done.
    """

    table: Table
    columns: Columns
    reading: TableReading | None
    title: str
    unit: str
    source: str
    note: str
    problem: str = ""

    @property
    def draft(self) -> SeriesDraft:
        """The series as it would be made."""
        reading = self.reading or NOTHING
        return SeriesDraft(
            self.title, self.unit, self.source, self.note, reading.observations, reading.breaks
        )

    @property
    def problems(self) -> tuple[str, ...]:
        """What keeps it from being imported."""
        return problems(self.draft) if self.reading is not None else ()

    def names(self) -> tuple[str, ...]:
        """The columns by name, or by number where the table names none."""
        width = max((len(row) for row in self.table.rows), default=0)
        first = self.table.rows[0] if self.columns.header and self.table.rows else ()
        return tuple(first[at].strip() if at < len(first) else "" for at in range(width))

    def problems_by_row(self) -> dict[int, RowProblem]:
        """What is wrong with which row, counted from 1."""
        return {each.row: each for each in (self.reading or NOTHING).problems}


class SeriesImportModel(QObject):
    """Reads a table, shows what it would become, and imports it.

    ``changed`` carries the :class:`ImportForm`, ``finished`` the :class:`ChangeSet` when the series is in the
    library and drawn. Of a file that cannot be read the status line says why.
    """

    changed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        files: SeriesFiles,
        edits: EditsModel,
        courier: Courier,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._timeline = timeline
        self._files = files
        self._edits = edits
        self._courier = courier
        self._messages = messages
        self._form: ImportForm | None = None

    @property
    def form(self) -> ImportForm | None:
        """What is to be shown; None before a file was read."""
        return self._form

    def open(self, path: Path) -> None:
        """Read a file, and show what it seems to hold."""
        self._courier.ask(FILE_CHANNEL, self._files.read(path), self._take, self._refuse)

    def part(self, separator: str) -> None:
        """Part the columns by another sign."""
        form = self._form
        if form is None:
            return
        try:
            table = parted(form.table, separator)
        except ReaderError as error:
            self._show(replace(form, problem=str(error)))
            return
        self._read(replace(form, table=table, columns=guess(table.rows), problem=""))

    def put_columns(self, **columns: Any) -> None:
        """Say which column is what."""
        form = self._form
        if form is not None:
            self._read(replace(form, columns=replace(form.columns, **columns)))

    def put_texts(self, **texts: Any) -> None:
        """Set ``title``, ``unit``, ``source`` or ``note``."""
        form = self._form
        if form is not None:
            made = replace(form, **texts, problem="")
            # Each figure without a source of its own has that of the series.
            if made.source != form.source:
                self._read(made)
            else:
                self._show(made)

    def apply(self) -> None:
        """Put the series into the library, if nothing keeps it from that."""
        form = self._form
        if form is None or form.reading is None:
            return
        if form.problems:
            self._show(replace(form, problem=form.problems[0]))
            return
        self._edits.apply(new_series(form.draft), done=self._finish, failed=self._fail)

    def _take(self, read: tuple[Table, Columns]) -> None:
        table, columns = read
        title = Path(table.name).stem.replace("_", " ").replace("-", " ").strip()
        form = ImportForm(table, columns, None, title[:1].upper() + title[1:], "", "", "")
        names = form.names()
        unit = names[columns.value] if columns.value < len(names) else ""
        self._read(replace(form, unit=unit.replace("_", " ")))

    def _read(self, form: ImportForm) -> None:
        self._show(replace(form, reading=None))
        future = self._files.interpret(form.table, form.columns, form.source.strip())
        self._courier.ask(CHANNEL, future, self._put_reading)

    def _put_reading(self, reading: TableReading) -> None:
        if self._form is not None:
            self._show(replace(self._form, reading=reading))

    def _refuse(self, error: ReaderError) -> None:
        self._messages.show_problem(str(error))

    def _finish(self, change_set: ChangeSet) -> None:
        library, stage = self._library.current, self._timeline.stage
        made = change_set.ids("series")
        if library is not None and stage is not None:
            slugs = [one.slug for one in library.contents.series if one.id in made]
            self._timeline.choose_series([*(one.slug for one in stage.series), *slugs])
        self._form = None
        self.finished.emit(change_set)

    def _fail(self, error: ReaderError) -> None:
        if self._form is not None:
            self._show(replace(self._form, problem=str(error)))

    def _show(self, form: ImportForm) -> None:
        self._form = form
        self.changed.emit(form)
