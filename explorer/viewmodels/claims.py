"""The checkable statements as a table, and the one that is looked at."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from explorer.domain.claim import Verdict, Working
from explorer.domain.detail import WorkedClaim
from explorer.domain.judgement import Judgement
from explorer.domain.numerals import plain
from explorer.domain.passage import Quantity
from explorer.domain.periods import period_in_words
from explorer.domain.series import Series
from explorer.services.claims import Claims
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels import series_choice
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.verdicts import verdict_words

CHANNEL = "claims"
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ClaimColumn(IntEnum):
    """Columns of the table."""

    STATEMENT = 0
    SOURCE = 1
    QUANTITY = 2
    PERIOD = 3
    SERIES = 4
    SUM = 5
    VERDICT = 6
    CAVEAT = 7


class ClaimRole(IntEnum):
    """What a row tells besides its texts: the :class:`WorkedClaim`."""

    CLAIM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Words that must all occur in a row, and the verdict it must have; None for any."""

    words: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """Claims listed, of all; ``sources`` counts the sources that make them."""

    listed: int
    total: int
    sources: int


@dataclass(frozen=True, slots=True)
class ChosenClaim:
    """The claim that is looked at, and which of its tests is drawn; ``series`` by slug."""

    worked: WorkedClaim
    test: int
    series: dict[str, Series]

    @property
    def judgement(self) -> Judgement | None:
        """The test that is drawn; None where the claim has none."""
        tests = self.worked.outcome.judgements
        return tests[self.test] if tests else None

    @property
    def shown_series(self) -> tuple[Series, ...]:
        """The series that the test reads, as far as one scale can show them."""
        judgement = self.judgement
        if judgement is None:
            return ()
        return series_choice.tested(tuple(self.series.values()), judgement.working)


