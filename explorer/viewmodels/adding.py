"""Adding documents: which files are being read, and what became of each."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.adding import CopyOf, Outcome, Twin
from explorer.domain.change import ChangeSet
from explorer.domain.errors import ReaderError
from explorer.domain.reading import UnreadableError
from explorer.services.adding import Adding, Entry, ReadFile, ReadingErrand, Standing
from explorer.services.documents import Attachment, Documents
from explorer.services.reading.files import Incoming
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.settings import KEEP_FILES, SettingsModel

TICK_MS = 100
AT_ONCE = 2
"""Files that are read side by side."""
BEGUN = 0.001
"""The share of a file that is being read, but has not told how far."""
AHEAD = 4
"""Files that may be read and in memory before they enter."""
_FILES = "adding, files"


@dataclass(frozen=True, slots=True)
class Addition:
    """A file on its way into the library, or what became of it.

    ``share`` tells from 0 to 1 how much of it is read; ``outcome`` is None until it is known. ``twin`` is the
    document it is a double of, ``copy`` the source it is a copy of. ``source_id`` is what it became,
    ``passages`` how many of the quotations of its source were found in it, if it became that. ``sentences``
    say why it was refused, or what was noticed. ``new`` and ``doubles`` count the records of a bibliography.
    """

    number: int
    name: str
    share: float = 0.0
    outcome: Outcome | None = None
    twin: Twin | None = None
    copy: CopyOf | None = None
    source_id: int | None = None
    passages: tuple[int, int] | None = None
    sentences: tuple[str, ...] = ()
    new: int = 0
    doubles: int = 0


@dataclass(frozen=True, slots=True)
class AddingState:
    """All files in the order in which they were given; ``is_busy`` while any of them is on its way."""

    additions: tuple[Addition, ...] = ()
    is_busy: bool = False

    @property
    def share(self) -> float:
        """How far all of it is, from 0 to 1."""
        if not self.additions:
            return 1.0
        return sum(1.0 if each.outcome else each.share for each in self.additions) / len(self.additions)


class AddingModel(QObject):
    """Reads files two at a time and has each enter the library by itself, as a change that can be undone.

    What is nearly in the library already, and what is a copy of a source without text, waits for a word of
    the reader: :meth:`add_anyway` or :meth:`attach`. ``changed`` carries the :class:`AddingState`.
    """

    changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        adding: Adding,
        documents: Documents,
        edits: EditsModel,
        settings: SettingsModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._adding = adding
        self._documents = documents
        self._edits = edits
        self._settings = settings
        self._courier = courier
        self._all: dict[int, Addition] = {}
        self._waiting: deque[tuple[int, Incoming]] = deque()
        self._errands: dict[int, ReadingErrand] = {}
        self._read: dict[int, ReadFile] = {}
        self._turns: dict[int, Callable[[int], None]] = {}
        self._turn: int | None = None
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        library.leaving.connect(self._leave)

    @property
    def state(self) -> AddingState:
        """What is to be shown."""
        busy = bool(self._waiting or self._errands or self._turns or self._turn is not None)
        return AddingState(tuple(self._all.values()), busy)

    def add(self, paths: Iterable[Path]) -> None:
        """Add the files at these paths, and those in these folders."""
        if self._library.current is not None:
            self._count += 1
            self._courier.ask(f"{_FILES} {self._count}", self._adding.files(tuple(paths)), self._take_files)

    def add_data(self, name: str, data: bytes) -> None:
        """Add what was copied to the clipboard."""
        if self._library.current is not None:
            self._take_files((Incoming(name, None, data),))

    def cancel(self) -> None:
        """Leave all that has not entered the library yet; what has stays, and can be undone."""
        left = {number for number, _ in self._waiting} | self._turns.keys() | self._errands.keys()
        for errand in self._errands.values():
            errand.call_off()
        self._waiting.clear()
        self._turns.clear()
        self._errands.clear()
        for number in left:
            self._courier.void(_channel(number))
            self._end(number, Outcome.CANCELLED)
        self._show()

    def forget(self) -> None:
        """Put the report away."""
        if not self.state.is_busy:
            self._all.clear()
            self._read.clear()
            self._show()

    def add_anyway(self, number: int) -> None:
        """Add a file as a source of its own although it is like another one."""
        if self._is_asked(number):
            self._take_turn(number, self._enter)

    def attach(self, number: int) -> None:
        """Have a file be the text of the source that it is a copy of."""
        if self._is_asked(number) and self._all[number].copy is not None:
            self._take_turn(number, self._prepare_copy)

    def _is_asked(self, number: int) -> bool:
        """Whether a file waits for a word of the reader."""
        return number in self._read and self._all[number].outcome in {Outcome.ALIKE, Outcome.COPY}

    # Reading, two at a time

    def _take_files(self, files: tuple[Incoming, ...]) -> None:
        for incoming in files:
            self._count += 1
            self._all[self._count] = Addition(self._count, incoming.name)
            self._waiting.append((self._count, incoming))
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and len(self._errands) < AT_ONCE and len(self._turns) < AHEAD:
            number, incoming = self._waiting.popleft()
            self._all[number] = replace(self._all[number], share=BEGUN)
            self._ask(number, self._adding.read(incoming, self._errand(number)), self._take_read)
        self._give_turn()
        if self._errands:
            self._timer.start()
        self._show()

    def _give_turn(self) -> None:
        """Let the next file enter, in the order in which they were given: of doubles the first one does."""
        if self._turn is not None or not self._turns:
            return
        number = min(self._turns)
        if all(number < reading for reading in self._errands):
            self._turn = number
            self._turns.pop(number)(number)

    def _errand(self, number: int) -> ReadingErrand:
        self._errands[number] = ReadingErrand()
        return self._errands[number]

    def _ask(self, number: int, answer: Future[Any], take: Callable[[int, Any], None]) -> None:
        self._courier.ask(_channel(number), answer, partial(take, number), partial(self._refuse, number))

    def _take_read(self, number: int, read: ReadFile) -> None:
        self._errands.pop(number, None)
        self._read[number] = read
        self._take_turn(number, self._compare)

    # Entering, one after the other: a file may be the double of the one before it

    def _take_turn(self, number: int, step: Callable[[int], None]) -> None:
        self._all[number] = replace(self._all[number], outcome=None, share=1.0)
        self._turns[number] = step
        self._go_on()

    def _compare(self, number: int) -> None:
        if self._library.current is not None:
            found = self._adding.compare(self._library.current, self._read[number], self._errand(number))
            self._ask(number, found, self._take_standing)

    def _take_standing(self, number: int, standing: Standing) -> None:
        self._errands.pop(number, None)
        twin = standing.twin
        self._all[number] = replace(self._all[number], twin=twin, copy=standing.copy)
        if twin is not None:
            same = twin.same_file or twin.same_text
            self._end_turn(number, Outcome.DUPLICATE if same else Outcome.ALIKE)
        elif standing.copy is not None:
            self._end_turn(number, Outcome.COPY)
        else:
            self._enter(number)

    def _enter(self, number: int) -> None:
        entry = Entry(self._read[number], keep=self._keeps())
        done = partial(self._note_entry, number, entry)
        self._edits.apply(entry.plan, entry.contents(), done, partial(self._refuse, number))

    def _prepare_copy(self, number: int) -> None:
        library, read, copy = self._library.current, self._read[number], self._all[number].copy
        if library is not None and read.reading is not None and copy is not None:
            found = self._documents.copy_of(
                library, copy.source_id, read.file, read.reading, self._errand(number), keep=self._keeps()
            )
            self._ask(number, found, self._take_attachment)

    def _take_attachment(self, number: int, attachment: Attachment) -> None:
        self._errands.pop(number, None)
        done = partial(self._note_attached, number, attachment)
        self._edits.apply(attachment.change_set, attachment.contents, done, partial(self._refuse, number))

    def _keeps(self) -> bool:
        return bool(self._settings.value(KEEP_FILES))

    # At the end

    def _note_entry(self, number: int, entry: Entry, _change_set: ChangeSet) -> None:
        self._all[number] = replace(
            self._all[number],
            source_id=entry.source_id,
            new=entry.new,
            doubles=entry.doubles,
            sentences=entry.notices,
        )
        self._end_turn(number, Outcome.ADDED if entry.source_id or entry.new else Outcome.DUPLICATE)

    def _note_attached(self, number: int, attachment: Attachment, _change_set: ChangeSet) -> None:
        report = attachment.report
        self._all[number] = replace(
            self._all[number],
            source_id=report.source_id,
            passages=(report.exact + report.moved, report.total),
            sentences=report.notices,
        )
        self._end_turn(number, Outcome.ADDED)

    def _refuse(self, number: int, error: ReaderError) -> None:
        self._errands.pop(number, None)
        bare = isinstance(error, UnreadableError) and error.no_text
        self._all[number] = replace(self._all[number], sentences=(str(error),))
        self._end_turn(number, Outcome.NO_TEXT if bare else Outcome.REFUSED)

    def _end_turn(self, number: int, outcome: Outcome) -> None:
        if self._turn == number:
            self._turn = None
        self._end(number, outcome)
        self._go_on()

    def _end(self, number: int, outcome: Outcome) -> None:
        if self._turn == number and outcome is Outcome.CANCELLED:
            self._turn = None
        self._all[number] = replace(self._all[number], outcome=outcome)
        if outcome not in {Outcome.ALIKE, Outcome.COPY}:
            # What is over need not stay in memory.
            self._read.pop(number, None)

    def _leave(self, _library: object) -> None:
        self.cancel()
        self._turn = None
        self.forget()

    def _tick(self) -> None:
        for number, errand in self._errands.items():
            if errand.share > self._all[number].share:
                self._all[number] = replace(self._all[number], share=errand.share)
        self._show()

    def _show(self) -> None:
        state = self.state
        if not self._errands:
            self._timer.stop()
        self.changed.emit(state)


def _channel(number: int) -> str:
    return f"adding {number}"
