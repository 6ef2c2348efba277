"""The page that lays what the sources say of an event side by side."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.change import ChangeSet
from explorer.domain.claim import Concordance
from explorer.domain.comparison import Comparison, TopicDraft, Voice
from explorer.domain.errors import ReaderError
from explorer.domain.words import in_words
from explorer.viewmodels.comparison import ComparisonModel
from explorer.widgets.compare.editor import TopicEditor
from explorer.widgets.compare.topic import GAP, TopicBand, share_columns
from explorer.widgets.detail.blocks import as_tall_as_needed, column
from explorer.widgets.detail.passages import PassageView
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.tab_order import put_in_order
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

NARROWEST = 260
"""A column, in pixels at 100 % text; where there is no room for all, the page scrolls sideways."""
MARGIN = 24


class CompareView(QWidget):
    """A column a source, and below them the topics on which they were compared.

    ``passage_asked`` carries a :class:`PassageCard` to be opened in its source, ``left`` comes with Esc.
    """

    passage_asked = Signal(object)
    left = Signal()

    def __init__(self, model: ComparisonModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._editor: TopicEditor | None = None
        self._sheet: QWidget | None = None
        self._below_topics = 0
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("The sources side by side"))
        self._back = LinkButton(look, self)
        self._back.say(self.tr("← Back"), self.tr("Back to where you were (Esc)"))
        self._back.clicked.connect(self.left)
        self._date = Words("muted", self)
        self._title = Words("title", self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        self._column = column(self)
        self._column.addLayout(top)
        self._column.addWidget(self._date)
        self._column.addWidget(self._title)
        self._column.addWidget(self._scroll, 1)
        self._dress(look.theme)
        look.changed.connect(self._dress)
        model.shown.connect(self._show)
        model.saved.connect(self._close_editor)
        model.refused.connect(self._show_problem)
        self._show(model.current)

    def take_focus(self) -> None:
        """Give the keyboard to the page."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, comparison: Comparison | None) -> None:
        # What is being written stays as long as it is about the same event.
        held = self._editor
        if held is not None and comparison is not None and self._title.text() == comparison.event.title:
            return
        self._editor = None
        sheet = QWidget()
        as_tall_as_needed(sheet)
        sheet.setProperty("role", "canvas")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, self._look.theme.size(MARGIN))
        rows.setSpacing(self._look.theme.size(14))
        if comparison is None:
            self._date.setText("")
            self._title.setText(self.tr("Choose an event to see what its sources say of it."))
        else:
            event = comparison.event
            self._date.setText(in_words(event.start, event.end))
            self._title.setText(event.title)
            self._fill(rows, sheet, comparison)
        rows.addStretch(1)
        self._sheet = sheet
        self._scroll.setWidget(sheet)
        put_in_order(self)

    def _fill(self, rows: QVBoxLayout, sheet: QWidget, comparison: Comparison) -> None:
        voices = comparison.voices
        if not voices:
            none = Words("muted", sheet)
            none.setText(
                self.tr(
                    "No passage of a source speaks of this event. "
                    "Open a source, select words in it and add them to the event."
                )
            )
            rows.addWidget(none)
            return
        self._add_row(rows, sheet, comparison, self._name)
        if len(voices) == 1:
            alone = Words("muted", sheet)
            alone.setText(self.tr("Only this source speaks of it: there is nothing to compare it with yet."))
            rows.addWidget(alone)
        else:
            self._add_topics(rows, sheet, comparison)
            self._add_heading(rows, sheet, self.tr("In their own words"))
        self._add_row(rows, sheet, comparison, self._passages)

    def _add_row(
        self,
        rows: QVBoxLayout,
        sheet: QWidget,
        comparison: Comparison,
        make: Callable[[Voice, QWidget], QWidget],
    ) -> None:
        """One thing a source, each in its column."""
        grid = QGridLayout()
        theme = self._look.theme
        share_columns(grid, len(comparison.voices), theme.size(NARROWEST), theme.size(GAP))
        for place, voice in enumerate(comparison.voices):
            grid.addWidget(make(voice, sheet), 0, place, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(grid)

    def _add_topics(self, rows: QVBoxLayout, sheet: QWidget, comparison: Comparison) -> None:
        self._add_heading(rows, sheet, self.tr("What each adds, leaves out or disputes"))
        writable, least = self._model.may_write, self._look.theme.size(NARROWEST)
        for topic in comparison.topics:
            band = TopicBand(topic, comparison.voices, least, self._look, sheet, writable=writable)
            band.edit_asked.connect(self._edit)
            band.delete_asked.connect(self._delete)
            rows.addWidget(band)
        if not comparison.topics:
            none = Words("muted", sheet)
            none.setText(self.tr("Nobody has written yet how they stand to each other."))
            rows.addWidget(none)
        self._below_topics = rows.count()
        if writable:
            row = QHBoxLayout()
            new = LinkButton(self._look, sheet)
            new.say(self.tr("+ Write a comparison"), self.tr("Say on one topic how the sources differ"))
            new.clicked.connect(self._write)
            row.addWidget(new)
            row.addStretch(1)
            rows.addLayout(row)

    def _add_heading(self, rows: QVBoxLayout, sheet: QWidget, text: str) -> None:
        heading = Words("section", sheet)
        heading.setText(text.upper())
        heading.setAccessibleName(text)
        rows.addSpacing(self._look.theme.size(6))
        rows.addWidget(heading)

    def _name(self, voice: Voice, sheet: QWidget) -> QWidget:
        whole = QWidget(sheet)
        as_tall_as_needed(whole)
        parts = column(whole, self._look.theme.size(2))
        name, by = Words("subtitle", whole), Words("muted", whole)
        name.setText(voice.source.label)
        date = in_words(voice.source.date) if voice.source.date else ""
        by.setText(", ".join(part for part in (voice.source.authors, date) if part))
        parts.addWidget(name)
        parts.addWidget(by)
        return whole

    def _passages(self, voice: Voice, sheet: QWidget) -> QWidget:
        whole = QWidget(sheet)
        as_tall_as_needed(whole)
        parts = column(whole, self._look.theme.size(8))
        for card in voice.cards:
            view = PassageView(self._look, whole)
            view.put(card)
            view.opened.connect(self.passage_asked)
            parts.addWidget(view)
        if not voice.cards:
            silent = Words("muted", whole)
            silent.setText(self.tr("It does not speak of this event."))
            parts.addWidget(silent)
        return whole

    def _write(self) -> None:
        self._open_editor(None)

    def _edit(self, topic: Concordance) -> None:
        self._open_editor(topic)

    def _delete(self, topic: Concordance) -> None:
        self._model.delete(topic.id)

    def _open_editor(self, topic: Concordance | None) -> None:
        comparison, sheet = self._model.current, self._sheet
        if comparison is None or sheet is None or self._editor is not None:
            return
        least = self._look.theme.size(NARROWEST)
        self._editor = TopicEditor(topic, comparison.voices, least, self._look, sheet)
        self._editor.save_asked.connect(self._save)
        self._editor.left.connect(self._close_editor)
        rows = sheet.layout()
        if isinstance(rows, QVBoxLayout):
            rows.insertWidget(self._below_topics, self._editor)
        self._editor.show()
        put_in_order(self)
        self._scroll.ensureWidgetVisible(self._editor)

    def _save(self, draft: TopicDraft) -> None:
        if self._editor is not None:
            self._model.save(draft, self._editor.topic_id)

    def _show_problem(self, error: ReaderError) -> None:
        if self._editor is not None:
            self._editor.show_problem(error)

    def _close_editor(self, _change_set: ChangeSet | None = None) -> None:
        self._editor = None
        self._show(self._model.current)

    def _dress(self, theme: Theme) -> None:
        margin = theme.size(MARGIN)
        self._column.setContentsMargins(margin, theme.size(14), margin, 0)
        self._column.setSpacing(theme.size(6))