class ClaimsModel(QAbstractTableModel):
    """Lists the claims that pass the filter, in the order asked for.

    ``arranged`` carries a :class:`ClaimCount` whenever the rows have changed, ``chosen`` the
    :class:`ChosenClaim` or None whenever another claim or test is looked at.
    """

    arranged = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, library: LibraryModel, claims: Claims, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._claims = claims
        self._courier = courier
        self._all: tuple[WorkedClaim, ...] = ()
        self._rows: list[WorkedClaim] = []
        self._series: dict[str, Series] = {}
        self._filter = ClaimFilter()
        self._order: tuple[ClaimColumn, bool] | None = None
        self._current: int | None = None
        self._test = 0
        self._wanted: int | None = None
        self._active = False
        self._stale = True
        library.opened.connect(self._open)
        library.changed.connect(self._outdate)

    # What is listed

    @property
    def service(self) -> Claims:
        """Where the claims come from."""
        return self._claims

    @property
    def count(self) -> ClaimCount:
        """How many claims are listed."""
        sources = {one.source.id for one in self._all if one.source is not None}
        return ClaimCount(len(self._rows), len(self._all), len(sources))

    @property
    def filter(self) -> ClaimFilter:
        """What is filtered by."""
        return self._filter

    @property
    def loaded(self) -> bool:
        """Whether the claims of the open library have been read."""
        return not self._stale

    def set_active(self, active: bool) -> None:
        """Say whether anyone looks: nothing is read before."""
        self._active = active
        if active and self._stale:
            self._read()

    def narrow(self, wanted: ClaimFilter) -> None:
        """List only what passes a filter."""
        if wanted != self._filter:
            self._filter = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order of the record."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = None if column < 0 else (ClaimColumn(column), descending)
        self._arrange()

    def row_of(self, claim_id: int) -> int | None:
        """The row in which a claim stands; None if it is not listed."""
        return next((row for row, one in enumerate(self._rows) if one.claim.id == claim_id), None)

    # What is looked at

    @property
    def current(self) -> ChosenClaim | None:
        """The claim that is looked at."""
        found = next((one for one in self._all if one.claim.id == self._current), None)
        return None if found is None else ChosenClaim(found, self._test, self._series)

    def choose(self, claim_id: int) -> None:
        """Look at a claim. One that is not read yet is chosen when it is."""
        if self._stale:
            self._wanted = claim_id
            self.set_active(True)
        elif claim_id != self._current and any(one.claim.id == claim_id for one in self._all):
            self._current, self._test = claim_id, 0
            self.chosen.emit(self.current)

    def choose_test(self, number: int) -> None:
        """Draw another test of the same claim."""
        current = self.current
        if current is not None and number != self._test and number < len(current.worked.outcome.judgements):
            self._test = number
            self.chosen.emit(self.current)

    def beside(self, chosen: ChosenClaim, most: int) -> tuple[WorkedClaim, ...]:
        """Other claims that are tested by a series of this one."""
        slugs = {one.series for one in chosen.worked.claim.workings}
        others = (one for one in self._all if one.claim.id != chosen.worked.claim.id)
        return tuple(one for one in others if slugs & {each.series for each in one.claim.workings})[:most]

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Claims listed."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns of the table."""
        return 0 if parent.isValid() else len(ClaimColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            ClaimColumn.STATEMENT: self.tr("Statement"),
            ClaimColumn.SOURCE: self.tr("Source"),
            ClaimColumn.QUANTITY: self.tr("Quantity"),
            ClaimColumn.PERIOD: self.tr("Period"),
            ClaimColumn.SERIES: self.tr("Series"),
            ClaimColumn.SUM: self.tr("Sum"),
            ClaimColumn.VERDICT: self.tr("Verdict"),
            ClaimColumn.CAVEAT: self.tr("Keep in mind"),
        }[ClaimColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, its tooltip and what a screen reader says, or the claim of the row."""
        if not index.isValid():
            return None
        worked = self._rows[index.row()]
        if role == ClaimRole.CLAIM:
            return worked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(worked, ClaimColumn(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{name}: {self._text(worked, ClaimColumn(index.column()))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(worked, ClaimColumn(index.column()))
        return None

    # Texts

    def _text(self, worked: WorkedClaim, column: ClaimColumn) -> str:
        match column:
            case ClaimColumn.STATEMENT:
                return f"“{worked.quotation}”" if worked.quotation else worked.claim.test
            case ClaimColumn.SOURCE:
                return self.place(worked)
            case ClaimColumn.QUANTITY:
                return _quantity(worked)
            case ClaimColumn.PERIOD:
                return _periods(worked)
            case ClaimColumn.SERIES:
                return self._series_named(worked)
            case ClaimColumn.SUM:
                return worked.sum
            case ClaimColumn.VERDICT:
                return verdict_words(worked.outcome.verdict)
            case ClaimColumn.CAVEAT:
                return worked.claim.caveats[0] if worked.claim.caveats else ""

    def _tip(self, worked: WorkedClaim, column: ClaimColumn) -> str:
        match column:
            case ClaimColumn.CAVEAT:
                return "\n".join(f"• {caveat}" for caveat in worked.claim.caveats)
            case ClaimColumn.VERDICT:
                reasons = (worked.outcome.reason, worked.mismatch, *worked.outcome.notes)
                return "\n".join((verdict_words(worked.outcome.verdict), *filter(None, reasons)))
            case ClaimColumn.QUANTITY if worked.passage is not None:
                return "\n".join(f"{_with_unit(one)}: {one.what}" for one in worked.passage.quantities)
            case ClaimColumn.SERIES:
                return worked.basis or self._text(worked, column)
            case ClaimColumn.SUM:
                return f"{worked.sum}\n{worked.basis}" if worked.sum else worked.outcome.reason
            case _:
                return self._text(worked, column)

    def place(self, worked: WorkedClaim) -> str:
        """Whose words they are, and in which paragraph they stand."""
        if worked.source is None or worked.passage is None:
            return ""
        paragraph = worked.passage.selector.paragraph
        return self.tr("{source}, ¶{paragraph}").format(source=worked.source.label, paragraph=paragraph)

    def _series_named(self, worked: WorkedClaim) -> str:
        named = []
        for one in worked.claim.workings:
            series = self._series.get(one.series)
            title = one.series if series is None else series.kind or series.title
            # The line tells two tests of one series apart: it comes first, as a narrow column cuts the end.
            named.append(f"{one.line.replace('-', ' ')} · {title}" if one.line else title)
        return "; ".join(dict.fromkeys(named))

    # Keeping up

    def _open(self, _library: OpenLibrary) -> None:
        self._current, self._test, self._wanted = None, 0, None
        self._all = ()
        self._filter = ClaimFilter()
        self._arrange()
        self.chosen.emit(None)
        self._outdate(_library)

    def _outdate(self, _library: OpenLibrary) -> None:
        self._stale = True
        if self._active:
            self._read()

    def _read(self) -> None:
        library = self._library.current
        if library is not None:
            self._courier.ask(CHANNEL, self._claims.all(library), self._take)

    def _take(self, found: tuple[WorkedClaim, ...]) -> None:
        library = self._library.current
        self._stale = False
        self._all = found
        self._series = {} if library is None else {one.slug: one for one in library.contents.series}
        wanted = self._wanted if self._wanted is not None else self._current
        self._wanted = None
        known = [one.claim.id for one in found]
        if wanted not in known:
            wanted = known[0] if known else None
        if wanted != self._current:
            self._test = 0
        self._current = wanted
        self._arrange()
        current = self.current
        if current is not None and self._test >= len(current.worked.outcome.judgements):
            self._test = 0
        self.chosen.emit(self.current)

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._filter.words.casefold().split()
        self._rows = [one for one in self._all if self._passes(one, words)]
        if self._order is not None:
            column, descending = self._order
            self._rows.sort(key=lambda one: self._key(one, column), reverse=descending)
        self.endResetModel()
        self.arranged.emit(self.count)

    def _passes(self, worked: WorkedClaim, words: list[str]) -> bool:
        if self._filter.verdict is not None and worked.outcome.verdict is not self._filter.verdict:
            return False
        if not words:
            return True
        caveats = (*worked.claim.caveats, worked.claim.verdict)
        text = " ".join((*(self._text(worked, column) for column in ClaimColumn), *caveats)).casefold()
        return all(word in text for word in words)

    def _key(self, worked: WorkedClaim, column: ClaimColumn) -> tuple[Any, ...]:
        if column is ClaimColumn.VERDICT:
            return (tuple(Verdict).index(worked.outcome.verdict),)
        if column is ClaimColumn.SOURCE and worked.passage is not None:
            label = worked.source.label if worked.source is not None else ""
            return (label.casefold(), worked.passage.selector.paragraph)
        if column is ClaimColumn.PERIOD:
            starts = [one.start for judged in worked.outcome.judgements for one in judged.figures[:1]]
            return (min(starts, default=float("inf")),)
        if column is ClaimColumn.QUANTITY:
            number = _number(worked)
            return (number is None, 0.0 if number is None else number)
        return (self._text(worked, column).casefold(),)


def _number(worked: WorkedClaim) -> float | None:
    """The number claimed: that of the passage, else that of a test; a mere rise or fall claims none."""
    if worked.passage is not None and worked.passage.quantities:
        return worked.passage.quantities[0].value
    return next((one.claimed for one in worked.claim.workings if one.claimed), None)


def _quantity(worked: WorkedClaim) -> str:
    if worked.passage is not None and worked.passage.quantities:
        return ", ".join(_with_unit(each) for each in worked.passage.quantities)
    number = _number(worked)
    return "" if number is None else plain(number)


def _with_unit(quantity: Quantity) -> str:
    unit = "%" if quantity.unit == "percent" else quantity.unit
    return f"{plain(quantity.value)} {unit}"


def _periods(worked: WorkedClaim) -> str:
    named = [period_in_words(period) for one in worked.claim.workings for period in one.periods]
    if not named and worked.passage is not None:
        named = [each.period for each in worked.passage.quantities]
    return ", ".join(dict.fromkeys(named))


def short_name(working: Working) -> str:
    """What tells a test from the others of its claim: its line and its periods."""
    periods = " → ".join(period_in_words(period) for period in working.periods)
    return f"{working.line.replace('-', ' ')}, {periods}" if working.line else periods
