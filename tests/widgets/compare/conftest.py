import pytest

from explorer.widgets.theme import ThemeHolder


@pytest.fixture
def look(qapp, resources):
    return ThemeHolder(resources / "themes", "light", 1.0)
