"""A window on a table of figures: what it holds, what is wrong with it, what the series is called."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.series_table import PeriodKind
from explorer.services.series_files import SEPARATORS
from explorer.viewmodels.series_import import ImportForm, SeriesImportModel
from explorer.widgets.figures.preview import PreviewModel
from explorer.widgets.parts.check_box import CheckBox
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

SIZE = (860, 720)
NAMED_PROBLEMS = 4
MEASURED_ROWS = 60
WIDEST = 220
COLUMNS = ("period", "value", "line", "status", "remark", "source")
OPTIONAL = frozenset(("line", "status", "remark", "source"))
KINDS = tuple(PeriodKind)


class SeriesWindow(QDialog):
    """Opens on a file that the reader chooses. Nothing is written before Import, and that is one change."""

    def __init__(self, model: SeriesImportModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._filling = False
        self._dialog: QFileDialog | None = None
        self.setWindowTitle(self.tr("Import a series of figures"))
        self._file = Words("muted", self)
        self.separator = Choice(self.tr("What parts the columns"), look, self)
        for name in (self.tr("Comma"), self.tr("Semicolon"), self.tr("Tab"), self.tr("Bar")):
            self.separator.addItem(name)
        self.header = CheckBox(
            self.tr("The first row names the columns"), self.tr("Else it holds figures already"), look, self
        )
        self.comma = CheckBox(
            self.tr("Decimals stand behind a comma"), self.tr("1,5 is one and a half"), look, self
        )
        self.kind = Choice(self.tr("How the periods are written"), look, self)
        for name in (self.tr("Dates (EDTF)"), self.tr("Calendar years"), self.tr("US fiscal years")):
            self.kind.addItem(name)
        names = {
            "period": self.tr("Period"),
            "value": self.tr("Value"),
            "line": self.tr("Line"),
            "status": self.tr("Status"),
            "remark": self.tr("Remark"),
            "source": self.tr("Source of each row"),
        }
        self.columns = {what: Choice(name, look, self) for what, name in names.items()}
        self.preview = PreviewModel(look, self)
        self.table = QTableView(self)
        self._told = Words("", self)
        self._wrong = Words("bad", self)
        self.texts = {
            "title": self._field(self.tr("Title of the series")),
            "unit": self._field(self.tr("Unit: what is counted, such as deaths per calendar year")),
            "source": self._field(self.tr("Source: who published the figures")),
            "note": self._field(self.tr("Note on the method")),
        }
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = QPushButton(self)
        self.accept_button.setProperty("role", "primary")
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._place_parts(names)
        self._join()
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def ask_for_file(self) -> None:
        """Let the reader choose a table."""
        dialog = QFileDialog(self.parentWidget(), self.tr("Choose a table of figures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _open(self, name: str) -> None:
        self._model.open(Path(name))

    def _forget_dialog(self, _result: int) -> None:
        self._dialog = None

    def _place_parts(self, names: dict[str, str]) -> None:
        outer = QVBoxLayout(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget(self)
        scroll.setWidget(sheet)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._buttons)
        self._column = QVBoxLayout(sheet)
        self._column.addWidget(self._file)
        grid = QGridLayout()
        grid.addWidget(self._label(self.tr("Columns parted by"), self.separator), 0, 0)
        grid.addWidget(self.separator, 0, 1)
        grid.addWidget(self._label(self.tr("Periods are"), self.kind), 0, 2)
        grid.addWidget(self.kind, 0, 3)
        for at, what in enumerate(COLUMNS):
            row, column = divmod(at, 2)
            grid.addWidget(self._label(names[what], self.columns[what]), 1 + row, 2 * column)
            grid.addWidget(self.columns[what], 1 + row, 2 * column + 1)
        grid.addWidget(self.header, 4, 0, 1, 2)
        grid.addWidget(self.comma, 4, 2, 1, 2)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)
        self.table.setModel(self.preview)
        self.table.setAccessibleName(self.tr("The rows of the file"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setCornerButtonEnabled(False)
        heading = self.table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setResizeContentsPrecision(MEASURED_ROWS)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._told)
        self._column.addWidget(self._wrong)
        form = QFormLayout()
        labels = {
            "title": self.tr("Title"),
            "unit": self.tr("Unit"),
            "source": self.tr("Source"),
            "note": self.tr("Method"),
        }
        for what, field in self.texts.items():
            form.addRow(self._label(labels[what], field), field)
        self._column.addLayout(form)

    def _join(self) -> None:
        model = self._model
        self.separator.activated.connect(self._part)
        self.kind.activated.connect(self._put_columns)
        for choice in self.columns.values():
            choice.activated.connect(self._put_columns)
        self.header.toggled.connect(self._put_columns)
        self.comma.toggled.connect(self._put_columns)
        for field in self.texts.values():
            field.textEdited.connect(self._put_texts)
        self._buttons.accepted.connect(model.apply)
        self._buttons.rejected.connect(self.reject)
        model.changed.connect(self._show)
        model.finished.connect(self._finish)

    def _part(self, at: int) -> None:
        self._model.part(SEPARATORS[at])

    def _put_columns(self, _changed: object = None) -> None:
        if self._filling:
            return
        chosen: dict[str, object] = {
            "header": self.header.isChecked(),
            "comma": self.comma.isChecked(),
            "kind": KINDS[self.kind.currentIndex()],
        }
        for what, choice in self.columns.items():
            at = choice.currentIndex() - (what in OPTIONAL)
            chosen[what] = None if at < 0 else at
        self._model.put_columns(**chosen)

    def _put_texts(self, _changed: object = None) -> None:
        self._model.put_texts(**{what: field.text() for what, field in self.texts.items()})

    def _show(self, form: ImportForm) -> None:
        first = not self.isVisible()
        self._filling = True
        try:
            self._fill(form)
        finally:
            self._filling = False
        self.preview.show(form)
        self._fit()
        self._report(form)
        if first:
            self.show()
            self.raise_()
            self.activateWindow()
            self.texts["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, form: ImportForm) -> None:
        said = self.tr("{name} · {encoding}").format(name=form.table.name, encoding=form.table.encoding)
        self._file.setText(" ".join((said, *form.table.notices)))
        self.separator.setCurrentIndex(SEPARATORS.index(form.table.separator))
        self.kind.setCurrentIndex(KINDS.index(form.columns.kind))
        self.header.setChecked(form.columns.header)
        self.comma.setChecked(form.columns.comma)
        names = [
            name or self.tr("Column {number}").format(number=number)
            for number, name in enumerate(form.names(), 1)
        ]
        for what, choice in self.columns.items():
            entries = [self.tr("none"), *names] if what in OPTIONAL else names
            if [choice.itemText(at) for at in range(choice.count())] != entries:
                choice.clear()
                choice.addItems(entries)
            at = getattr(form.columns, what)
            choice.setCurrentIndex((-1 if at is None else at) + (what in OPTIONAL))
        for what, field in self.texts.items():
            if field.text() != getattr(form, what):
                field.setText(getattr(form, what))

    def _fit(self) -> None:
        """As wide as the texts are, and no wider than leaves the next column in sight."""
        self.table.resizeColumnsToContents()
        most = self._look.theme.size(WIDEST)
        for column in range(self.preview.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), most))

    def _report(self, form: ImportForm) -> None:
        reading = form.reading
        self.accept_button.setEnabled(reading is not None and bool(reading.observations))
        if reading is None:
            self._told.setText(self.tr("Reading the figures…"))
            self._wrong.hide()
            return
        told = [self._counted(len(reading.observations), self.tr("1 figure"), "%n figures")]
        if reading.gaps:
            told.append(
                self._counted(reading.gaps, self.tr("1 row without a value"), "%n rows without a value")
            )
        told += [self.tr("break in method at {period}").format(period=each.period) for each in reading.breaks]
        self._told.setText(" · ".join(told))
        named = [
            self.tr("Row {row}: {problem}").format(row=each.row, problem=each.text)
            for each in reading.problems[:NAMED_PROBLEMS]
        ]
        more = len(reading.problems) - len(named)
        if more > 0:
            named.append(
                self._counted(more, self.tr("1 more row has a problem."), "%n more rows have a problem.")
            )
        if reading.problems:
            named.append(self.tr("These rows are left out."))
        self._wrong.setText(" ".join(filter(None, (form.problem, *named))))
        self._wrong.setVisible(bool(form.problem or named))
        self.accept_button.setText(
            self._counted(len(reading.observations), self.tr("Import 1 figure"), "Import %n figures")
        )

    def _counted(self, number: int, one: str, many: str) -> str:
        return one if number == 1 else self.tr(many, "", number)

    def _finish(self, _change_set: object) -> None:
        self.accept()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setToolTip(name)
        return field

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        return label

    def _dress(self, theme: Theme) -> None:
        room = theme.size(6)
        self._column.setContentsMargins(room, room, theme.size(14), room)
        self._column.setSpacing(theme.size(9))
        self.table.verticalHeader().setDefaultSectionSize(theme.size(24))
        self.table.setMinimumHeight(theme.size(120))
        screen = self.screen().availableGeometry()
        self.resize(min(theme.size(SIZE[0]), screen.width()), min(theme.size(SIZE[1]), screen.height()))
