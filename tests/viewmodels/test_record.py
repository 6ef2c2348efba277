from dataclasses import replace

import pytest

from tests.viewmodels.conftest import settle


@pytest.fixture
def source(models):
    return next(each for each in models.library.current.contents.sources if each.slug == "seed-b")


def saved(models, slug):
    return next(each for each in models.library.current.contents.sources if each.slug == slug)


def test_a_record_is_written_and_saved(models, qtbot, source):
    with qtbot.waitSignal(models.record.opened) as told:
        models.record.begin(source)
    draft = told.args[0].draft
    with qtbot.waitSignal(models.record.closed):
        models.record.save(replace(draft, title="On Mud", date="about November 1976"))
    settle(qtbot, models)
    assert (saved(models, "seed-b").title, saved(models, "seed-b").date) == ("On Mud", "1976-11~")
    assert models.record.state is None
    models.edits.undo()
    settle(qtbot, models)
    assert saved(models, "seed-b") == source


@pytest.mark.parametrize(
    ("change", "problem"),
    [({"date": "soonish"}, "cannot be read"), ({"title": "", "label": ""}, "needs a title")],
)
def test_what_is_wrong_is_said_and_nothing_saved(models, qtbot, source, change, problem):
    models.record.begin(source)
    models.record.save(replace(models.record.state.draft, **change))
    assert problem in models.record.state.problem
    assert not models.record.state.saving
    assert saved(models, "seed-b") == source


def test_leaving_saves_nothing(models, qtbot, source):
    models.record.begin(source)
    with qtbot.waitSignal(models.record.closed):
        models.record.leave()
    assert models.record.state is None
