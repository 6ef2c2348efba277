"""A note on selected words."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel

from explorer.widgets.sources.note import NoteDialog


def test_a_note_is_kept_once_something_is_typed(tools, whole, troubled, look):
    model = whole.models.words
    dialog = NoteDialog(model, model.words(0, 30), look, tools.pane)
    dialog.open()
    save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    assert not save.isEnabled()
    dialog.field.setPlainText("Who wrote this?")
    assert save.isEnabled()
    save.click()
    whole.settle()
    (made,) = [item for item in whole.models.reader.state.passages if item.passage.is_own]
    assert [note.text for note in made.notes] == ["Who wrote this?"]
    assert "Note: Who wrote this?" in [label.text() for label in tools.placing_bar.findChildren(QLabel)]
