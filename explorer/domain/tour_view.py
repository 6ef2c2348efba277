"""What a step of a tour has the timeline show, and what it puts in focus."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from explorer.domain.detail import EventHeading, PlacedPassage, WorkedClaim
from explorer.domain.event import Theme
from explorer.domain.facet import FacetGroup
from explorer.domain.tour import Step


@dataclass(frozen=True, slots=True)
class Focus:
    """What a step names, as far as the library has it.

    ``event_checked`` tells whether date and citation of the event were both checked. The claim is worked.
    """

    event: EventHeading | None = None
    event_checked: bool = True
    passage: PlacedPassage | None = None
    claim: WorkedClaim | None = None


def days_of(step: Step) -> tuple[float, float]:
    """The first and the last moment of the view, as day numbers.

    Raises:
        DateError: the view of the step is no range of time.
    """
    from explorer.domain.edtf import event_date

    extent = event_date(step.view_start, step.view_end).extent
    return extent.earliest, extent.latest


def facets_of(step: Step, themes: Iterable[Theme]) -> dict[str, Any]:
    """What narrows the view of a step, as ``FacetsModel.restore`` takes it: its filters and its lanes."""
    kept = filters_of(step.filters)
    named = kept.get("values")
    values = dict(named) if isinstance(named, dict) else {}
    values[FacetGroup.THEME.value] = [theme.slug for theme in themes if theme.id in step.lanes]
    return {**kept, "values": values}


def filters_of(text: str) -> dict[str, Any]:
    """Filters as they are kept; none where the text is not such a record, as it may come from anywhere."""
    try:
        kept = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def filters_text(facets: Mapping[str, Any]) -> str:
    """Filters as a step keeps them: all that ``FacetsModel.as_json`` says but the lanes; "" for none."""
    values = {group: slugs for group, slugs in facets["values"].items() if group != FacetGroup.THEME}
    dates = facets["dates"]
    kept: dict[str, Any] = {}
    if values:
        kept["values"] = values
    if facets["importance"] > 1:
        kept["importance"] = facets["importance"]
    if dates["start"] or dates["end"]:
        kept["dates"] = dict(dates)
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""
