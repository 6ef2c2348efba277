"""Writing notes."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from explorer.domain.note import NoteTarget
from explorer.viewmodels.edits import EditsModel


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """Words for a note: a new one on something, or in place of those of the note ``note_id``.

    Without words the note is deleted.
    """

    target: NoteTarget
    target_id: int
    text: str
    note_id: int | None = None


class NotesModel(QObject):
    """Puts what was written into the library; the details follow as after any change."""

    def __init__(self, edits: EditsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits

    def write(self, written: WrittenNote) -> None:
        """Keep a note."""
        from explorer.services import notes

        if written.note_id is None:
            self._edits.apply(notes.new_note(written.target, written.target_id, written.text))
        else:
            self._edits.apply(notes.changed_note(written.note_id, written.text))
