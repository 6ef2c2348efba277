"""Row numbers of the full-text index: the most important first, so that a search can stop early."""

_BITS = 40
_HEAVIEST = 1 << 20


def rowid(record_id: int, weight: int) -> int:
    """The row number of a record in its search table.

    Args:
        record_id: the record's id, below 2**40.
        weight: how much it matters among its kind, 0 or more; what goes beyond a million counts as a million.
    """
    return ((_HEAVIEST - min(weight, _HEAVIEST)) << _BITS) | record_id


def record_id(row: int) -> int:
    """The record's id in a row number."""
    return row & ((1 << _BITS) - 1)
