"""Talks: a path of views through the story."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One view of a tour. ``view_start``, ``view_end`` are EDTF; ``lanes`` are theme ids, none for all."""

    title: str
    view_start: str
    view_end: str
    event_id: int | None
    lanes: tuple[int, ...]
    say: str
    speaker_note: str


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
