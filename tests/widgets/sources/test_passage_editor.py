"""What is said of a passage, and taking one out."""

from explorer.domain.passage import Stance
from explorer.widgets.sources.passage_editor import PassageEditor


def open_editor(tools, whole, look, passage_id):
    whole.models.reader.go_to(passage_id)
    model = whole.models.placing
    editor = PassageEditor(model, model.placing, look, tools.pane)
    editor.open()
    return editor


def item(whole, passage_id):
    items = whole.models.reader.state.passages
    return next((each for each in items if each.passage.id == passage_id), None)


def test_words_note_and_stances_are_kept_as_one_change(tools, whole, troubled, look):
    chosen = next(each for each in whole.models.reader.state.passages if len(each.events) == 1)
    editor = open_editor(tools, whole, look, chosen.passage.id)
    assert editor.delete.isHidden()
    assert editor.paraphrase.toPlainText() == chosen.passage.paraphrase
    editor.paraphrase.setPlainText("ours")
    editor.note.setPlainText("a note")
    (choice,) = editor.stances.values()
    choice.setCurrentIndex(list(Stance).index(Stance.DISPUTES))
    editor.accept()
    whole.settle()
    after = item(whole, chosen.passage.id)
    assert after.passage.paraphrase == "ours"
    assert [note.text for note in after.notes] == ["a note"]
    assert set(after.stances.values()) >= {Stance.DISPUTES}
    whole.models.edits.undo()
    whole.settle()
    assert item(whole, chosen.passage.id) == chosen


def test_a_passage_of_the_reader_can_be_deleted(tools, whole, troubled, look):
    words = whole.models.words
    words.note(words.words(0, 30), "mine")
    whole.settle()
    (made,) = [each for each in whole.models.reader.state.passages if each.passage.is_own]
    editor = open_editor(tools, whole, look, made.passage.id)
    assert not editor.delete.isHidden()
    editor.delete.click()
    whole.settle()
    assert item(whole, made.passage.id) is None
