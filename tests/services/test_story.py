import json
import shutil

import pytest

from explorer.domain.entity import EntityKind
from explorer.domain.errors import ReaderError
from explorer.domain.event import DateFlag, Layer, Precision, Status
from explorer.domain.passage import Stance
from explorer.domain.source import SourceRole
from explorer.services.story import read_story

NOW = "2026-01-02T03:04:05+00:00"


@pytest.fixture(scope="module")
def whole(resources):
    return read_story(resources / "library", NOW)


@pytest.fixture
def story(resources, tmp_path):
    return shutil.copytree(resources / "library", tmp_path / "library")


def change(story, name, edit):
    path = story / name
    data = json.loads(path.read_text("utf-8"))
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def test_everything_in_the_files_is_there(whole, resources):
    def count(name):
        return len(json.loads((resources / "library" / f"{name}.json").read_text("utf-8")))

    assert len(whole.events) == count("events")
    assert len(whole.passages) == count("seed_claims")
    assert len(whole.contents.entities) == count("people") + count("orgs") + count("places")
    assert len(whole.contents.themes) == count("themes")
    assert len(whole.contents.eras) == count("eras")
    assert len(whole.web.relations) == count("relations")
    assert len(whole.web.claims) == count("checks")
    assert len(whole.web.concordances) == count("concordance")
    assert len(whole.contents.tours) == count("tours")
    assert len(whole.evidence) == count("evidence")
    assert len(whole.contents.series) == 9
    assert sum(len(each.observations) for each in whole.contents.series) == 168 + 1


def test_an_event_has_its_date_in_numbers_and_how_it_was_checked(whole):
    event = next(each for each in whole.events if each.slug == "operation-intercept")
    assert (event.start, event.end) == ("1969-09-21", "1969-10-11")
    assert event.flags == DateFlag.SPAN
    assert event.precision is Precision.DAY
    assert event.extent.latest - event.extent.earliest == 21
    assert "FRUS" in event.date_note
    assert (event.layer, event.date_status, event.created) == (Layer.CONTEXT, Status.CHECKED, NOW)


def test_a_band_without_an_end_is_open(whole):
    xi = next(each for each in whole.contents.eras if each.slug == "cn-xi")
    assert xi.end is None
    assert DateFlag.OPEN_END in xi.flags
    people = {each.id: each for each in whole.contents.entities}
    assert people[xi.entity_id].name == "Xi Jinping"


def test_entities_are_of_three_kinds(whole):
    kinds = [each.kind for each in whole.contents.entities]
    assert [kinds.count(kind) for kind in (EntityKind.PERSON, EntityKind.BODY, EntityKind.PLACE)] == [
        63,
        57,
        43,
    ]
    places = [each for each in whole.contents.entities if each.kind is EntityKind.PLACE]
    assert all(each.latitude is not None and each.dates == "" for each in places)


def test_articles_say_what_is_not_known_of_them(whole):
    first, second, *records = whole.contents.sources
    assert {first.role, second.role} == {SourceRole.ARTICLE}
    assert first.unknown == ("author", "publisher")
    assert (second.label, second.authors, second.title) == ("Pfeiffer", "Connor Pfeiffer", "")
    assert second.date == "2023-12~"
    assert second.inferred == ("issued",)
    assert {each.role for each in records} == {SourceRole.RECORD}
    law = next(each for each in records if each.slug == "pl-91-513")
    assert (law.label, law.date) == ("Pub. L. 91-513", "1970-10-27")
    assert json.loads(law.csl)["volume"] == "84"


def test_evidence_stands_as_the_file_says(whole, resources):
    said = json.loads((resources / "library" / "evidence.json").read_text("utf-8"))
    passages = {each.slug: each.id for each in whole.passages}
    events = {each.slug: each.id for each in whole.events}
    stances = {(each.passage_id, each.event_id): (each.stance, each.example) for each in whole.evidence}
    assert stances == {
        (passages[each["claim"]], events[each["event"]]): (Stance(each["stance"]), "example" in each)
        for each in said
    }


def test_a_link_of_which_nothing_is_said_is_a_mention(story, whole):
    change(story, "evidence.json", lambda data: data.pop(0))
    bare = read_story(story, NOW)
    assert len(bare.evidence) == len(whole.evidence)
    (said,) = set(whole.evidence) - set(bare.evidence)
    (unsaid,) = set(bare.evidence) - set(whole.evidence)
    assert said.stance is not Stance.MENTIONS
    assert (unsaid.stance, unsaid.note, unsaid.example) == (Stance.MENTIONS, "", False)


@pytest.mark.parametrize("name", ["events.json", "evidence.json", "library.json", "series/provenance.json"])
def test_a_missing_or_spoilt_file_is_told(name, story):
    (story / name).write_text("{", "utf-8")
    with pytest.raises(ReaderError, match="Install the app again"):
        read_story(story, NOW)
    (story / name).unlink()
    with pytest.raises(ReaderError, match="Install the app again"):
        read_story(story, NOW)


def test_a_link_to_nothing_is_told(story):
    change(story, "events.json", lambda data: data[0].update(theme="nowhere"))
    with pytest.raises(ReaderError, match="nowhere"):
        read_story(story, NOW)
