"""How much of a document the timeline uses."""

import pytest

from tests.viewmodels.conftest import settle

TEXT = "In 1971 the office was founded.\n\nNobody knows who came.\n\nOn 5 May 1980 it was closed again.\n"


@pytest.fixture
def source(models, qtbot, tmp_path):
    """A source of the story with a text of ours, in which none of its passages stand."""
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, encoding="utf-8")
    source = models.library.current.contents.sources[0].id
    models.reader.open_source(source)
    settle(qtbot, models)
    models.reader.attach(copy)
    qtbot.waitUntil(lambda: models.reader.state.detail.document is not None)
    settle(qtbot, models)
    return source


def test_nothing_is_said_without_a_text(models, qtbot):
    models.reader.open_source(models.library.current.contents.sources[0].id)
    settle(qtbot, models)
    assert models.document_coverage.current is None


def test_dated_sentences_that_no_event_stands_on_are_told_without_being_asked(models, qtbot, source):
    qtbot.waitUntil(lambda: models.document_coverage.current.unused is not None)
    coverage = models.document_coverage.current
    assert coverage.on_timeline == 0
    assert [TEXT[start:end] for start, end in coverage.unused] == [
        "In 1971 the office was founded.",
        "On 5 May 1980 it was closed again.",
    ]
    assert not models.suggestions.state.open


def test_an_accepted_sentence_counts_as_used(models, qtbot, source):
    qtbot.waitUntil(lambda: models.document_coverage.current.unused is not None)
    models.suggestions.find()
    models.suggestions.accept()
    qtbot.waitUntil(lambda: models.document_coverage.current.on_timeline > 0)
    settle(qtbot, models)
    coverage = models.document_coverage.current
    assert len(coverage.unused) == 1
    assert coverage.on_timeline == pytest.approx(len("In 1971 the office was founded.") / len(TEXT), abs=0.02)
