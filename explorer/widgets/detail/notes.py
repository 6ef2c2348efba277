"""The reader's own notes: shown as rich text, written as Markdown, where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.note import Note, NoteTarget
from explorer.domain.words import in_words
from explorer.viewmodels.notes import WrittenNote
from explorer.widgets.detail.blocks import Card, Section
from explorer.widgets.editor.fields import LongText
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.markdown import MarkdownText
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.tab_order import put_in_order
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

LINES = 5


class NoteEditor(Card):
    """A few lines to write in. Ctrl Enter keeps the note, Esc leaves it as it was.

    ``written`` carries the text, ``left`` tells that nothing is to be kept.
    """

    written = Signal(object)
    left = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.text = LongText(LINES, look, self)
        self.rest()
        self.text.setToolTip(self.tr("Ctrl Enter keeps the note, Esc leaves it as it was"))
        self._keep = LinkButton(look, self, small=True)
        self._keep.say(self.tr("Keep the note"), self.tr("Ctrl Enter"))
        self._leave = LinkButton(look, self, small=True)
        self._leave.say(self.tr("Leave"), self.tr("Esc"))
        self._row = FlowLayout()
        self._row.addWidget(self._keep)
        self._row.addWidget(self._leave)
        self.body.addWidget(self.text)
        self.body.addLayout(self._row)
        self._keep.clicked.connect(self._write)
        self._leave.clicked.connect(self.left)
        for keys, action in (("Ctrl+Return", self._write), ("Ctrl+Enter", self._write), ("Esc", self.left)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._row.set_gap(look.theme.size(14), look.theme.size(2))

    def rest(self) -> None:
        """Be there for a note on the event."""
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setPlaceholderText(self.tr("Your own words; Markdown: *italic*, **bold**, - a list"))

    def _write(self) -> None:
        self.written.emit(self.text.toPlainText())


class NoteCard(Card):
    """One note, with what can be done with it. ``edit_asked`` and ``delete_asked`` carry the note."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.note: Note | None = None
        self._where = Words("note", self)
        self._words = MarkdownText(look, self)
        self._words.setAccessibleName(self.tr("Note"))
        self._when = Words("muted", self)
        self._edit = LinkButton(look, self, small=True)
        self._edit.say(self.tr("Edit"), self.tr("Edit the note"))
        self._delete = LinkButton(look, self, small=True)
        self._delete.say(self.tr("Delete"), self.tr("Delete the note; Ctrl Z brings it back"))
        self._row = FlowLayout()
        for part in (self._when, self._edit, self._delete):
            self._row.addWidget(part)
        for widget in (self._where, self._words):
            self.body.addWidget(widget)
        self.body.addLayout(self._row)
        self._edit.clicked.connect(self._ask_edit)
        self._delete.clicked.connect(self._ask_delete)
        self._row.set_gap(look.theme.size(14), look.theme.size(2))

    def put(self, shown: tuple[Note, str]) -> None:
        """Show a note, and what it is on if that is not the event itself."""
        note, where = shown
        self.note = note
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._words.read(note.text)
        self._when.setText(in_words(note.modified[:10]))

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self.note)

    def _ask_delete(self) -> None:
        self.delete_asked.emit(self.note)


class NotesSection(Section):
    """The notes on an event and on its passages. ``written`` carries a :class:`WrittenNote`.

    A note that is half written when another event comes is kept, not lost: Ctrl Z takes it back.
    """

    written = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title(self.tr("Notes"))
        self._event_id: int | None = None
        self._note: Note | None = None
        self._passage: int | None = None
        self._add = LinkButton(look, self, small=True)
        self._add.say(self.tr("+ Add note"), self.tr("Write a note on this event"))
        self._add.clicked.connect(self.begin)
        self.add_link(self._add)
        self._pool = Pool(self.body, self._make_card)
        self._editor: NoteEditor | None = None
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def cards(self) -> Sequence[NoteCard]:
        """The notes shown."""
        return self._pool.shown

    @property
    def editor(self) -> NoteEditor:
        """The lines to write in; made when they are first needed."""
        if self._editor is None:
            self._editor = NoteEditor(self.look, self)
            self._editor.written.connect(self._keep)
            self._editor.left.connect(self._stop)
            self._editor.hide()
            self.column.addWidget(self._editor)
        return self._editor

    def put(self, detail: EventDetail) -> None:
        """Show the notes of an event."""
        if detail.event.id != self._event_id:
            self._keep_half_written()
            self._event_id = detail.event.id
        passages = {card.passage.id: card for card in detail.passages}
        shown = []
        for note in detail.notes:
            card = passages.get(note.target_id) if note.target is NoteTarget.PASSAGE else None
            on = self.tr("On the passage of {source}")
            shown.append((note, "" if card is None else on.format(source=card.source.label)))
        self._pool.fill(shown, NoteCard.put)

    def begin(self) -> None:
        """Write a new note on the event."""
        self._write(None)

    def begin_on(self, card: PassageCard) -> None:
        """Write a new note on a passage of the event."""
        self._write(None)
        self._passage = card.passage.id
        where = self.tr("Note on the passage of {source}").format(source=card.source.label)
        self.editor.text.setAccessibleName(where)
        self.editor.text.setPlaceholderText(where)

    def _write(self, note: Note | None) -> None:
        self._keep_half_written()
        self._note, self._passage = note, None
        self.editor.rest()
        self.editor.text.setPlainText("" if note is None else note.text)
        self.editor.show()
        self._add.hide()
        put_in_order(self)
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, note: Note) -> None:
        self.written.emit(WrittenNote(note.target, note.target_id, "", note.id))

    def _keep_half_written(self) -> None:
        if self._editor is not None and not self._editor.isHidden():
            text = self._editor.text.toPlainText()
            if text.strip() and (self._note is None or text != self._note.text):
                self._keep(text)
            else:
                self._stop()

    def _keep(self, text: str) -> None:
        note, event_id, passage = self._note, self._event_id, self._passage
        self._stop()
        if note is not None:
            self.written.emit(WrittenNote(note.target, note.target_id, text, note.id))
        elif passage is not None and text.strip():
            self.written.emit(WrittenNote(NoteTarget.PASSAGE, passage, text))
        elif event_id is not None and text.strip():
            self.written.emit(WrittenNote(NoteTarget.EVENT, event_id, text))

    def _stop(self) -> None:
        if self._editor is not None:
            had_keyboard = self._editor.isAncestorOf(self.focusWidget() or self)
            self._editor.hide()
            self._add.show()
            if had_keyboard:
                self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._note = self._passage = None

    def _make_card(self) -> NoteCard:
        card = NoteCard(self.look, self)
        card.edit_asked.connect(self._write)
        card.delete_asked.connect(self._delete)
        return card

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=6, gap=8)
