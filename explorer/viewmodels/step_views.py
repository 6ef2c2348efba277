"""What the steps of a tour show, for those who draw them without a window."""

from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.domain.tour import Step
from explorer.domain.tour_view import days_of, facets_of
from explorer.services.handing_out.order import View
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.facet_dates import DateFields, date_range
from explorer.viewmodels.facet_values import FacetValues


def view_of_step(library: OpenLibrary, step: Step) -> View:
    """The view of a step: its time, lanes, filters and series.

    Raises:
        DateError: the time of the step cannot be read.
    """
    start, end = days_of(step)
    values = FacetValues()
    values.read(library.contents)
    kept = facets_of(step, ())
    pairs = values.of_slugs(kept.get("values"))
    least = kept.get("importance")
    choice = FacetChoice(
        pairs,
        least if type(least) is int and 1 <= least <= 5 else 1,
        date_range(DateFields.of_json(kept.get("dates"))),
    )
    names = [
        value.name
        for group in FacetGroup
        for value in values.of(group).values()
        if (group, value.id) in pairs
    ]
    if choice.importance > 1:
        names.append(values.tr("importance {least} and above").replace("{least}", str(choice.importance)))
    return View(
        start=start,
        end=end,
        visible=library.facets.sieve(choice) if choice.restricts else None,
        lanes=step.lanes,
        series=step.series or None,
        filters=", ".join(names),
    )
