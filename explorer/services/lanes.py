"""Makes change sets of the lanes. Each function returns a plan for ``Edits.apply``."""

import re
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added, updated
from explorer.domain.errors import ReaderError
from explorer.services.drafts import slug_of
from explorer.services.edits import Plan
from explorer.services.tour_mentions import in_tours
from explorer.store.engine import Transaction
from explorer.store.records import Fields, fields_of, keys_where, next_id
from explorer.store.removal import removal

NAME_LENGTH = 60
"""Characters of the longest name of a lane."""
MOST = 100
"""Lanes of a library."""
_COLOUR = re.compile(r"#[0-9A-F]{6}")


def new_lane(name: str, colour: str) -> Plan:
    """Add a lane below the others. ``colour`` is ``#RRGGBB``.

    The plan of each function here raises ReaderError where a name or a colour is none, or the lane is gone.
    """

    def plan(connection: Transaction) -> ChangeSet:
        lanes = _lanes(connection)
        if len(lanes) >= MOST:
            raise ReaderError(f"A library has no more than {MOST} lanes.")
        id_ = next_id(connection, "theme")
        fields = {
            "uuid": str(uuid4()),
            "slug": _slug(connection, name),
            "name": _named(name),
            "colour": _coloured(colour),
            "position": max((fields["position"] for _, fields in lanes), default=0) + 1,
            "description": "",
        }
        return ChangeSet(f"New lane “{fields['name']}”", (added("theme", {"id": id_}, fields),))

    return plan


def renamed_lane(theme_id: int, name: str) -> Plan:
    """Give a lane another name."""

    def plan(connection: Transaction) -> ChangeSet:
        before = _there(connection, theme_id)
        words = _named(name)
        title = f"Rename lane “{before['name']}” to “{words}”"
        return ChangeSet(title, updated("theme", {"id": theme_id}, before, {"name": words}))

    return plan


def recoloured_lane(theme_id: int, colour: str) -> Plan:
    """Give a lane another colour, ``#RRGGBB``."""

    def plan(connection: Transaction) -> ChangeSet:
        before = _there(connection, theme_id)
        title = f"Another colour for lane “{before['name']}”"
        return ChangeSet(title, updated("theme", {"id": theme_id}, before, {"colour": _coloured(colour)}))

    return plan


def moved_lane(theme_id: int, steps: int) -> Plan:
    """Move a lane down by some places, or up where ``steps`` is below 0; at the end it stays."""

    def plan(connection: Transaction) -> ChangeSet:
        lanes = _lanes(connection)
        name = _there(connection, theme_id)["name"]
        order = [id_ for id_, _ in lanes]
        at = order.index(theme_id)
        order.insert(min(max(at + steps, 0), len(order) - 1), order.pop(at))
        fields = dict(lanes)
        changes: list[Change] = []
        for position, id_ in enumerate(order, start=1):
            changes += updated("theme", {"id": id_}, fields[id_], {"position": position})
        moved = order != [id_ for id_, _ in lanes]
        return ChangeSet(f"Move lane “{name}”", tuple(changes) if moved else ())

    return plan


def deleted_lane(theme_id: int) -> Plan:
    """Delete a lane that has no events. The last one stays: an event has to stand somewhere."""

    def plan(connection: Transaction) -> ChangeSet:
        name = _there(connection, theme_id)["name"]
        if keys_where(connection, "event", theme_id=theme_id):
            raise ReaderError(f"The lane “{name}” has events. Give them another lane first.")
        if len(_lanes(connection)) == 1:
            raise ReaderError("This is the only lane. Add another one first.")
        title = f"Delete lane “{name}”{in_tours(connection, 'theme', theme_id)}"
        return ChangeSet(title, removal(connection, "theme", {"id": theme_id}))

    return plan


def _lanes(connection: Transaction) -> list[tuple[int, Fields]]:
    """All lanes from the top."""
    found = [(key["id"], _there(connection, key["id"])) for key in keys_where(connection, "theme")]
    return sorted(found, key=lambda lane: (lane[1]["position"], lane[0]))


def _there(connection: Transaction, theme_id: int) -> Fields:
    fields = fields_of(connection, "theme", {"id": theme_id})
    if fields is None:
        raise ReaderError("This lane is no longer there. Nothing was changed.")
    return fields


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise ReaderError("Give the lane a name.")
    if len(words) > NAME_LENGTH:
        raise ReaderError(f"The name of the lane is {len(words) - NAME_LENGTH} characters too long.")
    return words


def _coloured(colour: str) -> str:
    written = colour.upper()
    if not _COLOUR.fullmatch(written):
        raise ReaderError(f"“{colour}” is no colour. Write it as #0072B2.")
    return written


def _slug(connection: Transaction, name: str) -> str:
    stem = slug_of(name) or "lane"
    slug, number = stem, 1
    while keys_where(connection, "theme", slug=slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
