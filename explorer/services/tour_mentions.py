"""Says that what is about to go is part of tours."""

import json

from explorer.store.engine import Transaction
from explorer.store.records import fields_of, keys_where


def in_tours(connection: Transaction, record: str, id_: int) -> str:
    """How many steps of tours show a record, to follow upon its name: ", which 3 steps of tours show".

    Args:
        connection: a connection that reads.
        record: "event", "passage" or "claim", which a step has in focus, or "theme", which is a lane of it.
        id_: the record.
    """
    if record == "theme":
        return _said(len(keys_where(connection, "step_lane", theme_id=id_)))
    return _said(len(keys_where(connection, "step", **{f"{record}_id": id_})))


def series_in_tours(connection: Transaction, slug: str) -> str:
    """The same of a series, which steps name by its slug."""
    steps = (fields_of(connection, "step", key) or {} for key in keys_where(connection, "step"))
    return _said(sum(slug in json.loads(step["series"]) for step in steps))


def _said(steps: int) -> str:
    if steps == 0:
        return ""
    return ", which a step of a tour shows" if steps == 1 else f", which {steps} steps of tours show"
