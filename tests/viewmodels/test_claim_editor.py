"""Claims are written with a live verdict, on the shipped story."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.claim import Comparator, Operation, Verdict
from explorer.domain.draft import PassageDraft
from explorer.domain.passage import Selector
from explorer.viewmodels.claim_editor import ClaimEditorModel
from explorer.viewmodels.models import Models
from tests.viewmodels.conftest import settle


@pytest.fixture
def editor(models: Models, qtbot: QtBot) -> ClaimEditorModel:
    models.claims.set_active(True)
    settle(qtbot, models)
    return ClaimEditorModel(models.library, models.claims, models.edits, models.courier)


def test_the_verdict_follows_every_change(editor: ClaimEditorModel, models: Models) -> None:
    models.claims.choose(2)
    assert models.claims.current is not None
    editor.edit(models.claims.current.worked)
    assert editor.form.outcome.verdict is Verdict.NARROWLY
    working = editor.form.working
    assert working is not None
    editor.put_working(replace(working, claimed=3.0))
    assert editor.form.outcome.verdict is Verdict.FAILS
    editor.put_working(replace(working, claimed=None))
    assert editor.form.outcome.verdict is Verdict.UNWORKABLE
    assert "The test names no number that is claimed." in editor.form.problems


def test_a_new_claim_is_chosen_when_it_is_saved(
    editor: ClaimEditorModel, models: Models, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.passages_found) as told:
        editor.begin()
    found = told.args[0]
    assert found[0].passage.quantities
    editor.choose_passage(found[0])
    assert editor.form.quotation == found[0].passage.selector.exact
    working = editor.form.working
    assert working is not None
    editor.put_working(replace(working, comparator=Comparator.MORE_THAN, claimed=1.0))
    editor.put(caveats=("mind this",), test="more than one")
    with qtbot.waitSignal(editor.finished):
        editor.save()
    settle(qtbot, models)
    assert models.claims.count.total == 11
    current = models.claims.current
    assert current is not None
    assert (current.worked.claim.test, current.worked.claim.caveats) == ("more than one", ("mind this",))
    models.edits.undo()
    settle(qtbot, models)
    assert models.claims.count.total == 10


def test_what_is_not_fit_is_not_saved_and_says_why(editor: ClaimEditorModel, models: Models) -> None:
    editor.begin()
    editor.save()
    assert editor.form.problem == "Choose the passage that makes the statement."
    assert models.claims.count.total == 10


def test_a_passage_selected_in_a_source_is_the_statement(editor: ClaimEditorModel) -> None:
    editor.begin(PassageDraft(2, Selector("more than ever", "", "", 5, 19, 2)))
    assert (editor.form.quotation, editor.form.place) == ("more than ever", "Pfeiffer, ¶2")
    passage = editor.form.draft.passage
    assert isinstance(passage, PassageDraft)
    assert passage.kind == "statistic"
    assert editor.form.problems == ("The test names no number that is claimed.",)


def test_tests_are_added_and_removed(editor: ClaimEditorModel) -> None:
    editor.begin()
    editor.add_test()
    assert (len(editor.form.draft.workings), editor.form.test) == (2, 1)
    working = editor.form.working
    assert working is not None
    editor.put_working(replace(working, operation=Operation.RANK, comparator=None))
    editor.choose_test(0)
    assert editor.form.working != editor.form.draft.workings[1]
    editor.remove_test()
    assert editor.form.draft.workings[0].operation is Operation.RANK
    editor.remove_test()
    assert (editor.form.working, editor.form.judgement) == (None, None)
    editor.add_test()
    assert len(editor.form.draft.workings) == 1


def test_a_claim_that_is_deleted_leaves_the_list_and_comes_back(
    editor: ClaimEditorModel, models: Models, qtbot: QtBot
) -> None:
    models.claims.choose(3)
    assert models.claims.current is not None
    editor.delete(models.claims.current.worked)
    settle(qtbot, models)
    assert models.claims.row_of(3) is None
    assert models.claims.current is not None
    assert models.claims.current.worked.claim.id == 1
    models.edits.undo()
    settle(qtbot, models)
    assert models.claims.row_of(3) is not None
