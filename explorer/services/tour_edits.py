"""Makes change sets of tours and their steps. Each function returns a plan for ``Edits.apply``."""

import json
from collections.abc import Iterable, Sequence
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added, removed, updated
from explorer.domain.errors import ReaderError
from explorer.domain.tour_draft import (
    MOST_STEPS,
    TITLE_LENGTH,
    StepDraft,
    TourDraft,
    refuse,
    step_problems,
    tour_problems,
)
from explorer.services.drafts import slug_of
from explorer.services.edits import Plan
from explorer.store.engine import Transaction
from explorer.store.records import Fields, fields_of, keys_where, next_id
from explorer.store.removal import removal


def new_tour(draft: TourDraft, steps: Sequence[StepDraft] = ()) -> Plan:
    """Make a tour, with its first steps.

    The plan of each function here raises ReaderError where a draft is not fit (``domain.tour_draft``), or
    where what is to be changed is gone.
    """

    def plan(connection: Transaction) -> ChangeSet:
        tour_id, changes = _new_tour(connection, draft)
        first = next_id(connection, "step")
        for position, step in enumerate(steps):
            changes += _new_step(first + position, tour_id, position, step)
        return ChangeSet(f"New tour “{draft.title.strip()}”", tuple(changes))

    return plan


def changed_tour(tour_id: int, draft: TourDraft) -> Plan:
    """Give a tour another title, audience or length."""

    def plan(connection: Transaction) -> ChangeSet:
        before = _tour(connection, tour_id)
        fields = _tour_fields(draft)
        title = f"Edit tour “{before['title']}”"
        if fields["title"] != before["title"]:
            title = f"Rename tour “{before['title']}” to “{fields['title']}”"
        return ChangeSet(title, updated("tour", {"id": tour_id}, before, fields))

    return plan


def duplicated_tour(tour_id: int) -> Plan:
    """Make a second tour of the same steps."""

    def plan(connection: Transaction) -> ChangeSet:
        before = _tour(connection, tour_id)
        name = _copy_of(connection, before["title"])
        copy, changes = _new_tour(connection, TourDraft(name, before["audience"], before["minutes"]))
        first = next_id(connection, "step")
        for position, step_id in enumerate(_ordered(connection, tour_id)):
            fields = _step(connection, step_id) | {"tour_id": copy, "position": position}
            changes += _copied(connection, step_id, first + position, fields)
        return ChangeSet(f"Duplicate tour “{before['title']}”", tuple(changes))

    return plan


def deleted_tour(tour_id: int) -> Plan:
    """Delete a tour with its steps."""

    def plan(connection: Transaction) -> ChangeSet:
        title = f"Delete tour “{_tour(connection, tour_id)['title']}”"
        return ChangeSet(title, removal(connection, "tour", {"id": tour_id}))

    return plan


def new_step(tour_id: int, draft: StepDraft, position: int | None = None) -> Plan:
    """Add a step to a tour, at its end or before the one that is at ``position``."""

    def plan(connection: Transaction) -> ChangeSet:
        tour = _tour(connection, tour_id)
        order = _ordered(connection, tour_id)
        if len(order) >= MOST_STEPS:
            raise ReaderError(f"A tour has no more than {MOST_STEPS} steps. Begin another tour.")
        at = len(order) if position is None else min(max(position, 0), len(order))
        id_ = next_id(connection, "step")
        changes = _in_order(connection, [*order[:at], None, *order[at:]])
        changes += _new_step(id_, tour_id, at, draft)
        return ChangeSet(f"New step “{draft.title.strip()}” in “{tour['title']}”", tuple(changes))

    return plan


def changed_step(step_id: int, draft: StepDraft) -> Plan:
    """Give a step the fields of a draft."""

    def plan(connection: Transaction) -> ChangeSet:
        before = _step(connection, step_id)
        changes = [*updated("step", {"id": step_id}, before, _step_fields(draft))]
        changes += _lanes_changed(connection, step_id, draft.lanes)
        return ChangeSet(f"Edit step “{draft.title.strip()}”", tuple(changes))

    return plan


def moved_step(step_id: int, position: int) -> Plan:
    """Have a step stand at a place of its tour, counted from 0; beyond the ends it stays at the end."""

    def plan(connection: Transaction) -> ChangeSet:
        step = _step(connection, step_id)
        order = _ordered(connection, step["tour_id"])
        was = order.index(step_id)
        at = min(max(position, 0), len(order) - 1)
        title = f"Move step “{step['title']}”"
        if at == was:
            return ChangeSet(title, ())
        order.insert(at, order.pop(was))
        return ChangeSet(title, tuple(_in_order(connection, order)))

    return plan


