"""Writing an event: fields, problems, saving, leaving."""

from dataclasses import replace

import pytest

from explorer.domain.draft import EventDraft, EvidenceDraft, NewEntity, PassageDraft
from explorer.domain.entity import EntityKind
from explorer.domain.event import Status
from explorer.domain.passage import Selector
from explorer.store import reads
from explorer.viewmodels.event_editor import EditorState
from explorer.viewmodels.pages import Page
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def editor(desk):
    return desk.models.editor


@pytest.fixture
def told(editor):
    said = []
    editor.opened.connect(said.append)
    editor.changed.connect(said.append)
    editor.closed.connect(said.append)
    return said


def event(desk, event_id):
    with desk.models.library.current.store.reading() as connection:
        return reads.event_detail(connection, event_id).event


def save(desk, typed):
    desk.models.editor.save(typed)
    desk.settle()


def test_a_new_event_begins_in_the_middle_of_the_view_as_exactly_as_it_shows(desk, editor):
    viewport = desk.models.viewport
    for days, start in ((40_000, "1979"), (3_000, "June 1979"), (100, "29 June 1979")):
        viewport.set_bounds(-20_000, 40_000)
        viewport.show(3_466.5 - days / 2, 3_466.5 + days / 2)
        editor.begin_new()
        assert editor.state.typed.start == start
        editor.leave()


def test_a_new_event_begins_on_the_day_pointed_at_and_in_the_lane_in_hand(desk, editor):
    desk.models.viewport.show(19_000.0, 19_100.0)
    desk.models.selection.select(5)
    editor.begin_new(19_050.0)
    assert editor.state.typed.start == "27 February 2022"
    assert editor.state.typed.theme_id == event(desk, 5).theme_id
    assert editor.state.event_id is None


