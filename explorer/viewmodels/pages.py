"""The pages of the window, by name."""

from enum import StrEnum


class Page(StrEnum):
    """What fills the window: the timeline, its list twin, the sources, or the claims."""

    TIMELINE = "timeline"
    LIST = "list"
    SOURCES = "sources"
    CLAIMS = "claims"
