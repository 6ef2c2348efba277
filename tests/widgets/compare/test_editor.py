"""The fields of a comparison on their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from explorer.domain.claim import Concordance, ConcordanceLine
from explorer.domain.comparison import TopicDraft, Voice
from explorer.services.libraries import open_library
from explorer.widgets.compare.editor import TopicEditor


@pytest.fixture
def sources(story_path):
    library = open_library(story_path)
    yield library.contents.sources[:2]
    library.store.close()


def test_it_opens_with_what_is_known_and_gives_it_back(qtbot, look, sources):
    one, other = sources
    line = ConcordanceLine(other.id, "Names it.", ())
    topic = Concordance(7, "price", "Price", "conflict-of-reading", "", "Not said.", (1,), (line,))
    editor = TopicEditor(topic, [Voice(one, ()), Voice(other, ())], 100, look)
    qtbot.addWidget(editor)
    assert editor.topic_id == 7
    said = {one.id: "", other.id: "Names it."}
    assert editor.draft == TopicDraft("Price", "conflict-of-reading", "Not said.", said)


def test_escape_leaves_and_control_enter_saves(qtbot, look, sources):
    editor = TopicEditor(None, [Voice(sources[0], ())], 100, look)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.findChild(QLineEdit).setFocus()
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.save_asked) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0].topic == ""