def test_it_is_saved_selected_and_can_be_taken_back(desk, editor, told):
    editor.begin_new()
    typed = replace(
        editor.state.typed,
        title="  Zebras   meet ",
        start="about 1982",
        end="",
        tags="one, two,, ",
        url="https://example.org",
        actors=(NewEntity(EntityKind.PERSON, "Zed Zebra"),),
    )
    save(desk, typed)
    event_id = desk.models.selection.current
    saved = event(desk, event_id)
    assert (saved.title, saved.start, saved.end, saved.tags) == ("Zebras meet", "1982~", None, ("one", "two"))
    assert saved.date_status is saved.citation_status is Status.UNCHECKED
    assert told[-1] == event_id
    assert editor.state is None
    assert desk.said[-1].text == "New event “Zebras meet”: saved. Ctrl Z takes it back."
    desk.models.edits.undo()
    desk.settle()
    assert desk.models.selection.current is None


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"title": ""}, "title", "title"),
        ({"start": "some day"}, "start", "cannot be read as a date"),
        ({"end": "whenever"}, "end", "cannot be read as a date"),
        ({"start": "2001", "end": "2000"}, "end", "before it begins"),
        ({"url": "nowhere"}, "url", "https://"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(desk, editor, told, change, field, words):
    editor.begin_new()
    before = desk.models.timeline.stage.shown
    save(desk, replace(editor.state.typed, **{"title": "Zebra", **change}))
    assert isinstance(told[-1], EditorState)
    assert words in told[-1].problems[field]
    assert desk.models.timeline.stage.shown == before
    assert editor.state is not None


def test_events_of_the_story_come_back_from_the_fields_as_they_were(desk, editor):
    for event_id in range(1, 188, 11):
        before = event(desk, event_id)
        editor.edit(event_id)
        desk.settle()
        assert editor.state.event_id == event_id
        save(desk, editor.state.typed)
        assert event(desk, event_id) == before
    assert desk.models.edits.history.undo is None


def test_an_edited_event_keeps_what_the_fields_do_not_show(desk, editor):
    before = event(desk, 7)
    editor.edit(7)
    desk.settle()
    save(desk, replace(editor.state.typed, title="Another title", date_checked=False))
    now = event(desk, 7)
    assert now.title == "Another title"
    assert now.date_status is not Status.CHECKED
    assert (now.slug, now.layer, now.date_note, now.citation) == (
        before.slug,
        before.layer,
        before.date_note,
        before.citation,
    )


def test_an_event_of_a_passage_is_saved_with_it_and_the_page_stays(desk, editor):
    desk.models.place.turn_to(Page.SOURCES)
    place = Selector("They met in a garden", "", ".", 10, 30, 1)
    editor.begin(EventDraft("They met", "2001", 1, evidence=(EvidenceDraft(PassageDraft(1, place)),)))
    save(desk, editor.state.typed)
    assert desk.models.place.page is Page.SOURCES
    cards = desk.models.detail.current.passages
    assert [card.passage.selector.exact for card in cards] == ["They met in a garden"]


def test_names_are_suggested_and_new_ones_offered(editor):
    words = [each.words for each in editor.suggestions("actors", "xi ji")]
    assert words == ["Xi Jinping", "Add the person “xi ji”", "Add the body “xi ji”"]
    assert [each.words for each in editor.suggestions("actors", "Xi Jinping")] == ["Xi Jinping"]
    assert [each.words for each in editor.suggestions("places", "Zzz")] == ["Add the place “Zzz”"]
    assert editor.suggestions("actors", "  ") == ()
    (first, *_) = editor.suggestions("actors", "xi ji")
    assert editor.name_of(first.named) == "Xi Jinping"
    assert editor.name_of(NewEntity(EntityKind.BODY, "Zebras")) == "Zebras"


def test_leaving_lets_go_and_only_what_was_typed_counts(editor, told):
    editor.begin_new()
    typed = editor.state.typed
    assert not editor.is_touched(typed)
    assert editor.is_touched(replace(typed, summary="x"))
    editor.leave()
    assert editor.state is None
    assert told[-1] is None
    assert not editor.is_touched(typed)


def test_deleting_says_how_it_comes_back(desk, editor):
    title = event(desk, 5).title
    desk.models.selection.select(5)
    editor.delete(5)
    desk.settle()
    assert desk.models.selection.current is None
    assert desk.said[-1].text == f"Delete event “{title}”: done. Ctrl Z brings it back."
    desk.models.edits.undo()
    desk.settle()
    assert event(desk, 5).title == title


def test_an_event_that_is_gone_meanwhile_is_told_in_the_panel(desk, editor):
    editor.edit(5)
    desk.settle()
    typed = replace(editor.state.typed, title="Too late")
    editor.delete(5)
    desk.settle()
    save(desk, typed)
    assert "no longer in the library" in editor.state.problems[""]


def test_opening_another_library_ends_the_writing(desk, editor, story_path):
    editor.begin_new()
    desk.open(story_path)
    assert editor.state is None


def test_a_library_that_cannot_be_changed_says_what_to_do(desk, editor, monkeypatch):
    monkeypatch.setattr(desk.models.library.current.store, "read_only", True)
    editor.begin_new()
    assert editor.state is None
    assert "Copy its file" in desk.said[-1].text
    desk.said.clear()
    editor.edit(5)
    desk.settle()
    assert editor.state is None
    assert "Copy its file" in desk.said[-1].text


def test_a_passage_is_taken_from_the_event_in_hand_and_comes_back(desk, editor):
    with desk.models.library.current.store.reading() as connection:
        event_id = next(id_ for id_ in range(1, 100) if reads.event_detail(connection, id_).passages)
    desk.models.selection.select(event_id)
    desk.settle()
    before = desk.models.detail.current.passages
    editor.take_passage_away(before[0])
    desk.settle()
    assert desk.models.detail.current.passages == before[1:]
    assert "Ctrl Z brings it back" in desk.said[-1].text
    desk.models.edits.undo()
    desk.settle()
    assert desk.models.detail.current.passages == before


def test_another_draft_does_not_take_the_place_of_what_is_written(desk, editor):
    editor.begin(EventDraft("First", "2001", 1))
    editor.begin(EventDraft("Second", "2002", 1))
    assert editor.state.typed.title == "First"
    assert "Save or leave it first" in desk.said[-1].text
