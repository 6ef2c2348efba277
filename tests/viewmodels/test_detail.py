from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.detail import EventDetail
from explorer.services.details import Details
from explorer.services.libraries import Libraries
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.selection import SelectionModel


@dataclass
class Parts:
    detail: DetailModel
    selection: SelectionModel
    library: LibraryModel

    def event_id(self, slug: str) -> int:
        assert self.library.current is not None
        with self.library.current.store.reading() as connection:
            found = reads.event_id(connection, slug)
        assert found is not None
        return found


@pytest.fixture
def parts(qtbot: QtBot, story_path: Path, resources: Path, tmp_path: Path) -> Iterator[Parts]:
    workers = Workers()
    courier = Courier(Messages())
    library = LibraryModel(Libraries(workers, resources / "library", tmp_path / "data"), courier)
    selection = SelectionModel()
    made = Parts(DetailModel(Details(workers), selection, library, courier), selection, library)
    with qtbot.waitSignal(library.opened):
        library.open(story_path)
    yield made
    library.close()
    workers.close()


def test_the_selected_event_is_shown(qtbot: QtBot, parts: Parts) -> None:
    with qtbot.waitSignals([parts.detail.asked, parts.detail.shown], order="strict"):
        parts.selection.select(parts.event_id("woodside-summit-2023"))
    assert parts.detail.current is not None
    assert parts.detail.current.event.slug == "woodside-summit-2023"


def test_only_the_last_of_many_selections_is_shown(qtbot: QtBot, parts: Parts) -> None:
    shown: list[EventDetail] = []
    parts.detail.shown.connect(shown.append)
    for slug in ("csa-1970", "dea-founded", "eo-14059"):
        parts.selection.select(parts.event_id(slug))
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(50)
    assert [each.event.slug for each in shown] == ["eo-14059"]


def test_no_selection_shows_nothing_at_once_and_drops_what_was_asked(qtbot: QtBot, parts: Parts) -> None:
    shown: list[EventDetail | None] = []
    parts.selection.select(parts.event_id("csa-1970"))
    parts.detail.shown.connect(shown.append)
    parts.selection.select(None)
    assert shown == [None]
    qtbot.wait(50)
    assert shown == [None]
    assert parts.detail.current is None


def test_an_event_that_is_gone_is_a_failure_and_can_be_asked_for_again(qtbot: QtBot, parts: Parts) -> None:
    with qtbot.waitSignal(parts.detail.failed) as failed:
        parts.selection.select(10**6)
    assert "no longer" in str(failed.args[0])
    with qtbot.waitSignal(parts.detail.failed):
        parts.detail.ask_again()


def test_a_change_in_the_library_reads_the_event_again(qtbot: QtBot, parts: Parts) -> None:
    with qtbot.waitSignal(parts.detail.shown):
        parts.selection.select(parts.event_id("csa-1970"))
    with qtbot.waitSignal(parts.detail.shown):
        parts.library.note_change()


def test_a_selected_event_may_be_hidden_by_the_filters(parts: Parts) -> None:
    told: list[bool] = []
    parts.detail.hidden_changed.connect(told.append)
    assert parts.library.current is not None
    index = parts.library.current.index
    visible = np.ones(index.size, np.bool_)
    visible[index.row_of(parts.event_id("csa-1970"))] = False
    parts.detail.set_visible(visible)
    assert not parts.detail.hidden
    parts.selection.select(parts.event_id("csa-1970"))
    assert parts.detail.hidden
    parts.selection.select(parts.event_id("dea-founded"))
    parts.selection.select(parts.event_id("csa-1970"))
    parts.detail.set_visible(None)
    assert told == [True, False, True, False]
    parts.detail.set_visible(visible)
    parts.selection.select(None)
    assert not parts.detail.hidden


def test_sources_are_named_by_their_label(parts: Parts) -> None:
    assert parts.library.current is not None
    source = parts.library.current.contents.sources[0]
    assert parts.detail.label(source.id) == source.label
    assert parts.detail.label(10**6) == ""
