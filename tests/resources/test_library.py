"""The shipped story: every file against its schema, every link, every date, every quotation."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from explorer.domain.days import FIRST_DAY
from explorer.domain.edtf import event_date, parse
from explorer.domain.passage import Stance
from explorer.domain.periods import period_in_words, read_period
from explorer.domain.tour_draft import SENTENCES
from explorer.services.suggesting.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "resources" / "library"
SEEDS = ROOT.parent / "shared" / "seeds"
QUOTED_WORDS = 25
PLACE_OF = {"quotation": "passage", "claim": "claim"}


def load(name: str) -> Any:
    return json.loads((LIBRARY / f"{name}.json").read_text("utf-8"))


FILES = sorted(path.stem for path in LIBRARY.glob("*.json"))
SERIES = sorted(path.stem.removesuffix(".meta") for path in (LIBRARY / "series").glob("*.meta.json"))


@pytest.fixture(scope="module")
def story() -> dict[str, Any]:
    return {name: load(name) for name in FILES}


def ids(records: list[dict[str, Any]]) -> set[str]:
    return {record["id"] for record in records}


def rows(series: str) -> list[dict[str, str]]:
    with (LIBRARY / "series" / f"{series}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class TestSchemas:
    def test_every_schema_is_used_and_every_file_has_one(self) -> None:
        schemas = {path.name.removesuffix(".schema.json") for path in (LIBRARY / "schema").glob("*.json")}
        assert schemas == {*FILES, "series.meta", "series.provenance"}

    @pytest.mark.parametrize(
        ("name", "schema"),
        [(name, name) for name in FILES]
        + [(f"series/{name}.meta", "series.meta") for name in SERIES]
        + [("series/provenance", "series.provenance")],
    )
    def test_file_fits_its_schema(self, name: str, schema: str) -> None:
        rules = load(f"schema/{schema}.schema")
        Draft202012Validator.check_schema(rules)
        problems = [
            f"{error.json_path}: {error.message}"
            for error in Draft202012Validator(rules).iter_errors(load(name))
        ]
        assert problems == []

    def test_the_evidence_schema_says_that_stances_are_our_reading(self) -> None:
        rules = load("schema/evidence.schema")
        assert "our reading" in rules["description"]
        assert all(f"{stance}:" in rules["description"] for stance in Stance)


class TestLinks:
    @pytest.mark.parametrize(
        "name",
        [
            "events",
            "seed_claims",
            "people",
            "orgs",
            "places",
            "themes",
            "eras",
            "checks",
            "concordance",
            "tours",
        ],
    )
    def test_ids_are_unique(self, story: dict[str, Any], name: str) -> None:
        assert [key for key, count in Counter(each["id"] for each in story[name]).items() if count > 1] == []

    def test_sources_are_unique(self, story: dict[str, Any]) -> None:
        names = [each["id"] for part in ("seeds", "records") for each in story["sources"][part]]
        assert len(names) == len(set(names))

    def test_the_start_event_exists(self, story: dict[str, Any]) -> None:
        assert story["library"]["start_event"] in ids(story["events"])

    def test_events_point_at_what_exists(self, story: dict[str, Any]) -> None:
        actors = ids(story["people"]) | ids(story["orgs"])
        sources = {each["id"] for part in ("seeds", "records") for each in story["sources"][part]}
        for event in story["events"]:
            assert event["theme"] in ids(story["themes"]), event["id"]
            assert set(event["actors"]) <= actors, event["id"]
            assert set(event["places"]) <= ids(story["places"]), event["id"]
            assert set(event["source_ids"]) <= sources, event["id"]
            linked = [claim["id"] for claim in story["seed_claims"] if event["id"] in claim["event_ids"]]
            assert event["seed_claim_ids"] == linked, event["id"]
        assert set(story["provenance"]) == ids(story["events"])

    def test_people_and_bodies_do_not_share_ids(self, story: dict[str, Any]) -> None:
        assert ids(story["people"]) & ids(story["orgs"]) == set()

    def test_claims_point_at_what_exists(self, story: dict[str, Any]) -> None:
        actors = ids(story["people"]) | ids(story["orgs"])
        for claim in story["seed_claims"]:
            assert claim["seed"] in ids(story["sources"]["seeds"]), claim["id"]
            assert set(claim["actors"]) <= actors, claim["id"]
            assert set(claim["places"]) <= ids(story["places"]), claim["id"]
            assert set(claim["event_ids"]) <= ids(story["events"]), claim["id"]

    def test_relations_point_at_what_exists(self, story: dict[str, Any]) -> None:
        for link in story["relations"]:
            assert {link["from"], link["to"]} <= ids(story["events"]), link
            assert link["from"] != link["to"], link
            if link["status"] == "seed":
                assert link["basis"] in ids(story["seed_claims"]), link
        assert len({(link["from"], link["to"], link["kind"]) for link in story["relations"]}) == len(
            story["relations"]
        )

    def test_concordance_points_at_what_exists(self, story: dict[str, Any]) -> None:
        side = {claim["id"]: claim["seed"] for claim in story["seed_claims"]}
        for entry in story["concordance"]:
            assert set(entry["event_ids"]) <= ids(story["events"]), entry["id"]
            for name in ("seed_a", "seed_b"):
                assert {side[claim] for claim in entry[name]["claim_ids"]} <= {name.replace("_", "-")}, entry[
                    "id"
                ]

    def test_eras_and_tours_point_at_what_exists(self, story: dict[str, Any]) -> None:
        for era in story["eras"]:
            assert era["person"] is None or era["person"] in ids(story["people"]), era["id"]
            assert era["country"] in ids(story["places"]), era["id"]
        for tour in story["tours"]:
            for step in tour["steps"]:
                assert step["focus_event"] in ids(story["events"]), step["title"]
                assert set(step["lanes"] or ()) <= ids(story["themes"]), step["title"]
                assert {step.get("focus_passage")} - {None} <= ids(story["seed_claims"]), step["title"]
                assert {step.get("focus_claim")} - {None} <= ids(story["checks"]), step["title"]
                assert set(step.get("series", ())) <= set(SERIES), step["title"]


class TestTours:
    @pytest.fixture
    def steps(self, story: dict[str, Any]) -> list[dict[str, Any]]:
        return [step for tour in story["tours"] for step in tour["steps"]]

    def test_every_step_says_one_to_three_sentences_and_has_a_note(self, steps: list[dict[str, Any]]) -> None:
        for step in steps:
            assert 1 <= len(list(sentences(step["say"]))) <= SENTENCES, step["title"]
            assert step["speaker_note"].strip(), step["title"]

    def test_the_event_in_focus_stands_in_the_view_and_its_lanes(
        self, story: dict[str, Any], steps: list[dict[str, Any]]
    ) -> None:
        events = {event["id"]: event for event in story["events"]}
        for step in steps:
            event = events[step["focus_event"]]
            view = event_date(step["view_start"], step["view_end"]).extent
            focus = event_date(event["start_edtf"], event["end_edtf"]).extent
            assert view.earliest <= focus.likely_start < view.latest, step["title"]
            assert event["theme"] in (step["lanes"] or [event["theme"]]), step["title"]

    def test_each_kind_of_step_occurs_and_has_what_it_shows(
        self, story: dict[str, Any], steps: list[dict[str, Any]]
    ) -> None:
        shown = Counter(step.get("show", "view") for step in steps)
        assert min(shown["quotation"], shown["claim"]) >= 3
        quotes = {claim["id"]: claim["quote"] for claim in story["seed_claims"]}
        for step in steps:
            kind = step.get("show", "view")
            assert kind == "view" or f"focus_{PLACE_OF[kind]}" in step, step["title"]
            if kind == "quotation":
                assert len(quotes[step["focus_passage"]].split()) <= QUOTED_WORDS, step["title"]

    def test_the_figures_of_a_claim_stand_in_the_view(
        self, story: dict[str, Any], steps: list[dict[str, Any]]
    ) -> None:
        checks = {check["id"]: check for check in story["checks"]}
        for step in steps:
            view = event_date(step["view_start"], step["view_end"]).extent
            for working in checks[step["focus_claim"]]["workings"] if "focus_claim" in step else ():
                assert {working["series"], working.get("other_series")} - {None} <= set(step["series"])
                for period in working["periods"]:
                    read = parse(read_period(period)).extent
                    assert view.earliest <= read.earliest < read.latest <= view.latest, step["title"]


class TestLabels:
    def test_labels_are_unique(self, story: dict[str, Any]) -> None:
        counts = Counter(event["label"] for event in story["events"])
        assert [label for label, count in counts.items() if count > 1] == []

    def test_no_label_is_longer_than_its_title(self, story: dict[str, Any]) -> None:
        longer = [event["id"] for event in story["events"] if len(event["label"]) > len(event["title"])]
        assert longer == []


class TestDates:
    def test_every_date_is_edtf_within_recorded_time(self, story: dict[str, Any]) -> None:
        dates = [
            event_date(each["start_edtf"], each["end_edtf"])
            for name in ("events", "eras")
            for each in story[name]
        ]
        dates += [parse(claim["date_edtf"]) for claim in story["seed_claims"] if claim["date_edtf"]]
        dates += [
            event_date(step["view_start"], step["view_end"])
            for tour in story["tours"]
            for step in tour["steps"]
        ]
        for date in dates:
            extent = date.extent
            assert FIRST_DAY < extent.earliest <= extent.likely_start < extent.likely_end <= extent.latest, (
                date
            )

    def test_events_are_in_order_of_time(self, story: dict[str, Any]) -> None:
        starts = [parse(event["start_edtf"]).extent.likely_start for event in story["events"]]
        assert starts == sorted(starts)


class TestQuotations:
    def test_no_quotation_is_longer_than_25_words_with_what_stands_around_it(
        self, story: dict[str, Any]
    ) -> None:
        for claim in story["seed_claims"]:
            whole = claim.get("prefix", "") + claim["quote"] + claim.get("suffix", "")
            assert len(whole.split()) <= QUOTED_WORDS, claim["id"]

    def test_quotation_and_offsets_have_one_length(self, story: dict[str, Any]) -> None:
        for claim in story["seed_claims"]:
            assert claim["char_end"] - claim["char_start"] == len(claim["quote"]), claim["id"]

    def test_claims_are_in_reading_order(self, story: dict[str, Any]) -> None:
        for seed in ids(story["sources"]["seeds"]):
            starts = [claim["char_start"] for claim in story["seed_claims"] if claim["seed"] == seed]
            assert starts == sorted(starts)

    def test_every_quotation_stands_at_its_offsets(self, story: dict[str, Any]) -> None:
        """Against the articles where they are at hand, else against a text rebuilt from the offsets."""
        for seed in story["sources"]["seeds"]:
            claims = [claim for claim in story["seed_claims"] if claim["seed"] == seed["id"]]
            path = SEEDS / seed["file"]
            text = path.read_bytes().decode("utf-8") if path.exists() else rebuilt(claims, seed["characters"])
            assert len(text) == seed["characters"]
            for claim in claims:
                start, end = claim["char_start"], claim["char_end"]
                prefix, suffix = claim.get("prefix", ""), claim.get("suffix", "")
                assert text[start:end] == claim["quote"], claim["id"]
                assert text[start - len(prefix) : start] == prefix, claim["id"]
                assert text[end : end + len(suffix)] == suffix, claim["id"]
                assert text.count(prefix + claim["quote"] + suffix) == 1, claim["id"]


def rebuilt(claims: list[dict[str, Any]], characters: int) -> str:
    """A text with nothing in it but the quotations at their places: two that overlap must agree."""
    text = ["·"] * characters
    for claim in claims:
        prefix = claim.get("prefix", "")
        whole = prefix + claim["quote"] + claim.get("suffix", "")
        start = claim["char_start"] - len(prefix)
        for place, character in enumerate(whole, start=start):
            assert text[place] in ("·", character), claim["id"]
            text[place] = character
    return "".join(text)


class TestEvidence:
    def test_every_link_of_a_passage_has_one_stance(self, story: dict[str, Any]) -> None:
        linked = [(claim["id"], event) for claim in story["seed_claims"] for event in claim["event_ids"]]
        assert [(each["claim"], each["event"]) for each in story["evidence"]] == linked

    def test_what_is_not_plain_is_explained(self, story: dict[str, Any]) -> None:
        for each in story["evidence"]:
            assert each["stance"] == Stance.REPORTS or each.get("note"), each

    def test_the_articles_speak_of_their_events(self, story: dict[str, Any]) -> None:
        """An event of which a passage is only an example is one of the context, unless another names it."""
        spoken = {each["event"] for each in story["evidence"] if not each.get("example")}
        assert spoken >= {event["id"] for event in story["events"] if event["layer"] == "seed"}
        examples = {each["event"] for each in story["evidence"] if each.get("example")}
        assert len(examples - spoken) == 21
        assert examples & spoken == {"prc-countermeasures-2022"}

    def test_a_relation_told_by_a_passage_joins_events_it_speaks_of(self, story: dict[str, Any]) -> None:
        spoken = {(each["claim"], each["event"]) for each in story["evidence"] if not each.get("example")}
        for link in story["relations"]:
            assert (link["basis"] == "context") == (link["status"] == "reading"), link
            if link["status"] == "seed":
                assert {(link["basis"], link["from"]), (link["basis"], link["to"])} & spoken, link

    def test_disputes_agree_with_the_concordance(self, story: dict[str, Any]) -> None:
        """Where the articles read one thing in two ways, a passage disputes it. No other event is disputed
        but the letter, whose content a passage calls false.
        """
        disputed = {
            each["event"]: each["claim"] for each in story["evidence"] if each["stance"] == Stance.DISPUTES
        }
        conflicts = [entry for entry in story["concordance"] if entry["relation"] == "conflict-of-reading"]
        assert len(conflicts) == 2
        covered = set()
        for entry in conflicts:
            claims = {*entry["seed_a"]["claim_ids"], *entry["seed_b"]["claim_ids"]}
            found = {event for event in entry["event_ids"] if disputed.get(event) in claims}
            assert found, entry["id"]
            covered |= found
        assert set(disputed) - covered == {"amlo-letter-xi"}

    def test_judgements_in_conflict_are_questions_not_disputes(self, story: dict[str, Any]) -> None:
        stance = {(each["claim"], each["event"]): each["stance"] for each in story["evidence"]}
        assert stance["b-027", "woodside-summit-2023"] == Stance.QUESTIONS


class TestFigures:
    def test_checks_name_series_and_claims_that_exist(self, story: dict[str, Any]) -> None:
        for check in story["checks"]:
            assert set(check["claim_ids"]) <= ids(story["seed_claims"]), check["id"]
            assert {name.removesuffix(".csv") for name in check["series"]} <= set(SERIES), check["id"]

    def test_workings_read_figures_that_exist(self, story: dict[str, Any]) -> None:
        worked = [(check, one) for check in story["checks"] for one in check["workings"]]
        assert len(worked) == 11
        for check, working in worked:
            read = [(working["series"], working["line"])]
            if "other_series" in working:
                read.append((working["other_series"], working["other_line"]))
            for series, line in read:
                assert f"{series}.csv" in check["series"], check["id"]
                for period in working["periods"]:
                    year = period_in_words(read_period(period)).removeprefix("FY")
                    found = [
                        row
                        for row in rows(series)
                        if year in list(row.values())[:1] and line in ("", *row.values())
                    ]
                    assert len(found) == 1, (check["id"], series, line, period)

    def test_every_claim_with_a_series_has_a_test(self, story: dict[str, Any]) -> None:
        for check in story["checks"]:
            assert bool(check["workings"]) == bool(check["series"]), check["id"]

    def test_the_sums_can_be_worked(self, story: dict[str, Any]) -> None:
        """The stored figures of the checks, worked anew from the rows."""
        computed = {check["id"]: check["computed"] for check in story["checks"]}
        deaths = {row["year"]: float(row["deaths"]) for row in rows("us_synthetic_opioid_deaths")}
        everyone = {row["year"]: float(row["deaths"]) for row in rows("us_overdose_deaths_all_drugs")}
        pounds = {
            (row["region"], row["fiscal_year"]): float(row["pounds"]) for row in rows("cbp_fentanyl_seizures")
        }
        border = {year: value for (region, year), value in pounds.items() if region == "southwest-border"}
        assert computed["deaths-doubled-2019-2022"]["ratio"] == pytest.approx(
            deaths["2022"] / deaths["2019"], abs=1e-4
        )
        assert computed["deaths-2022-over-70000"]["margin"] == deaths["2022"] - 70_000
        assert computed["seizures-up-152"]["sw_increase_percent"] == pytest.approx(
            (border["2023"] / border["2021"] - 1) * 100, abs=0.05
        )
        assert computed["one-quarter-seized"]["implied_crossing_lb"] == border["2023"] / 0.25
        assert computed["all-drugs-share-2022"]["share_percent"] == pytest.approx(
            deaths["2022"] / everyone["2022"] * 100, abs=0.05
        )
        assert computed["flows-still-rising"]["seizures_fy2022_to_fy2023_percent"] == pytest.approx(
            (border["2023"] / border["2022"] - 1) * 100, abs=0.05
        )
        assert computed["amlo-one-third"]["sw_share_of_nationwide_seizures_fy2023"] == pytest.approx(
            border["2023"] / pounds["nationwide", "2023"] * 100, abs=0.05
        )

    @pytest.mark.parametrize("name", SERIES)
    def test_series_hold_what_their_description_says(self, name: str) -> None:
        about = load(f"series/{name}.meta")
        found = rows(name)
        assert list(found[0]) == about["columns"]
        assert len(found) == about["rows"]
        counts = Counter(row["status"] for row in found)
        assert {status: counts[status] for status in about["status_counts"]} == about["status_counts"]
        assert name in load("series/provenance")
