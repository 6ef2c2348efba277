from dataclasses import replace

import pytest

from explorer.domain.claim import Verdict
from explorer.domain.event import Status
from explorer.domain.passage import Stance
from explorer.domain.relation import RelationKind
from explorer.services.web_page import wording
from explorer.services.web_page.gathering import Handed
from explorer.widgets.detail import wording as in_window


def test_it_has_the_words_of_the_window() -> None:
    assert {each: word for each, (word, _) in wording.STANCES.items()} == {
        each: in_window.stance(each) for each in Stance
    }
    assert {each: tone.replace("plain", "muted") for each, (_, tone) in wording.STANCES.items()} == dict(
        in_window.TONES
    )
    assert set(wording.CAUSES) == set(wording.EFFECTS) == set(RelationKind)
    for relation in ("agreement", "conflict-with-record", "something-new"):
        assert wording.relation_of_sources(relation) == in_window.concordance_relation(relation)


def test_what_was_not_checked_is_said_of_each_event_and_of_all(handed: Handed) -> None:
    checked = next(one.event for one in handed.events if not wording.doubts_of(one.event))
    unsure = replace(checked, date_status=Status.UNCHECKED, citation_status=Status.UNCHECKED)
    assert wording.doubts_of(unsure) == ["Date not checked", "Citation not checked"]
    assert wording.doubts_of(replace(checked, date_status=Status.PROVISIONAL)) == ["Date provisional"]
    assert wording.state_of([checked]) == "The dates and citations of all 1 events were checked."
    assert wording.state_of([checked, unsure]) == (
        "Not checked, of 2 events: 1 date, 1 citation. They say so where they stand."
    )
    assert wording.state_of([]) == ""


def test_what_is_left_out_is_counted() -> None:
    assert wording.left_out(188, 188) == ""
    said = wording.left_out(5_000, 50_000)
    assert said.startswith("Shown are the 5,000 most important of 50,000 events. The other 45,000 are")


def test_what_is_missing_is_told_with_its_reason() -> None:
    assert wording.missing(5, 5, "") == []
    assert wording.missing(5, 5, "Nixon") == ["Here is only what passes a filter: Nixon."]
    both = wording.missing(5, 9, "Nixon")
    assert [said.split(" ")[0] for said in both] == ["Here", "Shown"]


@pytest.mark.parametrize(
    ("band", "title"),
    [
        ("us-presidency", "US presidency"),
        ("epidemic-wave", "Epidemic wave"),
        ("Popes", "Popes"),
        ("", ""),
    ],
)
def test_a_row_of_eras_has_a_name_to_read(band: str, title: str) -> None:
    assert wording.band_title(band) == title


def test_verdicts_have_tones_and_sources_their_doubts(handed: Handed) -> None:
    assert [wording.tone_of(one) for one in (Verdict.HOLDS, Verdict.FAILS, Verdict.NARROWLY)] == [
        "good", "bad", "warn",
    ]  # fmt: skip
    article = next(one for one in handed.sources.values() if one.slug == "seed-a")
    assert wording.doubts_of_source(article) == ["Not known: author, publisher.", "Inferred: date."]
    passage = next(one for one in handed.passages.values() if one.source_id == article.id)
    assert wording.place_of(passage, article) == f"Paragraph {passage.selector.paragraph} of 17"
    assert wording.place_of(passage, replace(article, paragraphs=None)).count(" ") == 1
