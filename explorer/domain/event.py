"""Events: what happened, or is said to have happened."""

from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum


class Layer(StrEnum):
    """Where an event comes from."""

    ARTICLES = "seed"
    CONTEXT = "context"


class Status(StrEnum):
    """Whether a date, a citation or a figure was compared with a document."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    PROVISIONAL = "provisional"
    APPROXIMATE = "approximate"


class Precision(IntEnum):
    """The finest unit to which a date is known. A span has the coarser precision of its two ends."""

    MINUTE = 0
    DAY = 1
    MONTH = 2
    SEASON = 3
    YEAR = 4
    DECADE = 5
    CENTURY = 6


class DateFlag(IntFlag):
    """What else is known of a date. The values are stored; do not renumber them."""

    NONE = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    OPEN_START = 4
    OPEN_END = 8
    SPAN = 16
    ONE_OF = 32


@dataclass(frozen=True, slots=True)
class Extent:
    """The time a date may cover, as four day numbers (days since 1970-01-01, proleptic Gregorian).

    ``earliest <= likely_start <= likely_end <= latest``. Ends are exclusive: a day is one day long, so
    1970-01-01 has the extent (0, 0, 1, 1). An open side reaches to the bound of all times (see
    ``explorer.domain.days``).
    """

    earliest: float
    likely_start: float
    likely_end: float
    latest: float


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as written (EDTF) together with the numbers derived from it."""

    text: str
    extent: Extent
    precision: Precision
    flags: DateFlag


@dataclass(frozen=True, slots=True)
class Event:
    """One event with everything that stands in its own row.

    ``label`` is the short name by which the event goes on the timeline; without one it is the title.
    ``start`` and ``end`` are EDTF text; ``end`` is None unless the event lasts. ``importance`` runs from 5
    (the story fails without it) to 1. ``date_note`` tells how the date and the citation were checked.
    """

    id: int
    uuid: str
    slug: str
    title: str
    label: str
    summary: str
    start: str
    end: str | None
    extent: Extent
    precision: Precision
    flags: DateFlag
    layer: Layer
    scope: str
    importance: int
    theme_id: int
    tags: tuple[str, ...]
    citation: str
    url: str | None
    date_status: Status
    citation_status: Status
    date_note: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A lane. ``colour`` is ``#RRGGBB``."""

    id: int
    slug: str
    name: str
    colour: str
    order: int
    description: str


@dataclass(frozen=True, slots=True)
class Era:
    """A band above the lanes; ``band`` names its row (US presidencies, PRC leaders ...)."""

    id: int
    slug: str
    band: str
    title: str
    start: str
    end: str | None
    extent: Extent
    flags: DateFlag
    entity_id: int | None
    status: Status
    note: str
