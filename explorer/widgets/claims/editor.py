"""The window in which a claim is written, with the verdict as it would be."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.claim import Verdict
from explorer.domain.detail import PlacedPassage
from explorer.services.sums import steps_of
from explorer.viewmodels.claim_editor import ClaimEditorModel, ClaimForm
from explorer.viewmodels.claims import short_name
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.claims.working_form import WorkingForm
from explorer.widgets.detail.blocks import Card
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 640
HEIGHT = 740
CAVEAT_ROWS = 3
SHOWN_PASSAGES = 12
VERDICT_LETTERS = 17


class ClaimEditor(QDialog):
    """Stands beside the main window. Saving is one change, which Undo takes back."""

    def __init__(self, editor: ClaimEditorModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = look
        self._passages: dict[str, PlacedPassage] = {}
        self.passage = QLineEdit(self)
        self.passage.setPlaceholderText(self.tr("Type words of a passage to choose it"))
        self.passage.setAccessibleName(self.tr("Choose the passage that makes the statement"))
        self.passage.setToolTip(self.tr("Type words of a passage, then choose it from the list"))
        self._titles = QStringListModel(self)
        completer = QCompleter(self._titles, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(SHOWN_PASSAGES)
        completer.activated.connect(self._choose_passage)
        self.passage.setCompleter(completer)
        self._quotation = Reading("quotation", self)
        self._quotation.setAccessibleName(self.tr("The statement tested"))
        self._place = Words("muted", self)
        self.tests = Choice(self.tr("The tests of this claim: choose the one to change"), look, self)
        self.more = QPushButton(self.tr("Add a test"), self)
        self.more.setToolTip(self.tr("Add a test like this one, to be changed"))
        self.less = QPushButton(self.tr("Remove it"), self)
        self.less.setToolTip(self.tr("Take this test away"))
        self.form = WorkingForm(look, self)
        self._verdict = Badge(look, self)
        self._steps = Reading("body", self)
        self._steps.setAccessibleName(self.tr("The sum, step by step"))
        self._notes = Words("muted", self)
        self.test = self._field(self.tr("What is tested, in words"))
        self.caveats = QPlainTextEdit(self)
        self.caveats.setAccessibleName(self.tr("What to keep in mind, one thing a line"))
        self.caveats.setToolTip(self.tr("What to keep in mind, one thing a line"))
        self.caveats.setProperty("role", "field")
        self.caveats.setTabChangesFocus(True)
        self.finding = self._field(self.tr("What you find, in your words"))
        self.amounts = Choice(
            self.tr("What your finding amounts to: where the figures say otherwise, that is shown"),
            look,
            self,
        )
        self.amounts.setMinimumContentsLength(VERDICT_LETTERS)
        self.amounts.addItem(self.tr("left open"))
        for verdict in Verdict:
            self.amounts.addItem(verdict_words(verdict))
        self._wrong = Words("bad", self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._place_parts()
        self._join()
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def open_form(self) -> None:
        """Show what the model has begun, ready to type."""
        form = self._editor.form
        self.setWindowTitle(self.tr("New claim") if form.claim_id is None else self.tr("Edit the claim"))
        draft = form.draft
        self.passage.clear()
        self.test.setText(draft.test)
        self.caveats.setPlainText("\n".join(draft.caveats))
        self.finding.setText(draft.verdict)
        self.finding.setCursorPosition(0)
        chosen = 0 if draft.finding is None else tuple(Verdict).index(draft.finding) + 1
        self.amounts.setCurrentIndex(chosen)
        self._show(form)
        self.show()
        self.raise_()
        self.activateWindow()
        first = self.passage if draft.passage is None else self.form.operation
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_parts(self) -> None:
        outer = QVBoxLayout(self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget(self)
        self._scroll.setWidget(sheet)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._buttons)
        self._column = QVBoxLayout(sheet)
        for widget in (self.passage, self._quotation, self._place):
            self._column.addWidget(widget)
        tests = QHBoxLayout()
        tests.addWidget(self.tests, 1)
        tests.addWidget(self.more)
        tests.addWidget(self.less)
        self._column.addLayout(tests)
        self._column.addWidget(self.form)
        self._card = Card(self._look, self)
        self._card.body.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.body.addWidget(self._steps)
        self._card.body.addWidget(self._notes)
        self._column.addWidget(self._card)
        texts = QFormLayout()
        texts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        texts.addRow(self._label(self.tr("In words"), self.test), self.test)
        texts.addRow(self._label(self.tr("Keep in mind"), self.caveats), self.caveats)
        found = QHBoxLayout()
        found.addWidget(self.finding, 1)
        found.addWidget(self.amounts)
        texts.addRow(self._label(self.tr("You find"), self.finding), found)
        self._column.addLayout(texts)
        self._column.addWidget(self._wrong)
        self._column.addStretch(1)

    def _join(self) -> None:
        editor = self._editor
        self.form.changed.connect(editor.put_working)
        self.tests.activated.connect(editor.choose_test)
        self.more.clicked.connect(editor.add_test)
        self.less.clicked.connect(editor.remove_test)
        self.test.textEdited.connect(self._put_texts)
        self.finding.textEdited.connect(self._put_texts)
        self.caveats.textChanged.connect(self._put_texts)
        self.amounts.activated.connect(self._put_texts)
        self._buttons.accepted.connect(editor.save)
        self._buttons.rejected.connect(self.reject)
        editor.changed.connect(self._show)
        editor.passages_found.connect(self._offer_passages)
        editor.finished.connect(self._finish)

    def _put_texts(self, _changed: object = None) -> None:
        if self.isVisible():
            chosen = self.amounts.currentIndex()
            self._editor.put(
                test=self.test.text(),
                caveats=tuple(line for line in self.caveats.toPlainText().splitlines() if line.strip()),
                verdict=self.finding.text(),
                finding=None if chosen == 0 else tuple(Verdict)[chosen - 1],
            )

    def _show(self, form: ClaimForm) -> None:
        self._quotation.setVisible(bool(form.quotation))
        self._quotation.read(f"“{form.quotation}”")
        self._place.setText(form.place)
        self._place.setVisible(bool(form.place))
        names = [short_name(one) for one in form.draft.workings]
        self.tests.clear()
        self.tests.addItems(
            [
                self.tr("Test {number}: {name}").format(number=number, name=name)
                for number, name in enumerate(names, 1)
            ]
        )
        self.tests.setCurrentIndex(form.test if names else -1)
        self.tests.setEnabled(len(names) > 1)
        self.less.setEnabled(bool(names))
        self.more.setEnabled(bool(form.series))
        self.form.put(form.working, form.series)
        outcome, judgement = form.outcome, form.judgement
        self._verdict.say(verdict_words(outcome.verdict), verdict_tone(outcome.verdict))
        self._verdict.setAccessibleName(
            self.tr("Verdict as it stands: {verdict}").format(verdict=self._verdict.text())
        )
        steps = (outcome.reason,) if judgement is None else steps_of(judgement, form.series)
        self._steps.read("\n".join(steps))
        self._notes.setText(" ".join(outcome.notes))
        self._notes.setVisible(bool(outcome.notes))
        self._wrong.setText(form.problem)
        self._wrong.setVisible(bool(form.problem))

    def _offer_passages(self, found: tuple[PlacedPassage, ...]) -> None:
        self._passages = {
            f"{one.passage.selector.exact} ({one.source.label}, ¶{one.passage.selector.paragraph})": one
            for one in found
        }
        self._titles.setStringList(list(self._passages))

    def _choose_passage(self, title: str) -> None:
        if title in self._passages:
            self._editor.choose_passage(self._passages[title])
            # Qt puts the chosen words into the field after this; they stand below it as the quotation.
            self.passage.setPlaceholderText(self.tr("Type words of another passage to choose that"))

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
        room = theme.size(8)
        self._column.setContentsMargins(room, room, theme.size(14), room)
        self._column.setSpacing(theme.size(9))
        self.caveats.setFixedHeight(theme.size(20) * CAVEAT_ROWS + theme.size(10))
        screen = self.screen().availableGeometry()
        width, height = min(theme.size(WIDTH), screen.width()), min(theme.size(HEIGHT), screen.height())
        self.resize(width, height)
