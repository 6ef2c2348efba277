from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.widgets.sources.tools import ReaderTools
from explorer.widgets.sources.view import SourcesView
from explorer.widgets.theme import ThemeHolder
from tests.support.desk import Desk as WholeDesk
from tests.support.placing import Troubled, troubled_copy
from tests.support.reading import Desk


@pytest.fixture
def look(resources: Path, qapp) -> ThemeHolder:
    return ThemeHolder(resources / "themes", "light", 1.0)


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = Desk(story_path, resources / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def view(desk, look, qtbot):
    made = SourcesView(desk.sources, desk.reader, desk.selection, look)
    qtbot.addWidget(made)
    made.resize(1600, 916)
    made.show()
    qtbot.waitExposed(made)
    desk.settle()
    return made


@pytest.fixture
def attached(view, desk, tmp_path):
    """The view with a text of our own attached that holds every quotation in its place."""
    desk.attach(desk.copy_of_open_source(tmp_path))
    return view


@pytest.fixture
def whole(story_path, resources, tmp_path, qtbot):
    """All models on the story."""
    made = WholeDesk(resources, tmp_path / "data", qtbot)
    made.open(story_path)
    yield made
    made.close()


@pytest.fixture
def tools(whole, look, qtbot) -> Iterator[ReaderTools]:
    """The bars of the reader, in a view of the sources."""
    models = whole.models
    view = SourcesView(models.sources, models.reader, models.selection, look)
    qtbot.addWidget(view)
    view.resize(1400, 900)
    made = ReaderTools(models.placing, models.words, view.pane, look)
    view.show()
    qtbot.waitExposed(view)
    whole.settle()
    yield made
    view.close()


@pytest.fixture
def troubled(tools, whole, tmp_path) -> Troubled:
    """A copy with troubles, attached to the article that is open."""
    made = troubled_copy([item.passage for item in whole.models.reader.state.passages], tmp_path)
    whole.models.reader.attach(made.path)
    whole.settle()
    return made
