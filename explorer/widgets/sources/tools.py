"""What one can do in the reader: place passages, and make something of selected words."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from explorer.domain.passage import Candidate
from explorer.viewmodels.placing import PlacingModel
from explorer.viewmodels.selected_words import SelectedWordsModel, Words
from explorer.widgets.sources.placing_bar import PlacingBar
from explorer.widgets.sources.reader import ReaderPane
from explorer.widgets.sources.selection_bar import SelectionBar
from explorer.widgets.theme import ThemeHolder


class ReaderTools(QObject):
    """Joins the bars of the reader to the models. The keys work while the page has the keyboard.

    ``claim_asked`` carries the passage (a PassageDraft) that shall become the statement of a claim.
    """

    claim_asked = Signal(object)

    def __init__(
        self, placing: PlacingModel, words: SelectedWordsModel, pane: ReaderPane, look: ThemeHolder
    ) -> None:
        super().__init__(pane)
        self._placing = placing
        self._words = words
        self.pane = pane
        self._look = look
        self.actions = {
            "event": self._action(
                self.tr("New event"), "E", self.tr("Write an event that rests on these words")
            ),
            "add": self._action(
                self.tr("Add to event…"),
                "A",
                self.tr("Let an event of the timeline rest on these words, too"),
            ),
            "claim": self._action(
                self.tr("New claim"), "C", self.tr("Test what these words say against figures")
            ),
            "here": self._action(
                self.tr("The passage is here"),
                "H",
                self.tr("Place the passage that was not found at these words"),
            ),
            "note": self._action(self.tr("Note…"), "O", self.tr("Keep these words with a note")),
        }
        self.actions["event"].triggered.connect(self._begin_event)
        self.actions["add"].triggered.connect(self._add)
        self.actions["claim"].triggered.connect(self._begin_claim)
        self.actions["here"].triggered.connect(self._place)
        self.actions["note"].triggered.connect(self._note)
        pane.page.selectionChanged.connect(self._follow)
        placing.changed.connect(self._follow)
        self._follow()
        self.placing_bar = PlacingBar(placing, look, pane)
        pane.add_bar(self.placing_bar)
        self.placing_bar.looked_at.connect(self._look_at)
        self.placing_bar.edit_asked.connect(self._edit)
        self.selection_bar = SelectionBar(pane.page, self.actions)

    def _action(self, text: str, key: str, tip: str) -> QAction:
        action = QAction(text, self.pane.page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(tip)
        self.pane.page.addAction(action)
        return action

    @property
    def _selected(self) -> Words | None:
        return self._words.words(*self.pane.page.selected)

    def _follow(self, _changed: object = None) -> None:
        can, placing = self._selected is not None, self._placing.placing
        for action in self.actions.values():
            action.setEnabled(can)
        lost = placing is not None and placing.anchor.start is None
        self.actions["here"].setVisible(lost)
        self.actions["here"].setEnabled(can and lost)

    def _place(self) -> None:
        selected = self._selected
        if selected is not None:
            self._placing.place_at(selected.start, selected.end)

    def _begin_event(self) -> None:
        selected = self._selected
        if selected is not None:
            self._words.begin_event(selected)
            self.selection_bar.hide()

    def _add(self) -> None:
        from explorer.widgets.sources.add_to_event import AddToEvent

        selected = self._selected
        if selected is not None:
            AddToEvent(self._words, selected, self._look, self.pane).open()

    def _begin_claim(self) -> None:
        selected = self._selected
        if selected is not None:
            self.selection_bar.hide()
            self.claim_asked.emit(self._words.draft(selected))

    def _note(self) -> None:
        from explorer.widgets.sources.note import NoteDialog

        selected = self._selected
        if selected is not None:
            NoteDialog(self._words, selected, self._look, self.pane).open()

    def _edit(self) -> None:
        from explorer.widgets.sources.passage_editor import PassageEditor

        if self._placing.placing is not None:
            PassageEditor(self._placing, self._placing.placing, self._look, self.pane).open()

    def _look_at(self, place: Candidate) -> None:
        self.pane.page.bring(place.start, place.end)
