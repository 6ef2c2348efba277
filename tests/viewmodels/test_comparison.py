"""The comparison follows the event in hand."""

from explorer.domain.comparison import TopicDraft
from explorer.domain.errors import ReaderError
from tests.viewmodels.conftest import settle


def test_it_follows_the_event_and_is_none_without_one(models, qtbot):
    settle(qtbot, models)
    models.selection.select(models.library.current.contents.start_event_id)
    settle(qtbot, models)
    assert models.comparison.current.event.id == models.selection.current
    models.selection.select(None)
    settle(qtbot, models)
    assert models.comparison.current is None


def test_what_is_not_fit_is_refused_and_nothing_changes(models, qtbot):
    models.selection.select(models.library.current.contents.start_event_id)
    settle(qtbot, models)
    topics = models.comparison.current.topics
    with qtbot.waitSignal(models.comparison.refused) as refused:
        models.comparison.save(TopicDraft("", "agreement"))
    assert isinstance(refused.args[0], ReaderError)
    assert models.comparison.current.topics == topics


def test_a_topic_taken_out_is_gone_from_the_event(models, qtbot):
    models.selection.select(models.library.current.contents.start_event_id)
    settle(qtbot, models)
    topic = models.comparison.current.topics[0]
    models.comparison.delete(topic.id)
    settle(qtbot, models)
    assert topic.id not in {one.id for one in models.comparison.current.topics}
