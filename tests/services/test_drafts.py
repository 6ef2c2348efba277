"""Events from drafts, whole with their evidence, and back into drafts."""

from dataclasses import replace

import pytest

from explorer.domain.draft import EventDraft, EvidenceDraft, NewEntity, PassageDraft
from explorer.domain.entity import EntityKind
from explorer.domain.errors import ReaderError
from explorer.domain.event import DateFlag, Layer, Status
from explorer.domain.passage import AnchorState, Selector, Stance
from explorer.domain.search import HitKind
from explorer.services import drafts
from explorer.services.libraries import open_library
from explorer.store import changes, checking, reads, search
from explorer.store.records import keys_where
from tests.support.changing import index_of, rows_of

DRAFT = EventDraft(
    title="Summit at Woodside",
    start="2023-11-15",
    theme_id=2,
    summary="Two presidents met.",
    importance=4,
    actors=(1, NewEntity(EntityKind.BODY, "Working Group on Zebras")),
    places=(NewEntity(EntityKind.PLACE, "Filoli"),),
    tags=("summit", " talks ", "summit"),
    citation="Readout, 15 November 2023",
    url="https://example.org/readout",
)


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


def carry_out(library, plan):
    with library.store.reading() as connection:
        change_set = plan(connection)
    if change_set.changes:
        with library.store.writing() as connection:
            changes.apply(connection, change_set)
    return change_set


def new_id(change_set):
    return next(change.key["id"] for change in change_set.changes if change.record == "event")


def detail(library, event_id):
    with library.store.reading() as connection:
        return reads.event_detail(connection, event_id)


def test_a_new_event_has_everything_that_was_typed(library):
    change_set = carry_out(library, drafts.new_event(DRAFT))
    assert change_set.title == "New event “Summit at Woodside”"
    shown = detail(library, new_id(change_set))
    event = shown.event
    assert (event.title, event.label, event.slug) == (DRAFT.title, DRAFT.title, "summit-at-woodside")
    assert (event.start, event.end, event.importance) == ("2023-11-15", None, 4)
    assert event.extent.latest - event.extent.earliest == 1
    assert event.layer is Layer.CONTEXT
    assert event.date_status is event.citation_status is Status.UNCHECKED
    assert event.tags == ("summit", "talks")
    assert [body.name for body in shown.bodies] == ["Working Group on Zebras"]
    assert [place.name for place in shown.places] == ["Filoli"]
    with library.store.reading() as connection:
        assert HitKind.BODY in {group.kind for group in search.find(connection, "zebras", 5)}
        assert checking.troubles(connection) == ()


def test_it_can_be_undone_to_the_byte(library):
    with library.store.reading() as connection:
        before = rows_of(connection), index_of(library.store.path)
    carry_out(library, drafts.new_event(DRAFT))
    with library.store.writing() as connection:
        changes.undo(connection)
    with library.store.reading() as connection:
        assert (rows_of(connection), index_of(library.store.path)) == before


def test_names_that_are_known_are_not_added_again(library):
    known = next(entity for entity in library.contents.entities if entity.kind is EntityKind.PLACE)
    draft = replace(DRAFT, places=(NewEntity(EntityKind.PLACE, known.name), known.id))
    change_set = carry_out(library, drafts.new_event(draft))
    assert [place.id for place in detail(library, new_id(change_set)).places] == [known.id]


def test_slugs_are_unique(library):
    for slug in ("summit-at-woodside", "summit-at-woodside-2"):
        assert detail(library, new_id(carry_out(library, drafts.new_event(DRAFT)))).event.slug == slug


