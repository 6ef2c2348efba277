"""Reads the tours of a story."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from explorer.domain.ids import record_uuid
from explorer.domain.tour import Show, Step, Tour

Record = Mapping[str, Any]
Ids = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What a step can name: the ids of records by slug, and the slugs of the series."""

    events: Ids
    passages: Ids
    claims: Ids
    themes: Ids
    series: frozenset[str]


def read_tours(tours: Sequence[Record], library: UUID, known: Known) -> tuple[Tour, ...]:
    """The records of ``tours.json``; their steps are numbered through.

    Args:
        tours: the records.
        library: the identity of the story.
        known: what the steps can name.

    Raises:
        KeyError, ValueError: a step names what does not exist.
    """
    numbers = count(1)
    return tuple(
        Tour(
            id=number,
            uuid=record_uuid(library, "tour", tour["id"]),
            slug=tour["id"],
            title=tour["title"],
            audience=tour["audience"],
            minutes=tour["minutes"],
            steps=tuple(_step(next(numbers), each, known) for each in tour["steps"]),
        )
        for number, tour in enumerate(tours, start=1)
    )


def _step(number: int, step: Record, known: Known) -> Step:
    series = tuple(step.get("series", ()))
    if missing := set(series) - known.series:
        raise ValueError(f"no such series: {min(missing)}")
    filters = step.get("filters")
    return Step(
        id=number,
        title=step["title"],
        view_start=step["view_start"],
        view_end=step["view_end"],
        lanes=tuple(known.themes[each] for each in step["lanes"] or ()),
        filters=json.dumps(filters, sort_keys=True, ensure_ascii=False) if filters else "",
        series=series,
        event_id=_id(known.events, step.get("focus_event")),
        passage_id=_id(known.passages, step.get("focus_passage")),
        claim_id=_id(known.claims, step.get("focus_claim")),
        show=Show(step.get("show", Show.VIEW)),
        say=step["say"],
        speaker_note=step["speaker_note"],
    )


def _id(ids: Ids, slug: str | None) -> int | None:
    return None if slug is None else ids[slug]
