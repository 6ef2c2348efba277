import pytest

from tests.support.reading import Desk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = Desk(story_path, resources / "library", qtbot)
    yield made
    made.close()


def test_articles_come_before_the_public_record(desk):
    groups = desk.sources.groups
    assert (len(groups.articles), groups.all_articles) == (2, 2)
    assert (len(groups.records), groups.all_records) == (66, 66)
    assert [summary.passages for summary in groups.articles] == [54, 42]


def test_typing_narrows_the_list_and_clearing_it_brings_all_back(desk, qtbot):
    with qtbot.waitSignal(desk.sources.changed) as told:
        desk.sources.narrow("pfeiffer")
    assert [summary.source.id for summary in told.args[0].articles] == [
        desk.sources.groups.articles[0].source.id
    ]
    assert told.args[0].records == ()
    desk.sources.narrow("CONGRESS 1986")
    groups = desk.sources.groups
    assert groups.articles == ()
    assert groups.records
    assert all("1986" in f"{item.source.title} {item.source.date}" for item in groups.records)
    assert groups.all_records == 66
    desk.sources.narrow("no such words")
    assert desk.sources.groups.records == ()
    desk.sources.narrow("")
    assert len(desk.sources.groups.records) == 66


def test_the_list_follows_what_is_attached(desk, tmp_path):
    desk.open(desk.article())
    desk.sources.narrow("fentanyl")
    desk.attach(desk.copy_of_open_source(tmp_path))
    summary = desk.sources.summary(desk.article())
    assert summary.attached
    assert summary.exact == 54
    assert desk.sources.groups.words == "fentanyl"


def test_an_unknown_source_has_no_summary(desk):
    assert desk.sources.summary(10_000) is None