def test_an_event_of_a_sentence_brings_its_passage_along(library):
    article = next(source for source in library.contents.sources if source.role == "article")
    place = Selector("met near San Francisco", "They ", ".", 100, 122, 3)
    passage = PassageDraft(article.id, place, paraphrase="They met.", date="2023-11")
    rests = EvidenceDraft(passage, Stance.REPORTS, "our reading")
    shown = detail(library, new_id(carry_out(library, drafts.new_event(replace(DRAFT, evidence=(rests,))))))
    assert shown.event.layer is Layer.ARTICLES
    (card,) = shown.passages
    assert card.passage.selector == place
    assert (card.stance, card.note, card.example) == (Stance.REPORTS, "our reading", False)
    assert card.anchor is not None
    assert (card.anchor.state, card.anchor.start, card.anchor.end) == (AnchorState.EXACT, 100, 122)


def test_passages_are_added_to_an_event_and_taken_away(library):
    before = detail(library, 3)
    other = next(
        passage for passage in range(1, 50) if passage not in {card.passage.id for card in before.passages}
    )
    carry_out(library, drafts.evidence_added(3, [EvidenceDraft(other, Stance.DISPUTES)]))
    carry_out(library, drafts.evidence_added(3, [EvidenceDraft(other, Stance.QUESTIONS)]))
    (card,) = (card for card in detail(library, 3).passages if card.passage.id == other)
    assert card.stance is Stance.QUESTIONS
    carry_out(library, drafts.evidence_removed(3, other))
    assert detail(library, 3).passages == before.passages


def test_a_passage_can_be_kept_by_itself(library):
    place = Selector("some words", "", "", 5, 15, 1)
    change_set = carry_out(library, drafts.new_passage(PassageDraft(1, place, anchored=False), "New passage"))
    assert [change.record for change in change_set.changes] == ["passage"]
    assert change_set.title == "New passage"


def test_a_draft_of_an_event_changes_nothing(library):
    with library.store.reading() as connection:
        ids = [key["id"] for key in keys_where(connection, "event")]
        for id_ in ids:
            draft = drafts.draft_of(connection, id_)
            assert drafts.changed_event(id_, draft)(connection).changes == (), draft


def test_an_edited_event_is_what_the_draft_says(library):
    id_ = new_id(carry_out(library, drafts.new_event(DRAFT)))
    edited = replace(
        DRAFT,
        title="Summit",
        start="2023-11",
        end="2024",
        label="Short",
        actors=(2, 1),
        places=(),
        tags=("talks",),
        url=None,
    )
    change_set = carry_out(library, drafts.changed_event(id_, edited))
    assert change_set.title == "Edit event “Summit”"
    shown = detail(library, id_)
    assert shown.event.flags & DateFlag.SPAN
    assert (shown.event.slug, shown.event.label, shown.event.url) == ("summit-at-woodside", "Short", None)
    with library.store.reading() as connection:
        again = drafts.draft_of(connection, id_)
    assert again == edited


def test_a_deleted_event_is_gone(library):
    change_set = carry_out(library, drafts.deleted_event(3))
    assert change_set.title.startswith("Delete event “")
    with pytest.raises(ReaderError):
        detail(library, 3)


@pytest.mark.parametrize(
    "plan",
    [
        drafts.new_event(replace(DRAFT, title="")),
        drafts.changed_event(3, replace(DRAFT, start="someday")),
        drafts.changed_event(9999, DRAFT),
        drafts.deleted_event(9999),
        drafts.evidence_added(9999, []),
        drafts.evidence_removed(3, 9999),
        drafts.new_event(replace(DRAFT, places=(NewEntity(EntityKind.PLACE, " "),))),
        drafts.new_event(replace(DRAFT, evidence=(EvidenceDraft(9999),))),
    ],
)
def test_what_cannot_be_done_is_said(library, plan):
    with pytest.raises(ReaderError):
        carry_out(library, plan)


@pytest.mark.parametrize(
    ("text", "slug"), [("Élan – 2 of 3!", "elan-2-of-3"), ("漢字", ""), ("x" * 90, "x" * 60)]
)
def test_slugs(text, slug):
    assert drafts.slug_of(text) == slug
