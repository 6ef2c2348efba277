"""The fields of an event."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from explorer.domain.draft import LABEL_LENGTH, TITLE_LENGTH, EvidenceDraft, PassageDraft
from explorer.viewmodels.event_editor import EditorState, EventEditorModel, Typed
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import (
    DateLine,
    Field,
    ImportanceRow,
    LaneBox,
    LongText,
)
from explorer.widgets.editor.tokens import TokenField
from explorer.widgets.editor.writing_panel import WritingForm
from explorer.widgets.parts.check_box import CheckBox
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder


class EventForm(WritingForm):
    """Everything one can say of an event, the most important first. ``changed`` tells of every change."""

    changed = Signal()

    def __init__(self, editor: EventEditorModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        as_tall_as_needed(self)
        self._quotation = Words("quotation", self)
        self.title = QLineEdit(self)
        self._label = QLineEdit(self)
        self._tags = QLineEdit(self)
        self._url = QLineEdit(self)
        self._summary = LongText(4, look, self)
        self._citation = LongText(3, look, self)
        self._lane = LaneBox(look, self)
        self._importance = ImportanceRow(look, self)
        self._actors = TokenField(partial(editor.suggestions, "actors"), editor.name_of, look, self)
        self._places = TokenField(partial(editor.suggestions, "places"), editor.name_of, look, self)
        self._start = DateLine(self.tr("Date"), look, self)
        self._end = DateLine(self.tr("Until"), look, self)
        self._date_checked = CheckBox(
            self.tr("Date compared with a document"),
            self.tr("Unless you say so, the date is shown as unchecked"),
            look,
            self,
        )
        self._citation_checked = CheckBox(
            self.tr("Citation compared with a document"),
            self.tr("Unless you say so, the citation is shown as unchecked"),
            look,
            self,
        )
        self._fields: dict[str, Field] = {
            "title": Field(self.tr("Title"), self.title, look, self),
            "start": self._start,
            "end": self._end,
            "lane": Field(self.tr("Lane"), self._lane, look, self),
            "importance": Field(self.tr("Importance"), self._importance, look, self),
            "summary": Field(self.tr("Summary"), self._summary, look, self),
            "actors": Field(self.tr("People and bodies"), self._actors, look, self),
            "places": Field(self.tr("Places"), self._places, look, self),
            "tags": Field(self.tr("Tags"), self._tags, look, self),
            "citation": Field(self.tr("Citation"), self._citation, look, self),
            "url": Field(self.tr("Web address"), self._url, look, self),
            "label": Field(self.tr("Short name on the timeline"), self._label, look, self),
        }
        self._explain()
        self._arrange()
        self._listen()
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, state: EditorState) -> None:
        """Begin with what an event has."""
        typed = state.typed
        self._lane.fill(self._editor.themes)
        self.title.setText(typed.title)
        self._start.edit.setText(typed.start)
        self._end.edit.setText(typed.end)
        self._lane.choose(typed.theme_id)
        self._importance.choose(typed.importance)
        self._summary.setPlainText(typed.summary)
        self._actors.put(typed.actors)
        self._places.put(typed.places)
        self._tags.setText(typed.tags)
        self._citation.setPlainText(typed.citation)
        self._url.setText(typed.url)
        self._label.setText(typed.label)
        self._date_checked.setChecked(typed.date_checked)
        self._citation_checked.setChecked(typed.citation_checked)
        quotation = " ".join(filter(None, map(_quoted, state.evidence)))
        self._quotation.setText(quotation)
        self._quotation.setVisible(bool(quotation))
        for line in (self.title, self._tags, self._url, self._label, self._start.edit, self._end.edit):
            line.setCursorPosition(0)
        for name in self._fields:
            self._explain_again(name)

    def typed(self) -> Typed:
        """What stands in the fields now."""
        return Typed(
            title=self.title.text(),
            start=self._start.edit.text(),
            end=self._end.edit.text(),
            theme_id=self._lane.lane or 0,
            importance=self._importance.value,
            summary=self._summary.toPlainText(),
            actors=self._actors.named,
            places=self._places.named,
            tags=self._tags.text(),
            citation=self._citation.toPlainText(),
            url=self._url.text(),
            label=self._label.text(),
            date_checked=self._date_checked.isChecked(),
            citation_checked=self._citation_checked.isChecked(),
        )

    @property
    def unfinished(self) -> Mapping[str, str]:
        """Names that were typed but not picked, as a sentence by field."""
        text = self.tr("Choose from the list who or what “{name}” is, or clear it.")
        fields = {"actors": self._actors, "places": self._places}
        return {name: text.format(name=each.unfinished) for name, each in fields.items() if each.unfinished}

    def _explain(self) -> None:
        self._start.edit.setPlaceholderText(self.tr("15 Nov 2023, about 1982, the 1980s"))
        self._start.help(self.tr("In words or as EDTF, as exactly as it is known and no more"))
        self._end.edit.setPlaceholderText(self.tr("only if it lasts"))
        self._end.help(self.tr("The last day, month or year of what lasts"))
        self._tags.setPlaceholderText(self.tr("with commas between them"))
        self._url.setPlaceholderText("https://")
        self._actors.line.setPlaceholderText(self.tr("type a name"))
        self._places.line.setPlaceholderText(self.tr("type a name"))
        self._fields["title"].help(self.tr("What happened, in one line"))
        self._fields["summary"].help(self.tr("Two or three sentences of your own"))
        self._fields["actors"].help(self.tr("Who took part; a name that is not known yet is added"))
        self._fields["places"].help(self.tr("Where it happened; a name that is not known yet is added"))
        self._fields["tags"].help(self.tr("Words by which you want to find it again"))
        self._fields["citation"].help(self.tr("The document that says so, as one cites it"))
        self._fields["url"].help(self.tr("Where the document can be read; the app never opens it by itself"))
        self._fields["label"].help(self.tr("Stands on the timeline in place of a long title"))
        self._fields["lane"].help(self.tr("The lane on which it stands"))

    def _explain_again(self, name: str) -> None:
        """What a field says while nothing is wrong with it."""
        if name in {"start", "end"}:
            line = self._start if name == "start" else self._end
            text = line.edit.text()
            line.show_reading(self._editor.read_date(text) if text.strip() else None)
        elif name == "title":
            self._count(self.title, TITLE_LENGTH, name)
        elif name == "label":
            self._count(self._label, LABEL_LENGTH, name)
        else:
            self._fields[name].say("")

    def _count(self, line: QLineEdit, most: int, name: str) -> None:
        length = len(line.text().strip())
        text = self.tr("{length} of {most} characters").format(length=length, most=most)
        self._fields[name].say(text if length else "", bad=length > most)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._dates = QHBoxLayout()
        self._column.addWidget(self._quotation)
        for name, field in self._fields.items():
            if name == "start":
                self._dates.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            elif name == "end":
                self._dates.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
                self._column.addLayout(self._dates)
                self._column.addWidget(self._date_checked)
            else:
                self._column.addWidget(field)
            if name == "citation":
                self._column.addWidget(self._citation_checked)
        self._column.addStretch(1)

    def _listen(self) -> None:
        self.title.textChanged.connect(partial(self._note, "title"))
        self._label.textChanged.connect(partial(self._note, "label"))
        self._start.edit.textChanged.connect(partial(self._note, "start"))
        self._end.edit.textChanged.connect(partial(self._note, "end"))
        self._tags.textChanged.connect(partial(self._note, "tags"))
        self._url.textChanged.connect(partial(self._note, "url"))
        self._summary.textChanged.connect(partial(self._note, "summary"))
        self._citation.textChanged.connect(partial(self._note, "citation"))
        self._actors.changed.connect(partial(self._note, "actors"))
        self._places.changed.connect(partial(self._note, "places"))

    def _note(self, name: str, _text: str = "") -> None:
        self._explain_again(name)
        self.changed.emit()

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(13))
        self._dates.setSpacing(theme.size(12))


def _quoted(evidence: EvidenceDraft) -> str:
    passage = evidence.passage
    return f"“{passage.selector.exact}”" if isinstance(passage, PassageDraft) else ""