def duplicated_step(step_id: int) -> Plan:
    """Put the same step behind a step once more."""

    def plan(connection: Transaction) -> ChangeSet:
        fields = _step(connection, step_id)
        order = _ordered(connection, fields["tour_id"])
        at = order.index(step_id) + 1
        changes = _in_order(connection, [*order[:at], None, *order[at:]])
        copy = fields | {"position": at}
        changes += _copied(connection, step_id, next_id(connection, "step"), copy)
        return ChangeSet(f"Duplicate step “{fields['title']}”", tuple(changes))

    return plan


def deleted_step(step_id: int) -> Plan:
    """Take a step out of its tour."""

    def plan(connection: Transaction) -> ChangeSet:
        title = f"Delete step “{_step(connection, step_id)['title']}”"
        return ChangeSet(title, removal(connection, "step", {"id": step_id}))

    return plan


def _new_tour(connection: Transaction, draft: TourDraft) -> tuple[int, list[Change]]:
    fields = _tour_fields(draft) | {"uuid": str(uuid4()), "slug": _slug(connection, draft.title)}
    id_ = next_id(connection, "tour")
    return id_, [added("tour", {"id": id_}, fields)]


def _tour_fields(draft: TourDraft) -> Fields:
    refuse(tour_problems(draft))
    return {"title": draft.title.strip(), "audience": draft.audience.strip(), "minutes": draft.minutes}


def _new_step(id_: int, tour_id: int, position: int, draft: StepDraft) -> list[Change]:
    fields = _step_fields(draft) | {"tour_id": tour_id, "position": position}
    return [added("step", {"id": id_}, fields), *_lanes(id_, draft.lanes)]


def _step_fields(draft: StepDraft) -> Fields:
    refuse(step_problems(draft))
    return {
        "title": draft.title.strip(),
        "view_start": draft.view_start,
        "view_end": draft.view_end,
        "filters": draft.filters,
        "series": json.dumps(draft.series),
        "event_id": draft.event_id,
        "passage_id": draft.passage_id,
        "claim_id": draft.claim_id,
        "show": draft.show.value,
        "say": draft.say.strip(),
        "speaker_note": draft.speaker_note.strip(),
    }


def _copied(connection: Transaction, step_id: int, id_: int, fields: Fields) -> list[Change]:
    """A step like another one, with fields of its own."""
    return [added("step", {"id": id_}, fields), *_lanes(id_, _lanes_of(connection, step_id))]


def _lanes(step_id: int, lanes: Iterable[int]) -> list[Change]:
    return [
        added("step_lane", {"step_id": step_id, "theme_id": lane}, {"position": position})
        for position, lane in enumerate(dict.fromkeys(lanes))
    ]


def _lanes_of(connection: Transaction, step_id: int) -> list[int]:
    keys = keys_where(connection, "step_lane", step_id=step_id)
    keys.sort(key=lambda key: (fields_of(connection, "step_lane", key) or {})["position"])
    return [key["theme_id"] for key in keys]


def _lanes_changed(connection: Transaction, step_id: int, lanes: Sequence[int]) -> list[Change]:
    if _lanes_of(connection, step_id) == list(dict.fromkeys(lanes)):
        return []
    gone = [
        removed("step_lane", key, fields_of(connection, "step_lane", key) or {})
        for key in keys_where(connection, "step_lane", step_id=step_id)
    ]
    return gone + _lanes(step_id, lanes)


def _ordered(connection: Transaction, tour_id: int) -> list[int]:
    """The ids of the steps of a tour in their order."""
    ids = [key["id"] for key in keys_where(connection, "step", tour_id=tour_id)]
    return sorted(ids, key=lambda id_: (_step(connection, id_)["position"], id_))


def _in_order(connection: Transaction, order: Sequence[int | None]) -> list[Change]:
    """The changes that have steps stand in this order; None keeps a place free."""
    changes: list[Change] = []
    for position, id_ in enumerate(order):
        if id_ is not None:
            changes += updated("step", {"id": id_}, _step(connection, id_), {"position": position})
    return changes


def _tour(connection: Transaction, tour_id: int) -> Fields:
    fields = fields_of(connection, "tour", {"id": tour_id})
    if fields is None:
        raise ReaderError("This tour is no longer in the library. Nothing was changed.")
    return fields


def _step(connection: Transaction, step_id: int) -> Fields:
    fields = fields_of(connection, "step", {"id": step_id})
    if fields is None:
        raise ReaderError("This step is no longer in the library. Nothing was changed.")
    return fields


def _copy_of(connection: Transaction, title: str) -> str:
    """A title that no tour has: “Promises (2)”."""
    number = 2
    while True:
        end = f" ({number})"
        name = title[: TITLE_LENGTH - len(end)].rstrip() + end
        if not keys_where(connection, "tour", title=name):
            return name
        number += 1


def _slug(connection: Transaction, title: str) -> str:
    """A readable name that no tour has."""
    stem = slug_of(title) or "tour"
    slug, number = stem, 1
    while keys_where(connection, "tour", slug=slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
