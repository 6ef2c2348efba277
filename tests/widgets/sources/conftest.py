from pathlib import Path

import pytest

from explorer.widgets.sources.view import SourcesView
from explorer.widgets.theme import ThemeHolder
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
