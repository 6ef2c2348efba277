from threading import Event

import pytest

from tests.support.reading import Desk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = Desk(story_path, resources / "library", qtbot)
    yield made
    made.close()


def starts(state):
    return [item.anchor.start if item.anchor else item.passage.selector.start for item in state.passages]


def test_the_first_article_opens_and_an_open_source_stays(desk):
    desk.reader.open_first()
    desk.settle()
    assert desk.reader.state.detail.source.id == desk.article()
    desk.open(desk.article(1))
    desk.reader.open_first()
    desk.settle()
    assert desk.reader.state.detail.source.id == desk.article(1)


def test_passages_come_in_document_order(desk):
    desk.open(desk.article())
    assert starts(desk.reader.state) == sorted(starts(desk.reader.state))
    assert len(desk.reader.state.themes) == 8


def test_a_source_opens_at_the_passage_asked_for(desk, qtbot):
    desk.open(desk.article())
    wanted = desk.reader.state.passages[20].passage.id
    desk.open(desk.article(1))
    assert desk.reader.current is None
    desk.open(desk.article(), wanted)
    assert desk.reader.current == wanted
    with qtbot.waitSignal(desk.reader.passage_changed) as told:
        desk.reader.open_source(desk.article(), wanted)
    assert told.args == [wanted]


def test_only_the_last_source_asked_for_is_shown(desk):
    desk.reader.open_source(desk.article())
    desk.reader.open_source(desk.article(1))
    desk.settle()
    assert desk.reader.state.detail.source.id == desk.article(1)


def test_next_and_previous_walk_through_the_passages(desk):
    desk.open(desk.article())
    ids = [item.passage.id for item in desk.reader.state.passages]
    desk.reader.next_passage()
    assert desk.reader.current == ids[0]
    desk.reader.previous_passage()
    assert desk.reader.current == ids[0]
    for _ in ids:
        desk.reader.next_passage()
    assert desk.reader.current == ids[-1]
    desk.reader.previous_passage()
    assert desk.reader.current == ids[-2]
    desk.reader.go_to(-5)
    assert desk.reader.current == ids[-2]


def test_a_passage_selects_its_events_one_after_another(desk):
    desk.open(desk.article())
    item = next(item for item in desk.reader.state.passages if len(item.events) == 2)
    desk.reader.go_to(item.passage.id)
    first, second = (event.id for event in item.events)
    assert [desk.reader.select_event() for _ in range(3)] == [first, second, first]
    assert desk.selection.current == first


def test_a_passage_without_event_selects_none(desk):
    desk.open(desk.article())
    desk.selection.select(3)
    assert desk.reader.select_event() is None
    item = next(item for item in desk.reader.state.passages if not (item.events or item.examples))
    desk.reader.go_to(item.passage.id)
    assert desk.reader.select_event() is None
    assert desk.selection.current == 3


def test_attaching_is_busy_then_shows_text_and_report(desk, tmp_path):
    desk.open(desk.article())
    desk.reader.next_passage()
    looked_at = desk.reader.current
    path = desk.copy_of_open_source(tmp_path)
    desk.reader.attach(path)
    assert desk.reader.state.busy == desk.article()
    desk.reader.detach()
    desk.settle()
    state = desk.reader.state
    assert state.busy is None
    assert state.detail.document.filename == "copy.txt"
    assert (state.report.exact, state.report.total) == (54, 54)
    assert desk.reader.current == looked_at


def test_lost_passages_come_last(desk, tmp_path):
    desk.open(desk.article())
    path = desk.copy_of_open_source(tmp_path)
    target = desk.reader.state.passages[3].passage
    text = path.read_text(encoding="utf-8")
    start, end = target.selector.start, target.selector.end
    path.write_text(text[:start] + "#" * (end - start) + text[end:], encoding="utf-8")
    desk.attach(path)
    assert desk.reader.state.passages[-1].passage.id == target.id
    assert desk.reader.state.report.lost == 1


def test_a_file_that_is_no_text_is_a_problem_to_dismiss(desk, tmp_path):
    desk.open(desk.article())
    bad = tmp_path / "paper.pdf"
    bad.write_bytes(b"%PDF-1.7")
    desk.attach(bad)
    assert "PDF" in desk.reader.state.problem
    assert desk.reader.state.busy is None
    assert desk.reader.state.detail.document is None
    desk.reader.dismiss_problem()
    assert desk.reader.state.problem == ""


def test_detaching_can_be_taken_back(desk, tmp_path):
    desk.open(desk.article())
    desk.attach(desk.copy_of_open_source(tmp_path))
    document = desk.reader.state.detail.document
    desk.reader.detach()
    desk.settle()
    assert desk.reader.state.detail.document is None
    assert desk.reader.state.report is None
    assert desk.reader.state.detached == document
    desk.reader.attach_again()
    desk.settle()
    assert desk.reader.state.detail.document == document
    assert desk.reader.state.detached is None


def test_a_report_belongs_to_its_source(desk, tmp_path):
    desk.open(desk.article())
    desk.attach(desk.copy_of_open_source(tmp_path))
    desk.open(desk.article(1))
    assert desk.reader.state.report is None
    desk.open(desk.article())
    assert desk.reader.state.report is not None


def test_another_library_starts_anew(desk, tmp_path, story_library):
    desk.open(desk.article())
    other = tmp_path / "other.tlx"
    other.write_bytes(story_library.read_bytes())
    desk.library.open(other)
    desk.settle()
    assert desk.reader.state.detail is None
    assert desk.reader.current is None


def test_attaching_can_be_called_off(desk, tmp_path):
    desk.open(desk.article())
    held = Event()
    for _ in range(2):
        desk.workers.carry(held.wait)
    desk.reader.attach(desk.copy_of_open_source(tmp_path))
    assert desk.reader.state.cancellable
    desk.reader.cancel()
    assert desk.reader.state.busy is None
    assert not desk.reader.state.cancellable
    held.set()
    desk.settle()
    desk.open(desk.article(1))
    desk.open(desk.article())
    assert desk.reader.state.detail.document is None
    assert desk.reader.state.problem == ""


def test_the_file_of_a_document_is_saved_or_why_not_is_said(desk, tmp_path):
    desk.open(desk.article())
    path = desk.copy_of_open_source(tmp_path)
    desk.attach(path)
    desk.reader.save_file(tmp_path / "out.txt")
    desk.settle()
    assert (tmp_path / "out.txt").read_bytes() == path.read_bytes()
    desk.reader.save_file(tmp_path / "gone" / "out.txt")
    desk.settle()
    assert desk.reader.state.problem
