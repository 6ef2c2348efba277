from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.contents import Contents
from explorer.domain.detail import EventDetail
from explorer.services.details import with_sum
from explorer.store import reads
from explorer.store.library import Library
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail import DetailPane
from explorer.widgets.detail.reading import Reading
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
    hidden_changed = Signal(object)

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.current: EventDetail | None = None
        self.label = story.label
        self.hidden = False
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


@pytest.fixture(scope="package")
def dressed(qapp: QApplication, resources: Path) -> Iterator[ThemeHolder]:
    """A theme on the application, put on once: each time, every widget there is takes it up anew."""
    before = qapp.palette(), qapp.font(), qapp.styleSheet()
    holder = ThemeHolder(resources / "themes", "light", 1.0)
    holder.dress()
    yield holder
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyleSheet(before[2])


@pytest.fixture
def look(qapp: QApplication, dressed: ThemeHolder) -> ThemeHolder:
    """The light theme at 100 %."""
    if (dressed.theme.name, dressed.theme.scale) != ("light", 1.0):
        dressed.apply("light", 1.0)
    elif not qapp.styleSheet():
        dressed.dress()
    return dressed


WOODSIDE = "woodside-summit-2023"
DEATHS = "us-overdose-deaths-2022"


@pytest.fixture
def answers(story: Story) -> Answers:
    return Answers(story)


@pytest.fixture
def selection() -> SelectionModel:
    return SelectionModel()


@pytest.fixture
def pane(qtbot: QtBot, answers: Answers, selection: SelectionModel, look: ThemeHolder) -> DetailPane:
    made = DetailPane(cast("DetailModel", answers), selection, look)
    qtbot.addWidget(made)
    made.resize(390, 900)
    made.show()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words(widget: QWidget) -> str:
    """All that can be read in a widget, in the order of its children."""
    said = []
    for child in widget.findChildren(QWidget):
        if child.isVisibleTo(widget):
            if isinstance(child, Reading):
                said.append(child.words)
            elif isinstance(child, QLabel | QAbstractButton):
                said.append(child.text())
    return "\n".join(said)


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button that begins with a text."""
    return next(
        child
        for child in widget.findChildren(QAbstractButton)
        if child.isVisibleTo(widget) and child.text().startswith(text)
    )
