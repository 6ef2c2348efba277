from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import Answers, Story, words


def test_both_sources_are_laid_side_by_side(pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail("cienfuegos-arrest")
    answers.shown.emit(detail)
    said = words(pane.sheet.concordance)
    topic = detail.concordances[0]
    for line in topic.lines:
        assert f"{story.label(line.source_id)}: {line.line}" in said
    assert f"The record: {topic.record}" in said
