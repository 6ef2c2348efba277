"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: the timeline, its list twin, the sources, or the sources of one event."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
    COMPARE = "compare"


ON_TIME = (Page.TIMELINE, Page.LIST)
"""Pages that show events in time."""
