"""The way from one thing to another: from a hit to its event, from an event to its passage."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from explorer.domain.days import civil
from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.errors import DateError
from explorer.domain.event import DateValue, Precision
from explorer.domain.search import Hit, HitKind
from explorer.domain.source import Source
from explorer.domain.words import exactness, from_words, in_words
from explorer.viewmodels.claims import ChosenClaim, ClaimsModel
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.pages import ON_TIME, Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.reader import ReaderModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel

ENTITY_KINDS = {
    HitKind.PERSON: EntityKind.PERSON,
    HitKind.BODY: EntityKind.BODY,
    HitKind.PLACE: EntityKind.PLACE,
}


DAY_ROOM = 31.0
"""How long a view about a day is beside the day, and one about a month, a year or a span beside that."""
LONG_ROOM = 1.6
CHECK_ROOM = 366.0
"""Days shown before and behind the figures of a claim at least."""
MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What a typed text says as a date: ``words``, or else the ``problem`` with it."""

    words: str = ""
    problem: str = ""
    date: DateValue | None = None


class Navigator(QObject):
    """Takes the reader somewhere; every way to a thing goes through here, so that all of them end alike."""

    def __init__(
        self,
        library: LibraryModel,
        selection: SelectionModel,
        viewport: ViewportModel,
        timeline: TimelineModel,
        facets: FacetsModel,
        detail: DetailModel,
        reader: ReaderModel,
        claims: ClaimsModel,
        place: PlaceModel,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._selection = selection
        self._viewport = viewport
        self._timeline = timeline
        self._facets = facets
        self._detail = detail
        self._messages = messages
        selection.led.connect(self._follow)
        detail.shown.connect(self._relate)
        self._reader = reader
        self._claims = claims
        self._place = place

    def show_event(self, event_id: int) -> None:
        """Select an event and bring it into sight on the timeline (or in the list, if that is shown)."""
        self._leave_documents()
        self._selection.lead_to(event_id)

    def open_passage(self, card: PassageCard) -> None:
        """Open a passage in its source."""
        self.open_source(card.source.id, card.passage.id)

    def open_source(self, source_id: int, passage_id: int | None = None) -> None:
        """Turn to a source, at a passage if one is named."""
        self._reader.open_source(source_id, passage_id)
        self._place.turn_to(Page.SOURCES)

    def open_record(self, source: Source) -> None:
        """Turn to a document that an event cites."""
        self.open_source(source.id)

    def show_claim(self, claim_id: int) -> None:
        """Turn to the claims, at one of them."""
        self._claims.choose(claim_id)
        self._place.turn_to(Page.CLAIMS)

    def open_claim(self, chosen: ChosenClaim) -> None:
        """Open the passage that states a claim."""
        worked = chosen.worked
        if worked.source is not None and worked.passage is not None:
            self.open_source(worked.source.id, worked.passage.id)

    def show_on_lane(self, chosen: ChosenClaim) -> None:
        """Draw a claim on the series lane of the timeline, with its periods in view."""
        judgement = chosen.judgement
        if judgement is None or not chosen.shown_series:
            self._messages.show_notice(self.tr("No series of this library can test this claim."))
            return
        self._place.turn_to(Page.TIMELINE)
        check = self._timeline.show_check(judgement, chosen.shown_series)
        if check is not None:
            first, last = check.days
            self._viewport.fly_to_fit(first - CHECK_ROOM, last + CHECK_ROOM, LONG_ROOM)
            told = self.tr("The claim is drawn on the figures below the lanes. Esc takes it away.")
            self._messages.show_notice(told)

    def open_evidence(self, event_id: int) -> None:
        """Open the first passage that speaks of the selected event, or say that there is none."""
        detail = self._detail.current
        if detail is None or detail.event.id != event_id:
            return
        speaking = next((card for card in detail.passages if not card.example), None)
        if speaking is not None:
            self.open_passage(speaking)
        else:
            self._messages.show_notice(self.tr("No passage of a source speaks of this event."))

    def take(self, hit: Hit) -> None:
        """Go to what a search found."""
        match hit.kind:
            case HitKind.DATE:
                self._leave_documents()
                self._viewport.fly_to(hit.start, hit.end)
            case HitKind.EVENT:
                self.show_event(hit.id)
            case HitKind.SOURCE:
                self.open_source(hit.id)
            case HitKind.PASSAGE:
                self.open_source(hit.source_id, hit.id)
            case _:
                entity = self._entity(hit)
                if entity is not None:
                    self.show_entity(entity)

    def read_date(self, text: str) -> TypedDate:
        """What a text says as a date, in words or as EDTF."""
        from explorer.domain.edtf import parse

        written = from_words(text)
        try:
            date = parse(text.strip() if written is None else written)
        except DateError:
            problem = self.tr(
                "“{text}” cannot be read as a date. Try June 1971, 15 Nov 2023, about 1982 or the 1980s."
            )
            return TypedDate(problem=problem.format(text=shortened(text.strip())))
        words = self.tr("{date} · {exactness}")
        return TypedDate(words.format(date=in_words(date.text), exactness=exactness(date.text)), date=date)

    def go_to_date(self, text: str) -> TypedDate:
        """Fly to a typed date and say so; one that cannot be shown has its problem said in the answer."""
        typed = self.read_date(text)
        stage = self._timeline.stage
        if typed.date is None or stage is None:
            return typed
        extent = typed.date.extent
        first, last = self._viewport.bounds
        if extent.latest <= first or extent.earliest >= last:
            years = [in_words(year_text(day)) for day in stage.index.extent()]
            problem = self.tr("{date} lies outside this library, which runs from {first} to {last}.")
            said = problem.format(date=in_words(typed.date.text), first=years[0], last=years[1])
            return TypedDate(problem=said[:1].upper() + said[1:])
        self._leave_documents()
        short = typed.date.precision <= Precision.DAY and extent.latest - extent.earliest <= 3
        self._viewport.fly_to_fit(extent.earliest, extent.latest, DAY_ROOM if short else LONG_ROOM)
        self._messages.show_notice(typed.words)
        return typed

    def show_entity(self, entity: Entity) -> None:
        """Show the events of a person, body or place only."""
        self._leave_documents()
        self._facets.choose_entity(entity)

    def _leave_documents(self) -> None:
        """Turn to the timeline from a page that shows no events; the list stays, as it does."""
        if self._place.page not in ON_TIME:
            self._place.turn_to(Page.TIMELINE)

    def _entity(self, hit: Hit) -> Entity | None:
        library = self._library.current
        if library is None or hit.kind not in ENTITY_KINDS:
            return None
        return next((entity for entity in library.contents.entities if entity.id == hit.id), None)

    def _follow(self, event_id: int) -> None:
        """Bring an event into sight without turning the page."""
        extent = self._timeline.extent_of(event_id)
        if extent is not None:
            self._viewport.fly_to_extent(extent)

    def _relate(self, detail: EventDetail | None) -> None:
        """Have the arcs drawn to what led to the event shown and what followed."""
        if detail is None:
            self._timeline.set_related((), ())
        else:
            self._timeline.set_related(detail.causes, detail.effects)


def shortened(text: str) -> str:
    """The beginning of a text, to be named in a sentence."""
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…"


def year_text(day: float) -> str:
    """The year of a day number as EDTF."""
    year = civil(day)[0]
    return f"{'-' * (year < 0)}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"
