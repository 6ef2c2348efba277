"""The fields of one test."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from explorer.domain.claim import Comparator, Operation, Working
from explorer.domain.claim_draft import TWO_PERIODS
from explorer.domain.numerals import plain, read_number
from explorer.domain.periods import period_in_words
from explorer.domain.series import Series
from explorer.widgets.claims import wording
from explorer.widgets.parts.choice import Choice
from explorer.widgets.theme import ThemeHolder

OPERATIONS = tuple(Operation)
COMPARATORS: tuple[Comparator | None, ...] = (*Comparator, None)


class WorkingForm(QWidget):
    """Shows a test and tells each change: ``changed`` carries the new :class:`Working`.

    Only what the operation reads can be filled in; the periods offered are those that the line has.
    """

    changed = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._series: Mapping[str, Series] = {}
        self._working: Working | None = None
        self._filling = False
        self.operation = self._box(self.tr("What is worked"))
        for each in OPERATIONS:
            self.operation.addItem(wording.operation(each))
        self.series = self._box(self.tr("Series"))
        self.line = self._box(self.tr("Line of the series"))
        self.first = self._box(self.tr("Period"))
        self.last = self._box(self.tr("Later period"))
        self.other_series = self._box(self.tr("Series to divide by"))
        self.other_line = self._box(self.tr("Line to divide by"))
        self.rate = self._field(self.tr("Share in per cent, such as 25"))
        self.comparator = self._box(self.tr("How the result must stand to the number claimed"))
        for comparator in COMPARATORS:
            self.comparator.addItem(wording.comparator(comparator))
        self.claimed = self._field(self.tr("Number claimed, in the unit of the result"))
        self.tolerance = self._field(self.tr("How far the result may be off, in its unit"))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add(self.tr("Work"), self.operation)
        self._add(self.tr("Series"), self.series, self.line)
        self._arrow = QLabel("→", self)
        self._add(self.tr("Period"), self.first, self._arrow, self.last)
        self._other = self._add(self.tr("Divide by"), self.other_series, self.other_line)
        self._rate = self._add(self.tr("Share, %"), self.rate)
        self._give = QLabel(self.tr("give or take"), self)
        self._add(self.tr("Claimed"), self.comparator, self.claimed, self._give, self.tolerance)

    def put(self, working: Working | None, series: Mapping[str, Series]) -> None:
        """Show a test. A field that is being typed in keeps what stands there while that means the same."""
        self._series, self._working = series, working
        self.setEnabled(working is not None)
        if working is None:
            return
        self._filling = True
        try:
            self._fill(working)
        finally:
            self._filling = False

    def _fill(self, working: Working) -> None:
        self.operation.setCurrentIndex(OPERATIONS.index(working.operation))
        slugs, titles = list(self._series), [one.title for one in self._series.values()]
        _offer(self.series, titles, slugs, working.series)
        self._offer_lines(self.line, working.series, working.line)
        periods = list(working.periods)
        offered = self._periods(working.series, working.line)
        names = [period_in_words(period) for period in offered]
        _offer(self.first, names, offered, periods[0] if periods else "")
        _offer(self.last, names, offered, periods[1] if len(periods) > 1 else "")
        pair = working.operation in TWO_PERIODS
        self._arrow.setVisible(pair)
        self.last.setVisible(pair)
        share = working.operation is Operation.SHARE
        self._form.setRowVisible(self._other, share)
        _offer(self.other_series, titles, slugs, working.other_series or "")
        self._offer_lines(self.other_line, working.other_series or "", working.other_line or "")
        self._form.setRowVisible(self._rate, working.operation is Operation.IMPLIED_TOTAL)
        _write(self.rate, None if working.rate is None else working.rate * 100)
        self.comparator.setCurrentIndex(COMPARATORS.index(working.comparator))
        for widget in (self.claimed, self._give, self.tolerance):
            widget.setVisible(working.comparator is not None)
        _write(self.claimed, working.claimed)
        _write(self.tolerance, working.tolerance or None)

    def _offer_lines(self, box: QComboBox, slug: str, line: str) -> None:
        lines = list(self._series[slug].lines) if slug in self._series else []
        names = [name.replace("-", " ") if name else self.tr("the only line") for name in lines]
        _offer(box, names, lines, line)
        box.setVisible(lines != [""])

    def _periods(self, slug: str, line: str) -> list[str]:
        if slug not in self._series:
            return []
        return [one.period for one in self._series[slug].observations if one.line == line]

    def _tell(self, _changed: object = None) -> None:
        """Read the fields. Where another series or line is chosen, the rest goes as far as it can with it."""
        working = self._working
        if self._filling or working is None:
            return
        operation = OPERATIONS[self.operation.currentIndex()]
        slug = str(self.series.currentData() or "")
        line = self._line_of(slug, str(self.line.currentData() or ""), same=slug == working.series)
        comparator = COMPARATORS[self.comparator.currentIndex()]
        share = operation is Operation.SHARE
        other = str(self.other_series.currentData() or slug) if share else None
        rate = read_number(self.rate.text())
        self.changed.emit(
            replace(
                working,
                operation=operation,
                series=slug,
                line=line,
                periods=self._periods_for(operation, slug, line),
                other_series=other,
                other_line=self._line_of(other, str(self.other_line.currentData() or ""), same=True)
                if other
                else None,
                rate=rate / 100 if operation is Operation.IMPLIED_TOTAL and rate is not None else None,
                comparator=comparator,
                claimed=None if comparator is None else read_number(self.claimed.text()),
                tolerance=0.0 if comparator is None else abs(read_number(self.tolerance.text()) or 0.0),
            )
        )

    def _line_of(self, slug: str, line: str, *, same: bool) -> str:
        lines = self._series[slug].lines if slug in self._series else ()
        return line if (same and line in lines) or not lines else lines[0]

    def _periods_for(self, operation: Operation, slug: str, line: str) -> tuple[str, ...]:
        offered = self._periods(slug, line)
        if not offered:
            return ()
        first, last = self.first.currentData(), self.last.currentData()
        chosen = first if first in offered else offered[-1]
        if operation not in TWO_PERIODS:
            return (chosen,)
        return (chosen if first in offered else offered[0], last if last in offered else offered[-1])

    def _add(self, name: str, *widgets: QWidget) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            line.addWidget(widget, 1 if isinstance(widget, QComboBox | QLineEdit) else 0)
        label = QLabel(name, self)
        label.setBuddy(widgets[0])
        self._form.addRow(label, row)
        return row

    def _box(self, name: str) -> QComboBox:
        box = Choice(name, self._look, self)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.textEdited.connect(self._tell)
        return field


def _offer(box: QComboBox, names: Sequence[str], values: Sequence[str], chosen: str) -> None:
    """Fill a list, and choose in it; what is not in it is chosen by nobody."""
    if [box.itemData(at) for at in range(box.count())] != list(values):
        box.clear()
        for name, value in zip(names, values, strict=True):
            box.addItem(name, value)
    box.setCurrentIndex(list(values).index(chosen) if chosen in values else -1)


def _write(field: QLineEdit, number: float | None) -> None:
    if read_number(field.text()) != number:
        field.setText("" if number is None else plain(number, 6))
