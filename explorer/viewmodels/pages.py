"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: timeline, its list twin, sources, claims, tours, or one event's sources."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
    CLAIMS = "claims"
    TOURS = "tours"
    COMPARE = "compare"


ON_TIME = (Page.TIMELINE, Page.LIST)
"""Pages that show events in time."""
