from datetime import date
from typing import Any

import pytest

from explorer.domain.days import day_number
from explorer.services.libraries import OpenLibrary
from explorer.services.web_page.gathering import Handed
from explorer.services.web_page.page_data import page_data
from explorer.services.web_page.safety import script_json
from tests.services.web_page.conftest import take

DAY = date(2023, 11, 23)
USUAL = ("us_synthetic_opioid_deaths", "us_overdose_deaths_all_drugs")


@pytest.fixture(scope="module")
def data(handed: Handed) -> dict[str, Any]:
    return page_data(handed, DAY, USUAL)


def event(data: dict[str, Any], title: str) -> dict[str, Any]:
    (found,) = [one for one in data["events"] if one["title"] == title]
    return found


def test_an_event_has_its_words_dates_quotations_and_neighbours(data: dict[str, Any]) -> None:
    summit = event(data, "Biden and Xi agree to restart drug cooperation")
    assert (summit["date"], summit["short"], summit["exact"]) == (
        "15 November 2023", "15 Nov 2023", "exact day",
    )  # fmt: skip
    day = day_number(2023, 11, 15)
    assert summit["time"] == [day, day, day + 1, day + 1]
    assert data["lanes"][summit["lane"]]["name"] == "Diplomacy: China"
    assert {"Joe Biden", "Xi Jinping"} <= {one["name"] for one in summit["who"]}
    said = [data["passages"][one["at"]] for one in summit["passages"]]
    assert any(one["words"].startswith("President Joe Biden met") for one in said)
    assert {data["sources"][one["source"]]["label"] for one in said} == {
        "The National Security article", "Pfeiffer",
    }  # fmt: skip
    led = [data["events"][one["at"]]["title"] for one in summit["led"]]
    assert "Xi promises Trump to control all fentanyl" in led
    assert all("ours" in one for one in summit["led"] if one["how"] == "made this possible")
    assert summit["url"].startswith("https://")
    assert data["start"] == data["events"].index(summit)


def test_relations_stand_on_both_sides(data: dict[str, Any]) -> None:
    pairs = {(at, one["at"]) for at, each in enumerate(data["events"]) for one in each.get("led", ())}
    back = {(one["at"], at) for at, each in enumerate(data["events"]) for one in each.get("then", ())}
    assert pairs == back
    assert len(pairs) > 70


def test_dates_keep_how_exact_they_are(data: dict[str, Any]) -> None:
    about = next(one for one in data["events"] if one["short"].startswith("c. "))
    assert about["exact"].startswith("about, within a")
    earliest, likely_from, likely_to, latest = about["time"]
    assert earliest < likely_from < likely_to < latest
    assert about["flags"] & 1
    unsure = [one for one in data["events"] if "doubts" in one]
    assert len(unsure) == 4


def test_claims_carry_their_sum_and_what_is_doubtful_in_it(data: dict[str, Any]) -> None:
    (doubled,) = [one for one in data["claims"] if "doubling" in one["words"]]
    assert doubled["sum"] == "36,359 → 73,838  ×2.03"
    assert (doubled["verdict"], doubled["tone"]) == ("holds, narrowly", "warn")
    assert any("73,838 ÷ 36,359" in step for step in doubled["steps"])
    with_claims = [one for one in data["events"] if one.get("claims")]
    assert with_claims


def test_figures_keep_their_gaps_and_what_was_not_checked(data: dict[str, Any]) -> None:
    drugs = data["series"][data["usual"][1]]
    assert drugs["title"].startswith("US drug overdose")
    assert len(drugs["runs"]) == 2, "two definitions are never joined"
    assert sum(len(run["points"]) for run in drugs["runs"]) == len(drugs["rows"])
    opioids = data["series"][data["usual"][0]]
    assert [row[3] for row in opioids["rows"]].count("") < len(opioids["rows"])
    assert 0 in {point[2] for run in opioids["runs"] for point in run["points"]}


def test_tours_name_what_is_on_the_page(data: dict[str, Any], library: OpenLibrary) -> None:
    assert [len(one["steps"]) for one in data["tours"]] == [14, 14]
    assert data["tour"] is None
    for tour in data["tours"]:
        for step in tour["steps"]:
            assert step["view"][0] < step["view"][1]
            assert "speaker" not in str(step)
    toured = page_data(take(library, tour="fifty-years", most=5), DAY, USUAL)
    (only,) = toured["tours"]
    assert (toured["tour"], only["title"]) == (0, "Fifty years in fifteen minutes")
    places = {step["event"] for step in only["steps"]}
    assert len(places) > 10
    assert places <= set(range(len(toured["events"])))


def test_what_is_left_out_stands_on_the_page(library: OpenLibrary, data: dict[str, Any]) -> None:
    assert data["leftOut"] == []
    assert page_data(take(library, most=20), DAY, USUAL)["leftOut"][0].startswith(
        "Shown are the 20 most important of 188 events."
    )


def test_it_is_small_and_says_when_it_was_made(data: dict[str, Any]) -> None:
    assert len(script_json(data).encode()) < 500_000
    assert "on 23 November 2023 from the library “Fentanyl and foreign relations”" in data["about"]
