import html
import json
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from explorer.domain.event import Precision
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.web_page.gathering import Handed
from explorer.services.web_page.timelinejs import Values, left_out, story_data
from tests.services.web_page.conftest import take
from tests.support.hostile import HOSTILE, hostile_story

DAY = date(2023, 11, 23)
OURS = {"p", "b", "blockquote", "a"}


@pytest.fixture(scope="module")
def story(handed: Handed) -> Values:
    return story_data(handed, DAY)


def slide(story: Values, headline: str) -> Values:
    (found,) = [one for one in story["events"] if one["text"]["headline"] == headline]
    return found


def test_every_event_is_a_slide_in_its_lane(story: Values, handed: Handed) -> None:
    assert len(story["events"]) == 188
    assert {one["group"] for one in story["events"]} == {theme.name for theme in handed.contents.themes}
    assert len({one["unique_id"] for one in story["events"]}) == 188
    assert [era["text"]["headline"] for era in story["eras"]][:3] == ["Nixon", "Ford", "Carter"]
    assert "scale" not in story


def test_a_slide_has_summary_quotations_sources_and_citation(story: Values) -> None:
    text = slide(story, "Biden and Xi agree to restart drug cooperation")["text"]["text"]
    assert text.startswith("<p>At Filoli, south of San Francisco")
    assert "<blockquote>“President Joe Biden met with Chinese President Xi Jinping" in text
    assert "The National Security article (reports). Paragraph 3 of 17." in text
    assert "<b>Citation:</b>" in text
    assert 'rel="noopener noreferrer"' in text


def test_dates_are_no_more_exact_than_they_are_known(story: Values, handed: Handed) -> None:
    known = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
    for whole, made in zip(handed.events, story["events"], strict=True):
        if not whole.event.end and whole.event.precision in known:
            assert len(made["start_date"]) == known[whole.event.precision], whole.event.slug
            assert "end_date" not in made
    about = next(one for one in story["events"] if one["display_date"].startswith("about"))
    assert "day" not in about["start_date"]
    lasting = slide(story, "Operation Intercept all but closes the Mexican border")
    assert lasting["end_date"] == {"year": 1969, "month": 10, "day": 11}
    assert lasting["display_date"] == "21 September – 11 October 1969"


def test_what_was_not_checked_says_so_beside_the_date(story: Values) -> None:
    said = [one["display_date"] for one in story["events"] if "not checked" in one["display_date"]]
    assert len(said) == 4
    assert any(one.endswith("· Date not checked, Citation not checked") for one in said)
    assert "Not checked, of 188 events: 2 dates, 4 citations." in story["title"]["text"]["text"]


def test_a_tour_is_its_steps(library: OpenLibrary) -> None:
    toured = take(library, tour="summit")
    story = story_data(toured, DAY)
    assert len(story["events"]) == 14
    assert story["title"]["text"]["headline"] == "How the summit came about"
    third = story["events"][2]["text"]
    assert third["headline"] == "Xi promises Trump to control all fentanyl"
    assert third["text"].startswith("<p><b>Step 3 of 14: A promise at dinner</b></p>")
    assert any("order of time" in one for one in left_out(toured))


def test_a_step_without_an_event_shows_its_time(library: OpenLibrary) -> None:
    from dataclasses import replace

    toured = take(library, tour="summit")
    tour = toured.tours[0]
    step = replace(tour.steps[0], event_id=None, view_start="2010", view_end="2024-03")
    made = story_data(replace(toured, tours=(replace(tour, steps=(step,)),)), DAY)["events"][0]
    assert (made["start_date"], made["end_date"]) == ({"year": 2010}, {"year": 2024, "month": 3})


def test_times_beyond_all_people_are_counted_in_years(handed: Handed) -> None:
    from dataclasses import replace

    first = handed.events[0]
    old = replace(first, event=replace(first.event, start="Y-4500000000", end=None))
    story = story_data(replace(handed, events=(old, *handed.events[1:])), DAY)
    assert story["scale"] == "cosmological"
    assert {tuple(one["start_date"]) for one in story["events"]} == {("year",)}
    assert story["events"][0]["start_date"]["year"] == -4_500_000_000


def test_it_says_what_has_no_place_in_it(handed: Handed, library: OpenLibrary) -> None:
    assert [one.split(":")[0] for one in left_out(handed)] == [
        "TimelineJS has one row of eras", "TimelineJS shows no figures",
    ]  # fmt: skip
    few = take(library, most=7)
    assert left_out(few)[0].startswith("Shown are the 7 most important of 188 events.")
    assert "Shown are the 7 most important" in story_data(few, DAY)["title"]["text"]["text"]


class Tags(HTMLParser):
    """The elements in a text, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data


def test_hostile_texts_stay_texts_however_often_they_are_read(story_library: Path, tmp_path: Path) -> None:
    opened = open_library(hostile_story(story_library, tmp_path / "hostile.tlx"))
    try:
        story = story_data(take(opened, most=60), DAY)
    finally:
        opened.store.close()
    assert all(one["autolink"] is False for one in (story["title"], *story["events"]))
    for one in story["events"]:
        for text in (one["text"]["headline"], one["text"]["text"]):
            for tag, given in Tags(text).found:
                assert tag in OURS
                assert set(given) <= {"href", "target", "rel"}
                assert (given.get("href") or "https://").startswith("https://")
        for text in (one["group"], one["display_date"]):
            for _ in range(3):
                text = html.unescape(text)
                assert not set("<>'\"") & set(text)
    headlines = {Tags(one["text"]["headline"]).said for one in story["events"]}
    assert {one.replace("'", "’") for one in HOSTILE} <= headlines
    assert json.loads(json.dumps(story)) == story
