"""Builds the services of one run; without Qt."""

from dataclasses import dataclass

from explorer.app.paths import Paths
from explorer.services.adding import Adding
from explorer.services.annotations.travel import Annotations
from explorer.services.citations.citing import Citations
from explorer.services.claims import Claims
from explorer.services.coverage import Coverages
from explorer.services.details import Details
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.event_order import EventOrder
from explorer.services.exporting import Exports
from explorer.services.facets import Facets
from explorer.services.headings import Headings
from explorer.services.libraries import STORY_FILE, Libraries
from explorer.services.search import Search
from explorer.services.suggestions import Suggestions
from explorer.services.workers import Workers


@dataclass(frozen=True, slots=True, eq=False)
class Services:
    """What the view models ask."""

    workers: Workers
    libraries: Libraries
    claims: Claims
    coverages: Coverages
    details: Details
    documents: Documents
    adding: Adding
    edits: Edits
    event_order: EventOrder
    facets: Facets
    headings: Headings
    citations: Citations
    exports: Exports
    annotations: Annotations
    search: Search
    suggestions: Suggestions


def build_services(paths: Paths) -> Services:
    """The services of one run, over threads of their own: ``workers.close()`` when it ends."""
    workers = Workers()
    citations = Citations(workers)
    return Services(
        workers=workers,
        libraries=Libraries(workers, paths.story, paths.home_of(STORY_FILE)),
        claims=Claims(workers),
        coverages=Coverages(workers),
        details=Details(workers),
        documents=Documents(workers),
        adding=Adding(workers),
        edits=Edits(workers),
        event_order=EventOrder(workers),
        facets=Facets(workers),
        headings=Headings(workers),
        citations=citations,
        exports=Exports(workers, citations),
        annotations=Annotations(workers),
        search=Search(workers),
        suggestions=Suggestions(workers),
    )
