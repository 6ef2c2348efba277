"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: the timeline, its list twin, the sources, the claims, or one event's sources."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
    CLAIMS = "claims"
    COMPARE = "compare"


ON_TIME = (Page.TIMELINE, Page.LIST)
"""Pages that show events in time."""
