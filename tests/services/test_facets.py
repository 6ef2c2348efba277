import numpy as np

from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.services.facets import Facets
from explorer.services.libraries import open_library
from explorer.services.workers import Workers


def test_narrowing_and_the_undated_come_from_a_worker(story_path) -> None:
    library = open_library(story_path)
    workers = Workers()
    try:
        facets = Facets(workers)
        theme = min(library.contents.themes, key=lambda theme: theme.order)
        answer = facets.narrow(library, FacetChoice(frozenset({(FacetGroup.THEME, theme.id)}))).result(10)
        assert answer.visible.passing.rows().tolist() == np.flatnonzero(library.index.lane == 0).tolist()
        undated = facets.undated(library).result(10)
        assert undated
        assert all(card.passage.date is None for card in undated)
    finally:
        workers.close()
        library.store.close()
