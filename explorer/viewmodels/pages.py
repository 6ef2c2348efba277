"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: timeline, its list twin, sources, claims, or the sources of one event."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
    CLAIMS = "claims"
    COMPARE = "compare"


ON_TIME = (Page.TIMELINE, Page.LIST)
"""Pages that show events in time."""
