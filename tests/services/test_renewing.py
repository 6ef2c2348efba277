"""What is in memory after a change is what would be read from the file."""

import numpy as np
import pytest

from explorer.domain.change import ChangeSet
from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.services.libraries import open_library
from explorer.services.renewing import renewed
from explorer.store import changes
from explorer.store.columns import concerned_by
from tests.support.changing import changing, copy_of, event_going


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


def applied(library, make):
    with library.store.reading() as connection:
        change_set = ChangeSet("Change", tuple(make(connection)))
    with library.store.writing(keeps_arrays=not concerned_by(change_set)) as connection:
        changes.apply(connection, change_set)
    return renewed(library, change_set)


@pytest.mark.parametrize(
    "make",
    [
        lambda c: changing(c, "event", {"id": 3}, likely_start=-1e4, earliest=-1e4),
        lambda c: changing(c, "event", {"id": 3}, theme_id=1, importance=5),
        lambda c: changing(c, "theme", {"id": 1}, position=99),
        lambda c: [copy_of(c, "event", {"id": 1}, "more"), *event_going(c, 5)],
        lambda c: changing(c, "entity", {"id": 1}, name="Somebody"),
    ],
)
def test_it_is_as_if_opened_again(library, make):
    now = applied(library, make)
    again = open_library(library.store.path)
    assert now.contents == again.contents
    assert now.index.size == again.index.size
    assert now.index.extent() == again.index.extent()
    rows = now.index.rows_of(again.index.id)
    for name in ("id", "lane", "traits", "flags", "sources", "label_steps", "earliest", "latest", "length"):
        assert np.array_equal(getattr(now.index, name)[rows], getattr(again.index, name)[:]), name
    # Events of the same dates are spread anew only when the index is built.
    moved = now.index.position[rows] != again.index.position
    assert np.all(np.abs(now.index.position[rows] - again.index.position)[moved] < again.index.length[moved])
    assert again.labels.items() <= now.labels.items()
    choice = FacetChoice().toggled(FacetGroup.THEME, 1)
    assert now.facets.answer(choice).shown == again.facets.answer(choice).shown
    assert now.edition == now.store.edition
    again.store.close()


def test_what_does_not_concern_the_engine_leaves_it_there(library):
    now = applied(library, lambda c: changing(c, "event", {"id": 1}, summary="Other words."))
    assert now.index is library.index
    assert now.edition == library.edition
