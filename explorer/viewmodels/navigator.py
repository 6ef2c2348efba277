"""The way from one thing to another: from a hit to its event, from an event to its passage."""

from PySide6.QtCore import QObject

from explorer.domain.detail import EventDetail, PassageCard
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.search import Hit, HitKind
from explorer.domain.source import Source
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.pages import Page
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
        self._place = place

    def show_event(self, event_id: int) -> None:
        """Select an event and bring it into sight on the timeline (or in the list, if that is shown)."""
        if self._place.page is Page.SOURCES:
            self._place.turn_to(Page.TIMELINE)
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
                if self._place.page is Page.SOURCES:
                    self._place.turn_to(Page.TIMELINE)
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

    def show_entity(self, entity: Entity) -> None:
        """Show the events of a person, body or place only."""
        if self._place.page is Page.SOURCES:
            self._place.turn_to(Page.TIMELINE)
        self._facets.choose_entity(entity)

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
