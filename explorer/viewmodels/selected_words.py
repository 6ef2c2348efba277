"""What can be made of words that are selected in the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.passage import Stance
from explorer.domain.search import Hit, HitKind, SearchAnswer
from explorer.domain.suggestion import Suggestion
from explorer.domain.words import in_words
from explorer.services.search import Question, Search
from explorer.services.suggestions import Suggestions, start_and_end
from explorer.viewmodels.accepting import note_on
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.event_editor import EventEditorModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.reader import ReaderModel

if TYPE_CHECKING:
    from explorer.domain.draft import PassageDraft

DATE, FIND = "date of selected words", "events to add to"
LONGEST = 20_000
"""Characters of the longest passage."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the open source, from ``start`` to ``end`` in code points of its text."""

    source_id: int
    start: int
    end: int
    text: str


class SelectedWordsModel(QObject):
    """Makes events, evidence and notes of selected words.

    ``found`` carries the events (:class:`Hit`) that were looked for with :meth:`find_events`.
    """

    found = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        reader: ReaderModel,
        edits: EditsModel,
        editor: EventEditorModel,
        search: Search,
        suggestions: Suggestions,
        messages: Messages,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._reader = reader
        self._edits = edits
        self._editor = editor
        self._search = search
        self._suggestions = suggestions
        self._messages = messages
        self._courier = courier
        self._question: Question | None = None

    def words(self, start: int, end: int) -> Words | None:
        """The words between two places of the open text, without white space around.

        None where there are none, too many, or the library takes no changes.
        """
        detail, library = self._reader.state.detail, self._library.current
        if detail is None or detail.document is None or library is None or library.store.read_only:
            return None
        text = detail.document.text
        start, end = max(min(start, end), 0), min(max(start, end), len(text))
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end or end - start > LONGEST:
            return None
        return Words(detail.source.id, start, end, text[start:end])

    def begin_event(self, words: Words) -> None:
        """Write an event that rests on these words, with the date of their sentence, if one stands in it.

        Else it begins with the date of the event of the library that the sentence names, or with that of the
        source itself; the note on the date says which.
        """
        library = self._library.current
        if library is None:
            return

        def begin(offers: Sequence[Suggestion]) -> None:
            self._begin(words, next(iter(offers), None))

        found = self._suggestions.of_passage(library, words.source_id, words.start, words.end)
        self._courier.ask(DATE, found, begin)

    def find_events(self, text: str) -> None:
        """Look for events to which words could be added; without a text, those that stand on the source."""
        library = self._library.current
        if self._question is not None:
            self._question.call_off()
            self._question = None
        self._courier.void(FIND)
        if library is None or not text.strip():
            detail = self._reader.state.detail
            events = () if detail is None else detail.events
            self.found.emit(
                tuple(
                    Hit(HitKind.EVENT, each.id, each.title, "", date=in_words(each.start)) for each in events
                )
            )
            return
        self._question = Question(library, text)
        self._courier.ask(FIND, self._search.first(self._question), self._take_events)

    def add_to_event(self, words: Words, event: Hit, stance: Stance) -> None:
        """Let an event rest on these words, too."""
        from explorer.domain.draft import EvidenceDraft
        from explorer.services import drafts

        evidence = EvidenceDraft(self._known(words) or self.draft(words), stance)
        self._edits.apply(drafts.evidence_added(event.id, (evidence,)), done=self._go_to_new)

    def note(self, words: Words, text: str) -> None:
        """Keep the words as a passage with a note on it."""
        from explorer.services import passages

        plan = passages.noted(self._known(words) or self.draft(words), text)
        self._edits.apply(plan, done=self._go_to_new)

    def draft(self, words: Words) -> "PassageDraft":
        """The words as a passage that is yet to be made."""
        from explorer.domain.draft import PassageDraft
        from explorer.services.anchoring import selector_at

        detail = self._reader.state.detail
        if detail is None or detail.document is None:
            raise ValueError("no text is open")
        selector = selector_at(detail.document.text, words.start, words.end, detail.paragraphs)
        return PassageDraft(words.source_id, selector)

    def _begin(self, words: Words, date: Suggestion | None) -> None:
        from explorer.domain.draft import TITLE_LENGTH, EventDraft, EvidenceDraft

        lanes = self._editor.themes
        if not lanes:
            return
        detail = self._reader.state.detail
        start, end = ("", None) if date is None else start_and_end(date.edtf)
        note = "" if date is None or detail is None else note_on(date, date.edtf, detail)
        draft = EventDraft(
            title=_clipped(words.text, TITLE_LENGTH),
            start=start,
            end=end,
            date_note=note,
            theme_id=self._lane_near(words) or lanes[0].id,
            evidence=(EvidenceDraft(self._known(words) or self.draft(words)),),
        )
        self._editor.begin(draft)

    def _lane_near(self, words: Words) -> int | None:
        """The lane of the event whose passage stands nearest."""
        placed = [
            (abs(item.anchor.start - words.start), event.theme_id)
            for item in self._reader.state.passages
            if item.anchor is not None and item.anchor.start is not None
            for event in item.events[:1]
        ]
        return min(placed)[1] if placed else None

    def _known(self, words: Words) -> int | None:
        """The passage that is just these words already."""
        for item in self._reader.state.passages:
            if item.anchor is not None and (item.anchor.start, item.anchor.end) == (words.start, words.end):
                return item.passage.id
        return None

    def _take_events(self, answer: SearchAnswer) -> None:
        events = next((group.hits for group in answer.groups if group.kind is HitKind.EVENT), ())
        self.found.emit(events)

    def _go_to_new(self, change_set: ChangeSet) -> None:
        passage_id = next(iter(change_set.ids("passage")), None)
        if passage_id is not None:
            self._reader.go_to(passage_id)
        self._messages.show_notice(
            self.tr("{title}: done. Ctrl Z takes it back.").format(title=change_set.title)
        )


def _clipped(words: str, length: int) -> str:
    """The first words, as many as there is room for."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
