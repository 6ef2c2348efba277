"""Makes a step of a tour of what is in view."""

import math

from explorer.domain.days import civil
from explorer.domain.facet import FacetGroup
from explorer.domain.tour import Show
from explorer.domain.tour_draft import TITLE_LENGTH, StepDraft
from explorer.domain.tour_view import filters_text
from explorer.domain.words import in_words
from explorer.viewmodels import series_choice
from explorer.viewmodels.claims import ClaimsModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.pages import Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.reader import ReaderModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.showing import ShowingModel
from explorer.viewmodels.summary import edtf_of
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel

MONTHS, YEARS = 4 * 365.25, 50 * 365.25
"""Days from which on a view is told by its months, and by its years: what is lost is at most a fiftieth."""


class ViewTaking:
    """Knows what is in view: range, lanes, filters, series, event, passage, claim drawn."""

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        facets: FacetsModel,
        place: PlaceModel,
        reader: ReaderModel,
        claims: ClaimsModel,
        showing: ShowingModel,
    ) -> None:
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._facets = facets
        self._place = place
        self._reader = reader
        self._claims = claims
        self._showing = showing

    def draft(self) -> StepDraft | None:
        """What is in view as a step without words; None before a library is open."""
        stage = self._timeline.stage
        if stage is None:
            return None
        view = self._viewport.goal
        start, end = range_of(view.start, view.end)
        chosen = self._facets.choice.of(FacetGroup.THEME)
        shown = tuple(one.slug for one in stage.series)
        usual = tuple(one.slug for one in series_choice.usual(stage.contents.series))
        event_id = self._selection.current
        passage_id = self._reader.current if self._place.page is Page.SOURCES else None
        claim_id = self._claim_drawn()
        return StepDraft(
            title=self._title(event_id, start, end),
            view_start=start,
            view_end=end,
            lanes=tuple(theme.id for theme in stage.contents.themes if theme.id in chosen),
            filters=filters_text(self._facets.as_json()),
            series=() if shown == usual else shown,
            event_id=event_id,
            passage_id=passage_id,
            claim_id=claim_id,
            show=Show.QUOTATION if passage_id else Show.CLAIM if claim_id else Show.VIEW,
        )

    def _claim_drawn(self) -> int | None:
        stage = self._timeline.stage
        if stage is None or stage.check is None:
            return None
        shown = self._showing.current
        if shown is not None and shown.step.shown is Show.CLAIM:
            return shown.step.claim_id
        chosen = self._claims.current
        return None if chosen is None else chosen.worked.claim.id

    def _title(self, event_id: int | None, start: str, end: str) -> str:
        """The title of the event in hand, or else the range in words."""
        title = None if event_id is None else self._timeline.titles.title(event_id)
        return clipped(title or in_words(start, end)) if start != end else clipped(title or in_words(start))


def range_of(start: float, end: float) -> tuple[str, str]:
    """The days of a view as EDTF, no finer than its length asks for; nothing in view is left out."""
    length = end - start
    unit = "years" if length >= YEARS else "months" if length >= MONTHS else "days"
    # Years beyond four figures have no months that could be written.
    if max(abs(civil(start)[0]), abs(civil(end)[0])) > 9999:
        unit = "years"
    return edtf_of(start, unit), edtf_of(math.nextafter(end, start), unit)


def clipped(title: str) -> str:
    """A title with as many of its first words as a step has room for."""
    words = " ".join(title.split())
    if len(words) <= TITLE_LENGTH:
        return words
    return words[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
