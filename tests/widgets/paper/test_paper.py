"""Sheets of every size: nothing outside, nothing over another, nothing unsaid."""

from dataclasses import replace
from pathlib import Path as FilePath

import numpy as np
import pytest

from explorer.domain.days import day_number
from explorer.domain.handing_out import PAPERS, Form, Part
from explorer.services.handing_out.order import Order, View
from explorer.widgets.paper.items import Boxes, Cut, Fade, Path, Rounded, words_of

OUT = FilePath("unused")
SUMMIT, FIFTY = "summit", "fifty-years"
ALL = None
YEARS = View(day_number(2018), day_number(2024))
DAY = View(day_number(2023, 11, 15), day_number(2023, 11, 16))
NOTHING = View(day_number(1500), day_number(1600))


def paper(form, view, name, **more):
    return Order(form, OUT, view, paper=name, **more)


def picture(view, width, height, **more):
    return Order(Form.PNG, OUT, view, width=width, height=height, **more)


VARIANTS = {
    "handout": paper(Form.PDF, ALL, "a4"),
    "handout across": paper(Form.PDF, DAY, "letter", landscape=True),
    "handout of nothing": paper(Form.PDF, NOTHING, "a4"),
    "handout of a tour": paper(Form.PDF, ALL, "a4", tour=SUMMIT, parts=(Part.TIMELINE,)),
    "posters of a tour": paper(Form.POSTER, ALL, "a3", tour=FIFTY),
    "pictures of a tour": picture(ALL, 1280, 720, tour=SUMMIT),
    "picture": picture(YEARS, 1600, 1000),
    "smallest picture": picture(ALL, 320, 200, ratio=3.0),
    "strip": picture(DAY, 4000, 1000),
    "tower": picture(ALL, 1000, 4000),
    "large": picture(DAY, 1600, 1000, ratio=2.0),
}
POSTERS = {
    one.name: paper(Form.POSTER, ALL, one.name, landscape=bool(at % 2)) for at, one in enumerate(PAPERS)
}
VARIANTS |= POSTERS
DAYS = paper(Form.PDF, View(day_number(2023, 11, 10), day_number(2023, 11, 18)), "a4")
"""A handout with some of everything."""


def rooms(sheet, faces):
    """Where each text has ink, as left, top, right, bottom."""
    found = [
        (one.left, one.y - 0.72 * faces.ascent(one.face), one.left + one.width, one.y)
        for one in words_of(sheet.items)
        if one.text
    ]
    return np.array(found)


def overlaps(sheet, faces):
    """Pairs of texts of which one stands over the other."""
    texts = [one.text for one in words_of(sheet.items) if one.text]
    left, top, right, bottom = rooms(sheet, faces).T
    grain = sheet.width / 3_000
    over = (left[:, None] < right - grain) & (left < right[:, None] - grain)
    over &= (top[:, None] < bottom - grain) & (top < bottom[:, None] - grain)
    return [(texts[one], texts[other]) for one, other in zip(*np.nonzero(np.triu(over, 1)), strict=True)]


def corners(items):
    """The corners of all shapes; what is cut counts as its frame."""
    for item in items:
        match item:
            case Boxes():
                yield item.boxes[:, :2]
                yield item.boxes[:, :2] + item.boxes[:, 2:]
            case Path():
                yield item.points
            case Rounded() | Fade() | Cut():
                yield np.array([[item.x, item.y], [item.x + item.width, item.y + item.height]])


@pytest.mark.parametrize("order", VARIANTS.values(), ids=VARIANTS.keys())
def test_nothing_is_outside_the_sheet_and_no_text_over_another(order, draw, story):
    sheets, faces = draw(story, order)
    for sheet in sheets:
        left, top, right, bottom = rooms(sheet, faces).T
        assert left.min() >= 0
        assert top.min() >= 0
        assert right.max() <= sheet.width
        assert bottom.max() <= sheet.height
        points = np.vstack(list(corners(sheet.items)))
        assert points.min() >= 0
        assert (points <= (sheet.width, sheet.height)).all()
        assert overlaps(sheet, faces) == []


@pytest.mark.parametrize("name", ["hostile", "empty"])
@pytest.mark.parametrize("order", [DAYS, POSTERS["A4"]], ids=["handout", "poster"])
def test_any_text_and_none_at_all_is_laid_out(name, order, draw, request):
    sheets, faces = draw(request.getfixturevalue(name), order)
    for sheet in sheets:
        _, _, right, bottom = rooms(sheet, faces).T
        assert right.max() <= sheet.width
        assert bottom.max() <= sheet.height
        assert overlaps(sheet, faces) == []


def texts_of(sheets):
    return [[one.text for one in words_of(sheet.items)] for sheet in sheets]


def said(sheets):
    return "\n".join(text for sheet in texts_of(sheets) for text in sheet)


