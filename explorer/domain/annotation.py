"""Passages as they travel: W3C Web Annotations out of a library, and into one."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.passage import Passage, Quantity, Selector, Stance
from explorer.domain.source import Source


@dataclass(frozen=True, slots=True)
class EventLink:
    """What a passage does for an event, which is known by its uuid. ``start`` and ``end`` are EDTF."""

    uuid: str
    title: str
    start: str
    end: str | None
    stance: Stance
    note: str
    example: bool


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """A passage with its source and the events it speaks of."""

    passage: Passage
    source: Source
    links: tuple[EventLink, ...]


@dataclass(frozen=True, slots=True)
class NamedSource:
    """What an annotation says of the document it is about; "" is what it does not say."""

    uuid: str = ""
    url: str = ""
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """An annotation as it stands in a file.

    ``uuid`` is "" if its id is none of ours. ``start`` and ``end`` of the selector are -1 without a
    TextPositionSelector. ``problems`` are whole sentences on what of it could not be read.
    """

    number: int
    uuid: str
    source: NamedSource
    selector: Selector | None
    paraphrase: str
    note: str
    kind: str
    date: str | None
    date_note: str
    quantities: tuple[Quantity, ...]
    links: tuple[EventLink, ...]
    problems: tuple[str, ...]


class Fate(StrEnum):
    """What becomes of an annotation: a new passage, more events for a known one, nothing new, or left out."""

    NEW = "new"
    LINKED = "linked"
    KNOWN = "known"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with its place in this library.

    ``source`` is None where no source of the library is meant. ``selector`` is the place in the attached
    text (``anchored``) or, without one, the place that the annotation gives. ``passage_id`` is that of a
    passage that is there already. ``links`` are (id of an event, link) that are not there yet.
    """

    read: ReadAnnotation
    fate: Fate
    source: Source | None
    selector: Selector | None = None
    anchored: bool = False
    passage_id: int | None = None
    links: tuple[tuple[int, EventLink], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationPreview:
    """What importing a file would do, annotation by annotation. Nothing is written yet."""

    name: str
    placed: tuple[PlacedAnnotation, ...]

    def count(self, fate: Fate) -> int:
        """How many annotations have a fate."""
        return sum(one.fate is fate for one in self.placed)

    @property
    def changes_something(self) -> bool:
        """Whether importing would change the library."""
        return any(one.fate in {Fate.NEW, Fate.LINKED} for one in self.placed)
