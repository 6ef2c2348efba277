"""The look through the library follows its changes while somebody watches."""

from explorer.domain.coverage import Gap
from explorer.services.drafts import deleted_event
from tests.viewmodels.conftest import settle


def test_it_looks_when_it_is_watched_and_again_after_a_change(models, qtbot):
    seen = []
    models.coverage.shown.connect(seen.append)
    settle(qtbot, models)
    assert not seen
    models.coverage.set_active(True)
    settle(qtbot, models)
    gone = seen[-1].of(Gap.CITATION_ALONE)[0]
    models.edits.apply(deleted_event(gone.event_id))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert gone.event_id not in {each.event_id for each in seen[-1].unsupported}
    models.coverage.set_active(False)
    models.edits.undo()
    settle(qtbot, models)
    assert len(seen) == 2
