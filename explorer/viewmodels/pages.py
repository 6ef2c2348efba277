"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: the timeline, its list twin, or the sources."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
