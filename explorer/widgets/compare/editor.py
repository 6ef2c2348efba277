"""Where the reader writes what each source adds, omits or disputes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from explorer.domain.claim import Concordance
from explorer.domain.comparison import RELATIONS, TopicDraft, Voice
from explorer.domain.errors import ReaderError
from explorer.widgets.compare.topic import GAP, share_columns
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Card
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import ThemeHolder

ROWS = 4
"""Lines of a field for the words on one source."""


class TopicEditor(Card):
    """Fields for one topic. ``save_asked`` carries the :class:`TopicDraft`; ``left``: on Esc or Cancel."""

    save_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        topic: Concordance | None,
        voices: Sequence[Voice],
        least: int,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.topic_id = None if topic is None else topic.id
        self._name = QLineEdit(self)
        self._name.setPlaceholderText(self.tr("What is compared, in a few words"))
        self._name.setAccessibleName(self.tr("What is compared"))
        self._relation = QComboBox(self)
        self._relation.setAccessibleName(self.tr("How the sources stand to each other"))
        for relation in RELATIONS:
            self._relation.addItem(wording.concordance_relation(relation), relation)
        head = QHBoxLayout()
        head.setSpacing(look.theme.size(10))
        head.addWidget(self._name, 1)
        head.addWidget(self._relation)
        self.body.addLayout(head)
        grid = QGridLayout()
        share_columns(grid, len(voices), least, look.theme.size(GAP))
        said = {} if topic is None else {line.source_id: line.line for line in topic.lines}
        self._lines = {voice.source.id: self._field(said.get(voice.source.id, "")) for voice in voices}
        for column, voice in enumerate(voices):
            field = self._lines[voice.source.id]
            prompt = self.tr("What {source} adds, leaves out or disputes").format(source=voice.source.label)
            field.setPlaceholderText(prompt)
            field.setAccessibleName(prompt)
            grid.addWidget(field, 0, column)
        self.body.addLayout(grid)
        self._record = self._field("" if topic is None else topic.record)
        self._record.setPlaceholderText(self.tr("What the record says, with its source"))
        self._record.setAccessibleName(self.tr("The record"))
        self.body.addWidget(self._record)
        self._problem = Words("bad", self)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._add_buttons()
        if topic is not None:
            self._name.setText(topic.topic)
            self._relation.setCurrentIndex(max(self._relation.findData(topic.relation), 0))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def draft(self) -> TopicDraft:
        """What the fields say."""
        return TopicDraft(
            self._name.text(),
            self._relation.currentData(),
            self._record.toPlainText(),
            {source: field.toPlainText() for source, field in self._lines.items()},
        )

    def show_problem(self, error: ReaderError) -> None:
        """Say why it was not saved; what was written stays."""
        self._problem.setText(str(error))
        self._problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add_buttons(self) -> None:
        foot = QHBoxLayout()
        save, cancel = QPushButton(self.tr("Save"), self), QPushButton(self.tr("Cancel"), self)
        save.setProperty("role", "primary")
        save.setToolTip(self.tr("Keep this comparison in the library (Ctrl+Enter)"))
        cancel.setToolTip(self.tr("Leave it as it was (Esc)"))
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(save)
        self.body.addLayout(foot)

    def _field(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * ROWS + 2 * field.frameWidth() + 12)
        return field

    def _save(self) -> None:
        self.save_asked.emit(self.draft)
