"""Every way to a thing ends alike: the thing is in hand, in sight, on the right page."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.edtf import parse
from explorer.domain.entity import EntityKind
from explorer.domain.facet import FacetGroup
from explorer.domain.search import Hit, HitKind
from explorer.store import reads
from explorer.viewmodels.messages import Message
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from tests.viewmodels.conftest import settle


@pytest.fixture
def models(models: Models) -> Models:
    """A look at 1971 only, so that most of the story is out of sight."""
    models.viewport.show(400.0, 760.0)
    return models


def event(models: Models, slug: str) -> int:
    assert models.library.current is not None
    with models.library.current.store.reading() as connection:
        found = reads.event_id(connection, slug)
    assert found is not None
    return found


def in_sight(models: Models, event_id: int) -> bool:
    extent = models.timeline.extent_of(event_id)
    view = models.viewport.viewport
    return extent is not None and view.start <= extent.likely_start and extent.likely_end <= view.end


def found(qtbot: QtBot, models: Models, words: str, kind: HitKind) -> Hit:
    """The first hit of a kind."""
    models.results.search(words)
    settle(qtbot, models)
    assert models.results.answer is not None
    return next(group.hits[0] for group in models.results.answer.groups if group.kind is kind)


@pytest.mark.parametrize(
    ("before", "after"),
    [(Page.TIMELINE, Page.TIMELINE), (Page.LIST, Page.LIST), (Page.SOURCES, Page.TIMELINE)],
)
def test_an_event_is_selected_and_brought_into_sight(models: Models, before: Page, after: Page) -> None:
    woodside = event(models, "woodside-summit-2023")
    models.place.turn_to(before)
    days = models.viewport.viewport.days
    assert not in_sight(models, woodside)
    models.navigator.show_event(woodside)
    assert models.selection.current == woodside
    assert in_sight(models, woodside)
    assert models.viewport.viewport.days == pytest.approx(days)
    assert models.place.page is after


def test_an_event_in_sight_moves_nothing(models: Models) -> None:
    woodside = event(models, "woodside-summit-2023")
    models.viewport.show(18_000.0, 20_000.0)
    before = models.viewport.viewport
    models.navigator.show_event(woodside)
    assert models.viewport.viewport == before


def test_the_way_back_brings_the_earlier_event_into_sight(models: Models) -> None:
    nixon, woodside = event(models, "nixon-visit-china"), event(models, "woodside-summit-2023")
    models.navigator.show_event(nixon)
    models.navigator.show_event(woodside)
    assert not in_sight(models, nixon)
    models.history.go_back()
    assert models.selection.current == nixon
    assert in_sight(models, nixon)
    models.history.go_forward()
    assert in_sight(models, woodside)


def test_the_evidence_is_the_first_passage_in_its_source(models: Models, qtbot: QtBot) -> None:
    models.selection.select(event(models, "woodside-summit-2023"))
    settle(qtbot, models)
    assert models.detail.current is not None
    card = models.detail.current.passages[0]
    models.navigator.open_evidence(models.detail.current.event.id)
    settle(qtbot, models)
    assert models.place.page is Page.SOURCES
    assert models.reader.current == card.passage.id
    assert models.reader.state.detail is not None
    assert models.reader.state.detail.source.id == card.source.id


def test_an_event_without_evidence_says_so_and_stays(models: Models, qtbot: QtBot) -> None:
    assert models.library.current is not None
    with models.library.current.store.reading() as connection:
        bare = next(
            heading.id
            for heading in reads.headings(connection)
            if not reads.event_detail(connection, heading.id).passages
        )
    said: list[Message] = []
    models.messages.shown.connect(said.append)
    models.selection.select(bare)
    settle(qtbot, models)
    models.navigator.open_evidence(bare)
    assert [message.text for message in said] == ["No passage of a source speaks of this event."]
    assert models.place.page is Page.TIMELINE


def test_evidence_of_an_event_that_is_not_read_yet_waits_for_nobody(models: Models, qtbot: QtBot) -> None:
    models.selection.select(event(models, "woodside-summit-2023"))
    settle(qtbot, models)
    models.navigator.open_evidence(event(models, "nixon-visit-china"))
    assert models.place.page is Page.TIMELINE


def test_a_date_found_is_flown_to(models: Models, qtbot: QtBot) -> None:
    models.place.turn_to(Page.SOURCES)
    hit = found(qtbot, models, "November 2023", HitKind.DATE)
    models.results.choose(hit)
    view = models.viewport.viewport
    assert (view.start, view.end) == pytest.approx((hit.start, hit.end))
    assert models.place.page is Page.TIMELINE


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("15 Nov 2023", "2023-10-31", "2023-12-01", "15 November 2023 · exact day"),
        ("June 1971", "1971-05-23", "1971-07-10", "June 1971 · known to the month"),
        ("2001~", "1999-02-06", "2003-11-26", "about 2001 · about, within a year"),
        (" 1991/1995 ", "1989-07-02", "1997-07-02", "1991 – 1995 · both ends known to the year"),
    ],
)
def test_a_typed_date_is_flown_to_with_room(
    models: Models, text: str, start: str, end: str, words: str
) -> None:
    said: list[Message] = []
    models.messages.shown.connect(said.append)
    models.place.turn_to(Page.SOURCES)
    typed = models.navigator.go_to_date(text)
    assert (typed.words, typed.problem) == (words, "")
    view = models.viewport.viewport
    assert view.start == pytest.approx(parse(start).extent.earliest, abs=1.5)
    assert view.end == pytest.approx(parse(end).extent.earliest, abs=1.5)
    assert models.place.page is Page.TIMELINE
    assert [message.text for message in said] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("some day", "“some day” cannot be read as a date"),
        ("", "“” cannot be read as a date"),
        ("31 June 2021", "“31 June 2021” cannot be read as a date"),
        ("x" * 500, "“" + "x" * 40 + "…” cannot be read as a date"),
        ("1850", "1850 lies outside this library, which runs from 19"),
        ("about 3000 BC", "About 3000 BC lies outside this library"),
    ],
)
def test_a_date_that_cannot_be_shown_is_told_and_moves_nothing(models: Models, text: str, words: str) -> None:
    before = models.viewport.viewport
    typed = models.navigator.go_to_date(text)
    assert typed.problem.startswith(words)
    assert models.viewport.viewport == before


def test_an_event_found_is_shown(models: Models, qtbot: QtBot) -> None:
    hit = found(qtbot, models, "Cienfuegos", HitKind.EVENT)
    models.results.choose(hit)
    assert models.selection.current == hit.id
    assert in_sight(models, hit.id)


def test_a_passage_found_is_opened_in_its_source(models: Models, qtbot: QtBot) -> None:
    hit = found(qtbot, models, "fentanyl", HitKind.PASSAGE)
    models.results.choose(hit)
    settle(qtbot, models)
    assert models.place.page is Page.SOURCES
    assert models.reader.current == hit.id
    assert models.reader.state.detail is not None
    assert models.reader.state.detail.source.id == hit.source_id


def test_a_source_found_is_opened(models: Models, qtbot: QtBot) -> None:
    hit = found(qtbot, models, "Pfeiffer", HitKind.SOURCE)
    models.results.choose(hit)
    settle(qtbot, models)
    assert models.place.page is Page.SOURCES
    assert models.reader.state.detail is not None
    assert models.reader.state.detail.source.id == hit.id


@pytest.mark.parametrize(
    ("words", "kind", "group"),
    [
        ("Biden", HitKind.PERSON, FacetGroup.PEOPLE),
        ("DEA", HitKind.BODY, FacetGroup.PEOPLE),
        ("Mexico", HitKind.PLACE, FacetGroup.PLACE),
    ],
)
def test_an_actor_found_leaves_its_events_only(
    words: str, kind: HitKind, group: FacetGroup, models: Models, qtbot: QtBot
) -> None:
    models.place.turn_to(Page.SOURCES)
    hit = found(qtbot, models, words, kind)
    models.results.choose(hit)
    settle(qtbot, models)
    assert models.place.page is Page.TIMELINE
    assert models.facets.choice.of(group) == {hit.id}
    assert models.timeline.stage is not None
    assert 0 < models.timeline.stage.shown < 188


def test_an_actor_that_is_gone_changes_nothing(models: Models) -> None:
    models.navigator.take(Hit(HitKind.PERSON, 10**6, "Nobody", ""))
    models.navigator.take(Hit(HitKind.PLACE, 10**6, "Nowhere", ""))
    assert models.timeline.stage is not None
    assert models.timeline.stage.shown == 188


def test_the_entity_of_a_link_is_shown_on_the_page_that_is_open(models: Models, qtbot: QtBot) -> None:
    assert models.library.current is not None
    entity = next(one for one in models.library.current.contents.entities if one.kind is EntityKind.PLACE)
    models.place.turn_to(Page.LIST)
    models.navigator.show_entity(entity)
    settle(qtbot, models)
    assert models.place.page is Page.LIST
    assert models.facets.choice.of(FacetGroup.PLACE) == {entity.id}
