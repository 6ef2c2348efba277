"""A range of dates, with the two answers that honest dates need."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from explorer.domain.errors import DateError
from explorer.viewmodels.facet_dates import DateFields
from explorer.viewmodels.facets import FacetsModel, FacetsState
from explorer.widgets.facets.rows import PAD
from explorer.widgets.facets.section import Section
from explorer.widgets.theme import Theme, ThemeHolder


class DatesSection(Section):
    """From, to, and whether an event must lie in the range or may."""

    def __init__(self, title: str, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self._facets = facets
        self._shown = DateFields()
        self._inner = QGridLayout()
        self.body.addLayout(self._inner)
        self._start = self._field(self.tr("From"), self.tr("1971, June 1971 …"), 0)
        self._end = self._field(self.tr("To"), self.tr("15 Nov 2023 …"), 1)
        self._answers = QButtonGroup(self)
        answers = QHBoxLayout()
        self._possibly = self._answer(
            self.tr("possibly"), self.tr("Events of which any possible time lies in the range"), answers
        )
        self._certainly = self._answer(
            self.tr("certainly"), self.tr("Only events all of whose possible time lies in the range"), answers
        )
        answers.addStretch(1)
        self._inner.addLayout(answers, 2, 1)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "bad")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._inner.addWidget(self._problem, 3, 0, 1, 2)
        self._possibly.setChecked(True)
        self._answers.buttonClicked.connect(self._choose)
        facets.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        if facets.state is not None:
            self._show(facets.state)

    def _field(self, name: str, example: str, row: int) -> QLineEdit:
        label = QLabel(name, self)
        label.setProperty("role", "muted")
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        field.setToolTip(self.tr("A date in words or EDTF; empty leaves this side open"))
        field.setAccessibleName(self.tr("Date range: {side}").format(side=name))
        field.editingFinished.connect(self._choose)
        label.setBuddy(field)
        self._inner.addWidget(label, row, 0)
        self._inner.addWidget(field, row, 1)
        return field

    def _answer(self, text: str, tip: str, row: QHBoxLayout) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(self.tr("Date range: {answer} in").format(answer=text))
        button.setAccessibleDescription(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._answers.addButton(button)
        row.addWidget(button)
        return button

    def _choose(self) -> None:
        try:
            self._facets.set_range(self._start.text(), self._end.text(), certain=self._certainly.isChecked())
        except DateError as error:
            self._problem.setText(str(error))
            self._problem.show()
        else:
            self._problem.hide()

    def _show(self, state: FacetsState) -> None:
        """The fields follow the choice; what is being typed stays until the choice is another."""
        if state.fields == self._shown:
            return
        self._shown = state.fields
        self._start.setText(state.fields.start)
        self._end.setText(state.fields.end)
        (self._certainly if state.fields.certain else self._possibly).setChecked(True)
        self._problem.hide()

    def _dress(self, theme: Theme) -> None:
        pad = theme.size(PAD)
        self._inner.setContentsMargins(pad, theme.size(2), pad, 0)
        self._inner.setHorizontalSpacing(theme.size(8))
        self._inner.setVerticalSpacing(theme.size(6))
