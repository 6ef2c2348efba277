from pathlib import Path

import pytest

from explorer.widgets.suggestions.pane import SuggestionsPane
from explorer.widgets.theme import ThemeHolder
from tests.support.dating import DatingDesk


@pytest.fixture
def look(resources: Path, qapp) -> ThemeHolder:
    return ThemeHolder(resources / "themes", "light", 1.0)


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def pane(desk, look, qtbot):
    """The panel with the dates of the document in it."""
    made = SuggestionsPane(desk.model, look)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show()
    qtbot.waitExposed(made)
    desk.find()
    made.list.setFocus()
    return made
