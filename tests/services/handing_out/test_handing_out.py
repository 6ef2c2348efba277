"""What a handout says, gathered from a library."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.domain.days import day_number
from explorer.domain.handing_out import Form, HandedOut, Part
from explorer.services.handing_out import gathering
from explorer.services.handing_out.asking import IN_ORDER, noted
from explorer.services.handing_out.content import Asked
from explorer.services.handing_out.gathering import counted, gather, tour_named
from explorer.services.handing_out.handing import HandingOut
from explorer.services.handing_out.narrowing import foremost_ids, rows_in, sieve_of, whole_view
from explorer.services.handing_out.order import Order, View
from explorer.services.handing_out.pacing import EVERY, Pace
from explorer.services.libraries import open_library
from explorer.services.workers import CancelledError, Errand, Workers
from explorer.store.reads.standing import cards_of, unchecked_ids

AUTUMN = View(day_number(2023, 10), day_number(2024))


@pytest.fixture(scope="module")
def library(story_library):
    found = open_library(story_library)
    yield found
    found.store.close()


def gathered(library, view, parts=tuple(Part), tour=None):
    shown = counted(library, [(view, None)])
    return gather(library, shown, tour, parts, Errand(), lambda _share: None, listed=False)


def test_all_of_a_library_is_in_the_view_of_all(library):
    view = whole_view(library)
    rows = rows_in(library, view, sieve_of(library, view))
    assert len(rows) == library.index.size
    (shown,) = counted(library, [(view, None)])
    with library.store.reading() as connection:
        assert shown.counted.unchecked == len(unchecked_ids(connection)) > 0


def test_a_choice_of_lanes_narrows_what_a_view_holds(library):
    theme = library.contents.themes[0]
    view = replace(whole_view(library), lanes=(theme.id,))
    rows = rows_in(library, view, sieve_of(library, view))
    assert set(library.index.lane[rows].tolist()) == {0}
    assert 0 < len(rows) < library.index.size


def test_of_many_events_the_most_important_are_told_and_the_rest_counted(library, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_EVENTS", 5)
    content = gathered(library, AUTUMN, ())
    assert len(content.events) == 5
    assert content.counted.in_view > 5
    assert [told.event.start for told in content.events] == sorted(
        told.event.start for told in content.events
    )
    rows = rows_in(library, AUTUMN, None)
    most = np.sort(library.index.importance[rows])[::-1][:5].tolist()
    assert sorted((told.event.importance for told in content.events), reverse=True) == most
    assert {told.event.id for told in content.events} == set(foremost_ids(library, rows, 5))


def test_of_events_alike_some_of_all_lanes_are_told(library):
    rows = np.flatnonzero(library.index.importance == 3)
    ids = foremost_ids(library, rows, 40)
    assert len(set(ids)) == 40
    lanes = {int(library.index.lane[library.index.row_of(one)]) for one in ids}
    assert lanes == set(library.index.lane[rows].tolist())


def test_each_quotation_stands_once_with_its_citation_and_its_events(library):
    content = gathered(library, AUTUMN)
    words = [quoted.card.passage.id for quoted in content.quotations]
    assert len(words) == len(set(words)) == content.quotations_in_view
    titles = {told.event.title for told in content.events}
    for quoted in content.quotations:
        assert quoted.card.passage.selector.exact
        assert quoted.citation
        assert quoted.events
        assert set(quoted.events) <= titles


def test_cards_come_by_event(library):
    rows = rows_in(library, AUTUMN, None)
    ids = library.index.id[rows].tolist()
    with library.store.reading() as connection:
        cards = cards_of(connection, ids)
    assert cards
    assert set(cards) <= set(ids)


def test_questions_ask_only_for_what_the_view_can_answer(library):
    content = gathered(library, AUTUMN)
    kinds = {question.kind for question in content.questions}
    assert {Asked.ORDER, Asked.WHO, Asked.DIFFER, Asked.CLAIM} <= kinds
    order = next(one for one in content.questions if one.kind is Asked.ORDER)
    assert 2 < len(order.matter) <= IN_ORDER
    assert list(order.matter) == sorted(order.matter)
    titles = {told.event.title for told in content.events}
    assert set(order.matter) <= titles
    assert gathered(library, View(day_number(1500), day_number(1501))).questions == ()


def test_the_questions_in_the_notes_of_a_tour_come_first(library):
    tour = tour_named(library, "summit")
    step = replace(tour.steps[0], speaker_note="Wait. Ask: who gains? Then go on. Ask: who gains?")
    (question,) = noted(replace(tour, steps=(step,)))
    assert (question.kind, question.matter) == (Asked.NOTED, ("Who gains?", step.title))


def test_a_tour_is_found_by_its_title_too(library):
    assert tour_named(library, "How the summit came about") == tour_named(library, "summit")


def test_work_that_is_called_off_ends_at_its_next_steps():
    errand = Errand()
    pace = Pace(errand)
    seen = []

    def work():
        for number in pace.over(range(100)):
            seen.append(number)
            errand.call_off()

    with pytest.raises(CancelledError):
        work()
    assert len(seen) < EVERY


def test_an_order_is_carried_out_on_a_thread_of_its_own(library, tmp_path):
    def make(_library, order, _errand, progress):
        progress(1.0)
        return HandedOut((str(order.out),), 1)

    workers = Workers()
    try:
        handing = HandingOut(workers, {Form.SVG: make}, lambda *_given: "sheets")
        assert handing.forms == (Form.SVG,)
        shares = []
        order = Order(Form.SVG, tmp_path / "a.svg")
        assert handing.write(library, order, Errand(), shares.append).result().pages == 1
        assert shares == [1.0]
        assert handing.draw(library, order, Errand(), shares.append).result() == "sheets"
    finally:
        workers.close()
