"""The shipped story as it goes out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.web_page.gathering import MOST_EVENTS, Handed, gather
from explorer.services.workers import Errand
from explorer.viewmodels.step_views import view_of_step


@pytest.fixture(scope="session")
def library(story_library: Path) -> Iterator[OpenLibrary]:
    opened = open_library(story_library)
    yield opened
    opened.store.close()


@pytest.fixture(scope="session")
def handed(library: OpenLibrary) -> Handed:
    """All of it."""
    return take(library)


def take(library: OpenLibrary, view: View | None = None, tour: str = "", most: int = MOST_EVENTS) -> Handed:
    """What goes out for an order."""
    order = Order(Form.HTML, Path("page.html"), view, tour)
    return gather(library, order, view_of_step, Errand(), lambda _share: None, most)
