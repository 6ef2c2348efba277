"""Views of the steps of tours, for those who draw them without a window."""

from dataclasses import replace

from explorer.services.handing_out.narrowing import rows_in, sieve_of
from explorer.viewmodels.step_views import view_of_step


def test_a_step_is_seen_as_it_was_made(models):
    library = models.library.current
    for tour in library.contents.tours:
        for step in tour.steps:
            view = view_of_step(library, step)
            assert view.start < view.end
            assert view.lanes == step.lanes
            if step.event_id is not None:
                rows = rows_in(library, view, sieve_of(library, view))
                assert step.event_id in library.index.id[rows]


def test_the_filters_of_a_step_narrow_its_view_and_are_said(models):
    library = models.library.current
    step = replace(library.contents.tours[0].steps[0], filters='{"importance": 5}', lanes=())
    view = view_of_step(library, step)
    assert "5" in view.filters
    rows = rows_in(library, view, sieve_of(library, view))
    assert set(library.index.importance[rows].tolist()) == {5}
