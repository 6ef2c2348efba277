"""Talks: a path of views through the story."""

from dataclasses import dataclass
from enum import StrEnum


class Show(StrEnum):
    """What a step puts before the class besides its words.

    ``QUOTATION`` is its passage set large, ``CLAIM`` its claim drawn on the series, its sum in stages.
    """

    VIEW = "view"
    QUOTATION = "quotation"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Step:
    """One view of a tour, what is in focus there, and what is said.

    ``view_start``, ``view_end`` are EDTF: the view reaches from the first moment of the one to the last of
    the other. ``lanes`` are theme ids, none for all. ``filters`` is JSON of what else narrows the view, as
    ``FacetsModel.as_json`` gives it, "" for none. ``series`` are slugs, none for the library's usual ones.
    """

    id: int
    title: str
    view_start: str
    view_end: str
    lanes: tuple[int, ...]
    filters: str
    series: tuple[str, ...]
    event_id: int | None
    passage_id: int | None
    claim_id: int | None
    show: Show
    say: str
    speaker_note: str

    @property
    def shown(self) -> Show:
        """What can be shown: the view alone where the passage or claim that it asks for is not there."""
        missing = {Show.QUOTATION: self.passage_id is None, Show.CLAIM: self.claim_id is None}
        return Show.VIEW if missing.get(self.show) else self.show


@dataclass(frozen=True, slots=True)
class Tour:
    """A talk in steps; ``minutes`` is how long it takes."""

    id: int
    uuid: str
    slug: str
    title: str
    audience: str
    minutes: int
    steps: tuple[Step, ...]
