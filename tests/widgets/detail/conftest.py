from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.domain.contents import Contents
from explorer.domain.detail import EventDetail
from explorer.services.details import with_sum
from explorer.store import reads
from explorer.store.library import Library
from explorer.widgets.theme import ThemeHolder


@dataclass(frozen=True)
class Story:
    """The shipped story, read at once and without threads."""

    library: Library
    contents: Contents

    def detail(self, slug: str) -> EventDetail:
        with self.library.reading() as connection:
            found = reads.event_id(connection, slug)
            assert found is not None, slug
            detail = reads.event_detail(connection, found)
        return replace(detail, claims=tuple(with_sum(claim, self.contents.series) for claim in detail.claims))

    def slugs(self) -> list[str]:
        with self.library.reading() as connection:
            return [heading.slug for heading in reads.headings(connection)]

    def label(self, source_id: int) -> str:
        return next(source.label for source in self.contents.sources if source.id == source_id)


class Answers(QObject):
    """Stands where the view model stands: the test says what arrives, and when."""

    asked = Signal(object)
    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.current: EventDetail | None = None
        self.label = story.label
        self.asked_again = 0

    def ask_again(self) -> None:
        self.asked_again += 1


@pytest.fixture(scope="session")
def story(story_library: Path) -> Iterator[Story]:
    library = Library.open(story_library)
    with library.reading() as connection:
        contents = reads.contents(connection)
    yield Story(library, contents)
    library.close()


@pytest.fixture
def look(qtbot: QtBot, resources: Path) -> Iterator[ThemeHolder]:
    """The light theme at 100 %, on the application; taken off again afterwards."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.palette(), application.font(), application.styleSheet()
    holder = ThemeHolder(resources / "themes", "light", 1.0)
    holder.dress()
    yield holder
    application.setPalette(before[0])
    application.setFont(before[1])
    application.setStyleSheet(before[2])
