"""The fields of a step."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.domain.tour import Show
from explorer.domain.tour_draft import TITLE_LENGTH
from explorer.viewmodels.focus_search import FocusKind
from explorer.viewmodels.step_editor import StepEditorModel, TypedStep
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import DateLine, Field, LongText
from explorer.widgets.editor.writing_panel import WritingForm
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.tours.chips import ChipChoice
from explorer.widgets.tours.pick import PickField

SHOWS = (Show.VIEW, Show.QUOTATION, Show.CLAIM)


class StepForm(WritingForm):
    """Everything one can say of a step, the most important first. ``view_asked``: what the timeline shows."""

    view_asked = Signal()

    def __init__(self, editor: StepEditorModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._filters = ""
        as_tall_as_needed(self)
        self.title = QLineEdit(self)
        self.say = LongText(4, look, self)
        self.note = LongText(4, look, self)
        self.event_pick = PickField(FocusKind.EVENT, editor.search, look, self)
        self.passage_pick = PickField(FocusKind.PASSAGE, editor.search, look, self)
        self.claim_pick = PickField(FocusKind.CLAIM, editor.search, look, self)
        self.shows = Choice(self.tr("What is shown besides the view"), look, self)
        for words in (
            self.tr("The view alone"),
            self.tr("The passage set large"),
            self.tr("The claim drawn on its figures"),
        ):
            self.shows.addItem(words)
        self.lanes = ChipChoice(look, self)
        self.series = ChipChoice(look, self)
        self.start = DateLine(self.tr("View from"), look, self)
        self.end = DateLine(self.tr("View to"), look, self)
        self.take = QPushButton(self.tr("Take the view of the timeline"), self)
        self.take.setToolTip(
            self.tr("Put range, lanes, filters and figures that the timeline shows now into the fields")
        )
        self.unfilter = LinkButton(look, self, small=True)
        self.unfilter.clicked.connect(self._take_filters_off)
        self._fields: dict[str, Field] = {
            "title": Field(self.tr("Title"), self.title, look, self),
            "say": Field(self.tr("Say"), self.say, look, self),
            "note": Field(self.tr("Note for the speaker"), self.note, look, self),
            "start": self.start,
            "end": self.end,
            "lanes": Field(self.tr("Lanes"), self.lanes, look, self),
            "series": Field(self.tr("Figures below the lanes"), self.series, look, self),
            "event": Field(self.tr("Event in focus"), self.event_pick, look, self),
            "passage": Field(self.tr("Passage"), self.passage_pick, look, self),
            "claim": Field(self.tr("Claim"), self.claim_pick, look, self),
            "show": Field(self.tr("Show"), self.shows, look, self),
        }
        self._explain()
        self._arrange()
        self._listen()
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, typed: TypedStep) -> None:
        """Begin with what a step has."""
        self.lanes.fill([(lane.id, lane.name, lane.colour) for lane in self._editor.themes])
        self.series.fill([(one.slug, one.title, "") for one in self._editor.series])
        self._fields["lanes"].setVisible(len(self._editor.themes) > 1)
        self._fields["series"].setVisible(bool(self._editor.series))
        self.title.setText(typed.title)
        self.say.setPlainText(typed.say)
        self.note.setPlainText(typed.note)
        self.event_pick.put(typed.event)
        self.passage_pick.put(typed.passage)
        self.claim_pick.put(typed.claim)
        self.shows.setCurrentIndex(SHOWS.index(typed.show))
        self.put_view(typed)
        self.title.setCursorPosition(0)
        for name in self._fields:
            self._explain_again(name)

    def put_view(self, typed: TypedStep) -> None:
        """Put the view of a step into its fields; the others stay."""
        self.start.edit.setText(typed.start)
        self.end.edit.setText(typed.end)
        self.lanes.put(typed.lanes)
        self.series.put(typed.series)
        self._put_filters(typed.filters)

    def typed(self) -> TypedStep:
        """What stands in the fields now."""
        return TypedStep(
            title=self.title.text(),
            start=self.start.edit.text(),
            end=self.end.edit.text(),
            lanes=tuple(key for key in self.lanes.chosen if isinstance(key, int)),
            filters=self._filters,
            series=tuple(key for key in self.series.chosen if isinstance(key, str)),
            event=self.event_pick.picked,
            passage=self.passage_pick.picked,
            claim=self.claim_pick.picked,
            show=SHOWS[self.shows.currentIndex()],
            say=self.say.toPlainText(),
            note=self.note.toPlainText(),
        )

    @property
    def unfinished(self) -> Mapping[str, str]:
        """Words that were typed but from which nothing was chosen, as a sentence by field."""
        text = self.tr("Choose from the list what “{words}” is, or clear it.")
        picks = {"event": self.event_pick, "passage": self.passage_pick, "claim": self.claim_pick}
        return {name: text.format(words=pick.unfinished) for name, pick in picks.items() if pick.unfinished}

    def _explain(self) -> None:
        self._fields["title"].help(self.tr("What this step is about, in a few words"))
        self._fields["say"].help(self.tr("One to three sentences that the class reads"))
        self._fields["note"].help(self.tr("Only the speaker sees it: questions, answers to listen for"))
        self.start.edit.setPlaceholderText(self.tr("1971, June 1971, 15 Nov 2023"))
        self.start.help(self.tr("Where the view begins, in words or as EDTF"))
        self.end.help(self.tr("Where the view ends, in words or as EDTF"))
        self._fields["lanes"].help(self.tr("The lanes that are shown; none chosen shows all"))
        self._fields["series"].help(self.tr("The series that are drawn; none chosen draws the usual ones"))
        self.event_pick.line.setPlaceholderText(self.tr("type words of its title, or its date"))
        self.passage_pick.line.setPlaceholderText(self.tr("type words of the passage"))
        self.claim_pick.line.setPlaceholderText(self.tr("type words of the claim, or press Down"))
        self._fields["event"].help(self.tr("The event that is selected on this step"))
        self._fields["passage"].help(self.tr("The words of a source that this step can set large"))
        self._fields["claim"].help(self.tr("The claim that this step can draw on its figures"))
        self._fields["show"].help(self.tr("What is shown besides the view"))

    def _explain_again(self, name: str) -> None:
        """What a field says while nothing is wrong with it."""
        field = self._fields[name]
        if name in {"start", "end"}:
            line = self.start if name == "start" else self.end
            text = line.edit.text()
            line.show_reading(self._editor.read_date(text) if text.strip() else None)
        elif name == "title":
            length = len(self.title.text().strip())
            text = self.tr("{length} of {most} characters").format(length=length, most=TITLE_LENGTH)
            field.say(text if length else "", bad=length > TITLE_LENGTH)
        elif name == "say":
            words, too_many = self._editor.count_of(self.say.toPlainText())
            field.say(words, bad=too_many)
        elif name == "lanes":
            field.say("" if self.lanes.chosen else self.tr("all lanes"))
        elif name == "series":
            field.say("" if self.series.chosen else self.tr("the usual figures"))
        else:
            field.say("")

    def _put_filters(self, filters: str) -> None:
        self._filters = filters
        words = self._editor.words_of_filters(filters)
        self.unfilter.say(
            self.tr("Only {filters} – take this off").format(filters=words),
            self.tr("Show what was filtered out, too"),
        )
        self.unfilter.setVisible(bool(filters))

    def _take_filters_off(self) -> None:
        self._put_filters("")
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._dates = QHBoxLayout()
        for name, field in self._fields.items():
            if name == "start":
                self._dates.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            elif name == "end":
                self._dates.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
                self._column.addLayout(self._dates)
                self._column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
                self._column.addWidget(self.unfilter)
            else:
                self._column.addWidget(field)
        self._column.addStretch(1)

    def _listen(self) -> None:
        self.title.textChanged.connect(partial(self._note, "title"))
        self.say.textChanged.connect(partial(self._note, "say"))
        self.start.edit.textChanged.connect(partial(self._note, "start"))
        self.end.edit.textChanged.connect(partial(self._note, "end"))
        self.lanes.changed.connect(partial(self._note, "lanes"))
        self.series.changed.connect(partial(self._note, "series"))
        self.shows.currentIndexChanged.connect(partial(self._note, "show"))
        for name, pick in (
            ("event", self.event_pick),
            ("passage", self.passage_pick),
            ("claim", self.claim_pick),
        ):
            pick.changed.connect(partial(self._note, name))
        self.take.clicked.connect(self.view_asked)

    def _note(self, name: str, _value: object = None) -> None:
        self._explain_again(name)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(13))
        self._dates.setSpacing(theme.size(12))