def test_every_page_has_its_number_and_the_state_of_what_it_shows(draw, story):
    sheets, _ = draw(story, DAYS)
    assert len(sheets) > 3
    for number, page in enumerate(texts_of(sheets), start=1):
        assert f"Page {number} of {len(sheets)}" in page
        assert any(text.endswith("not checked") and "events shown" in text for text in page)


def test_a_poster_is_a_page_with_number_sources_legend_and_state(draw, story):
    (sheet,), _ = draw(story, POSTERS["A4"])
    text = said([sheet])
    assert "Page 1 of 1" in text
    assert "Sources: " in text
    assert "Figures: " in text
    assert "date or citation not checked" in text
    assert "188 of 188 events shown, 4 not checked" in text


def test_notes_on_sources_are_not_cut_where_there_is_room(draw, story):
    (sheet,), _ = draw(story, POSTERS["A4"])
    assert "WONDER for 1999-2017" in said([sheet]).replace("\n", " ")


def test_a_high_poster_tells_the_most_important_events_below(draw, story):
    (upright,), _ = draw(story, POSTERS["Arch E"])
    (across,), _ = draw(story, replace(POSTERS["A3"], landscape=True))
    assert "The most important events" in said([upright])
    assert "The most important events" not in said([across])


def test_what_was_not_checked_has_a_dagger_at_its_mark(draw, story):
    (sheet,), _ = draw(story, picture(ALL, 1600, 1000))
    assert "Calderón sends troops †" in texts_of([sheet])[0]


def test_a_handout_has_the_parts_that_were_asked_for(draw, story):
    headings = {
        Part.EVENTS: "Events",
        Part.QUOTATIONS: "What the sources say",
        Part.QUESTIONS: "Questions",
    }
    for part, heading in headings.items():
        sheets, _ = draw(story, replace(DAYS, parts=(part,)))
        text = said(sheets).splitlines()
        assert heading in text
        assert "Sources" in text
        assert not set(headings.values()) - {heading} & set(text)


def test_the_timeline_runs_over_several_pages_after_the_whole(draw, story):
    sheets, _ = draw(story, VARIANTS["handout"])
    pages = texts_of(sheets)
    spans = [next(text for text in page if "–" in text and text[:4].isdecimal()) for page in pages[:5]]
    assert spans == ["1960 – 2025", "1960 – 1985", "1986 – 2006", "2007 – 2017", "2018 – 2025"]
    assert "date or citation not checked" in pages[0]


def test_a_question_has_room_to_answer(draw, story):
    sheets, _ = draw(story, replace(DAYS, parts=(Part.QUESTIONS,)))
    margin = min(one.left for one in words_of(sheets[0].items))
    answers = [
        item
        for sheet in sheets
        for item in sheet.items
        if isinstance(item, Path) and len(item.points) == 2 and item.points[0, 0] > margin + 1
    ]
    boxes = [item for sheet in sheets for item in sheet.items if isinstance(item, Rounded) and item.stroke]
    questions = [
        text for page in texts_of(sheets) for text in page if text[:-1].isdecimal() and text[-1] == "."
    ]
    assert len(questions) > 3
    assert len(answers) == 3 * (len(questions) - 1)
    assert len(boxes) == 5


def test_a_quotation_keeps_its_own_marks_and_says_whether_it_was_compared(draw, story):
    text = said(draw(story, VARIANTS["handout"])[0])
    assert "not compared with a copy of the source here" in text
    joined = text.replace("\n", " ")
    assert "“he was “sincerely committed” to preventing drug trafficking across the U.S. border”" in joined


def test_a_tour_is_told_step_by_step_with_the_legend_first(draw, story):
    tour = next(one for one in story.contents.tours if one.slug == SUMMIT)
    text = said(draw(story, VARIANTS["handout of a tour"])[0])
    places = [text.index(f"{number} {step.title}") for number, step in enumerate(tour.steps, start=1)]
    assert places == sorted(places)
    assert text.index("date or citation not checked") < places[0]
    assert tour.audience in text


def test_a_step_shows_its_quotation_and_only_its_lanes(draw, story):
    sheets, _ = draw(story, VARIANTS["pictures of a tour"])
    tour = next(one for one in story.contents.tours if one.slug == SUMMIT)
    assert len(sheets) == len(tour.steps)
    for step, page in zip(tour.steps, texts_of(sheets), strict=True):
        assert step.title in page
        names = {theme.name for theme in story.contents.themes if not step.lanes or theme.id in step.lanes}
        others = {theme.name for theme in story.contents.themes} - names
        assert names <= set(page)
        assert not others & set(page)
    assert any("also a bargaining chip Xi can trade" in text for text in texts_of(sheets)[7])


def test_an_empty_library_says_that_there_is_nothing(draw, empty):
    sheets, _ = draw(empty, VARIANTS["handout"])
    text = said(sheets)
    assert "No event lies in this time and passes the filters." in text
    assert "0 of 0 events shown, 0 not checked" in text
