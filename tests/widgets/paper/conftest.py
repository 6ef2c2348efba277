"""What draws sheets, with libraries to draw."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from explorer.app.handing_out import paper_maker
from explorer.app.paths import Paths
from explorer.services.handing_out.order import Order
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.new_library import make_library
from explorer.services.workers import Errand
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.items import Sheet
from explorer.widgets.paper.making import PaperMaker
from tests.support.hostile import hostile_story

Draw = Callable[..., tuple[list[Sheet], Faces]]


@pytest.fixture(scope="session")
def maker(qapp: QApplication, resources: Path, tmp_path_factory: pytest.TempPathFactory) -> PaperMaker:
    return paper_maker(Paths(resources, tmp_path_factory.mktemp("paper")))


@pytest.fixture(scope="session")
def story(story_library: Path) -> Iterator[OpenLibrary]:
    """The shipped story, only to be read."""
    library = open_library(story_library)
    yield library
    library.store.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLibrary]:
    """A library with a lane and no event."""
    folder = tmp_path_factory.mktemp("empty")
    library = open_library(make_library(folder / "empty.tlx", "Nothing yet", "Only lane"))
    yield library
    library.store.close()


@pytest.fixture(scope="session")
def hostile(story_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLibrary]:
    """The story with markup and script in the place of every text."""
    library = open_library(hostile_story(story_library, tmp_path_factory.mktemp("hostile") / "h.tlx"))
    yield library
    library.store.close()


@pytest.fixture(scope="session")
def draw(maker: PaperMaker) -> Draw:
    """The sheets of an order, with the faces they are set in; drawn once for each order."""
    known: dict[tuple[int, Order], tuple[list[Sheet], Faces]] = {}

    def drawn(library: OpenLibrary, order: Order) -> tuple[list[Sheet], Faces]:
        key = (id(library), order)
        if key not in known:
            known[key] = maker.sheets(library, order, Errand(), lambda _share: None)
        return known[key]

    return drawn
