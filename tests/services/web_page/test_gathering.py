"""What goes out: the part that was asked for, the most important of it, and nothing private."""

from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from explorer.domain.days import day_number
from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import Form
from explorer.domain.source import Document
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.web_page.gathering import Handed, gather
from explorer.services.web_page.maker import WebPages
from explorer.services.workers import Errand
from explorer.timeline.mask import Sieve
from explorer.viewmodels.series_choice import usual
from explorer.viewmodels.step_views import view_of_step
from tests.services.web_page.conftest import take
from tests.support.attaching import attach


def test_every_name_in_what_goes_out_is_among_it(handed: Handed) -> None:
    events = {whole.event.id for whole in handed.events}
    assert len(events) == handed.matching == 188
    for link in handed.evidence:
        assert link.event_id in events
        assert link.passage_id in handed.passages
    for relation in handed.relations:
        assert {relation.from_id, relation.to_id} <= events
    for passage in handed.passages.values():
        assert passage.source_id in handed.sources
    for whole in handed.events:
        assert set(whole.record_ids) <= set(handed.sources)
    assert set(handed.citations) == set(handed.sources)
    assert all(handed.citations.values())
    assert len(handed.claims) == 10
    assert all(worked.outcome.judgements or worked.outcome.reason for worked in handed.claims)


def test_events_are_by_time_and_the_bounds_hold_them(handed: Handed) -> None:
    starts = [whole.event.extent.earliest for whole in handed.events]
    assert starts == sorted(starts)
    assert handed.bounds[0] == day_number(1961, 3, 30)
    assert handed.bounds[1] >= day_number(2024)


def test_a_view_takes_its_events_lanes_bands_and_figures(library: OpenLibrary) -> None:
    start, end = float(day_number(2023, 11)), float(day_number(2023, 12))
    month = take(library, View(start, end))
    assert {"woodside-summit-2023", "apec-summit-2023"} <= {whole.event.slug for whole in month.events}
    assert all(one.event.extent.latest > start and one.event.extent.earliest < end for one in month.events)
    assert month.bounds == (start, end)
    lane = library.contents.themes[0]
    view = View(
        -1e9, 1e9, lanes=(lane.id,), bands=("prc-leader",), series=("us_heroin_deaths",), filters="Some."
    )
    narrowed = take(library, view)
    assert {whole.event.theme_id for whole in narrowed.events} == {lane.id}
    assert {era.band for era in narrowed.contents.eras} == {"prc-leader"}
    assert (narrowed.series, narrowed.filters) == (("us_heroin_deaths",), "Some.")


def test_a_filter_holds(library: OpenLibrary) -> None:
    important = library.index.importance[np.arange(library.index.size)] >= 5
    passed = take(library, View(-1e9, 1e9, Sieve.build(library.index, important)))
    assert len(passed.events) == int(important.sum())
    assert {whole.event.importance for whole in passed.events} == {5}


def test_of_too_many_the_most_important_go_out_and_those_of_the_tour(library: OpenLibrary) -> None:
    few = take(library, most=10)
    assert len(few.events) == 10
    assert few.matching == 188
    assert {whole.event.importance for whole in few.events} == {5}
    assert few.tours == (), "no tour leads to what is not there"
    toured = take(library, tour="summit", most=10)
    focused = {step.event_id for step in library.contents.tours[0].steps} - {None}
    assert focused <= {whole.event.id for whole in toured.events}
    assert [tour.slug for tour in toured.tours] == ["summit"]


def test_a_tour_is_found_by_slug_and_title_and_else_named(library: OpenLibrary) -> None:
    assert take(library, tour="summit", most=1).first_tour == "summit"
    assert take(library, tour="How the summit came about", most=1).first_tour == "summit"
    with pytest.raises(ReaderError, match=r"no tour named “nope” in this library\. It has “summit”"):
        take(library, tour="nope")


def test_a_tour_needs_all_its_time_whatever_is_in_view(library: OpenLibrary) -> None:
    assert take(library, View(-9e5, -8e5), tour="summit", most=1).matching == 188


def test_a_step_with_a_filter_knows_what_passes_it(library: OpenLibrary) -> None:
    first, *others = library.contents.tours[0].steps
    filtered = replace(first, filters='{"importance": 5}')
    tour = replace(library.contents.tours[0], steps=(filtered, *others))
    narrowed = take(replace(library, contents=replace(library.contents, tours=(tour,)))).narrowed
    assert list(narrowed) == [first.id]
    important = library.index.id[library.index.importance[np.arange(library.index.size)] >= 5]
    assert narrowed[first.id].event_ids == set(important.tolist())
    assert narrowed[first.id].filters == "importance 5 and above"


def test_where_nothing_lies_nothing_is_written(library: OpenLibrary) -> None:
    with pytest.raises(ReaderError, match="No event lies in this range"):
        take(library, View(-900_000.0, -800_000.0))


def test_it_can_be_called_off(library: OpenLibrary) -> None:
    errand = Errand()
    errand.call_off()
    with pytest.raises(CancelledError):
        gather(library, Order(Form.HTML, Path("page.html")), view_of_step, errand, lambda _share: None)


def test_notes_documents_and_what_the_speaker_says_stay_at_home(
    story_path: Path, resources: Path, tmp_path: Path
) -> None:
    library = open_library(story_path)
    try:
        with library.store.writing() as connection:
            connection.execute(text("UPDATE step SET speaker_note = 'PRIVATE'"))
            connection.execute(
                text(
                    "INSERT INTO note (uuid, target_kind, target_id, text, created, modified)"
                    " VALUES ('7b1d8a4c-2f7e-4a52-9a55-7f5d3a0e5a01', 'event', 1, 'PRIVATE', '', '')"
                )
            )
            attach(connection, Document(1, "PRIVATE.txt", "0" * 64, "utf-8", "PRIVATE words.", "2026-01-01"))
        pages = WebPages(resources / "web", usual, view_of_step)
        for form, make in ((Form.HTML, pages.page), (Form.TIMELINEJS, pages.timelinejs)):
            out = tmp_path / form.value
            make(library, Order(form, out), Errand(), lambda _share: None)
            written = out.read_text(encoding="utf-8")
            assert "Fentanyl and foreign relations" in written
            assert "PRIVATE" not in written
    finally:
        library.store.close()
