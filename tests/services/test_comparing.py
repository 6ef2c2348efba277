"""Comparisons that the reader writes: made, changed, taken out, and all of it taken back."""

import pytest

from explorer.domain.comparison import TopicDraft
from explorer.domain.errors import ReaderError
from explorer.services.comparing import changed_topic, deleted_topic, new_topic
from explorer.services.edits import Edits
from explorer.services.libraries import open_library
from explorer.services.workers import Workers
from explorer.store import reads
from tests.support.changing import rows_of

WOODSIDE = "woodside-summit-2023"


class Desk:
    """An open library with what is compared for one event."""

    def __init__(self, path):
        self.workers = Workers()
        self.library = open_library(path)
        self._edits = Edits(self.workers)
        with self.library.store.reading() as connection:
            self.event = reads.event_id(connection, WOODSIDE)

    def apply(self, plan):
        self.library = self._edits.apply(self.library, plan).result().library

    def undo(self):
        self.library = self._edits.undo(self.library).result().library

    def topics(self):
        with self.library.store.reading() as connection:
            return reads.event_detail(connection, self.event).concordances

    def topic_ids(self):
        with self.library.store.reading() as connection:
            return [topic.id for topic in reads.web(connection).concordances]

    def voices(self):
        with self.library.store.reading() as connection:
            passages = reads.event_detail(connection, self.event).passages
        return list(dict.fromkeys(card.source.id for card in passages if not card.example))

    def rows(self):
        with self.library.store.reading() as connection:
            return rows_of(connection)


@pytest.fixture
def desk(story_path):
    desk = Desk(story_path)
    yield desk
    desk.workers.close()
    desk.library.store.close()


def test_a_comparison_rests_on_the_passages_that_its_sources_have_on_the_event(desk):
    one, other = desk.voices()
    draft = TopicDraft(
        " Price ", "conflict-of-reading", "Not said.", {one: "Leaves it out.", other: "Names it."}
    )
    desk.apply(new_topic(draft, desk.event))
    topic = desk.topics()[-1]
    assert (topic.topic, topic.relation, topic.record) == ("Price", "conflict-of-reading", "Not said.")
    assert [(line.source_id, line.line) for line in topic.lines] == [
        (one, "Leaves it out."),
        (other, "Names it."),
    ]
    with desk.library.store.reading() as connection:
        spoken = {
            card.passage.id: card.source.id for card in reads.event_detail(connection, desk.event).passages
        }
    for line in topic.lines:
        assert line.passage_ids
        assert {spoken[passage] for passage in line.passage_ids} == {line.source_id}


def test_a_changed_comparison_gains_and_loses_sources(desk):
    one, other = desk.voices()
    desk.apply(new_topic(TopicDraft("Price", "omission", "", {one: "First."}), desk.event))
    topic = desk.topics()[-1]
    desk.apply(
        changed_topic(topic.id, TopicDraft("Cost", "agreement", "So.", {other: "Second."}), desk.event)
    )
    changed = desk.topics()[-1]
    assert (changed.id, changed.topic, changed.relation, changed.record) == (
        topic.id,
        "Cost",
        "agreement",
        "So.",
    )
    assert [(line.source_id, line.line) for line in changed.lines] == [(other, "Second.")]


def test_everything_can_be_taken_back(desk):
    before = desk.rows()
    (voice, *_) = desk.voices()
    known = desk.topics()[0]
    desk.apply(deleted_topic(known.id))
    assert known.id not in {topic.id for topic in desk.topics()}
    desk.apply(new_topic(TopicDraft("Price", "omission", "", {voice: "First."}), desk.event))
    desk.undo()
    desk.undo()
    assert desk.rows() == before


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (TopicDraft(" ", "agreement", "", {1: "A."}), "in a few words"),
        (TopicDraft("Price", "hearsay", "", {1: "A."}), "how the sources stand"),
        (TopicDraft("Price", "agreement", "", {1: " "}), "a line"),
    ],
)
def test_what_says_nothing_is_refused_with_a_sentence(desk, draft, said):
    with pytest.raises(ReaderError, match=said):
        desk.apply(new_topic(draft, desk.event))


def test_a_comparison_that_is_gone_cannot_be_changed(desk):
    with pytest.raises(ReaderError, match="not there"):
        desk.apply(changed_topic(9_999, TopicDraft("Price", "agreement", "", {1: "A."}), desk.event))


def test_an_event_is_contested_as_long_as_its_sources_conflict(desk):
    def contested():
        row = desk.library.index.row_of(calm)
        return bool(desk.library.index.contested[[row]][0])

    index = desk.library.index
    calm = int(index.id[~index.contested[:]][0])
    (voice, *_) = desk.voices()
    desk.apply(new_topic(TopicDraft("Price", "agreement", "", {voice: "Names it."}), calm))
    assert not contested()
    topic = max(desk.topic_ids())
    draft = TopicDraft("Price", "conflict-of-reading", "", {voice: "Names it."})
    desk.apply(changed_topic(topic, draft, calm))
    assert contested()
    desk.apply(deleted_topic(topic))
    assert not contested()
