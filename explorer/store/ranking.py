"""Row numbers of the full-text index: the most important first, so that a search can stop early."""

RECORD_BITS = 40
"""Bits of a row number that hold the id of the record; the weight stands above them."""
_HEAVIEST = 1 << 20


def rowid(record_id: int, weight: int) -> int:
    """The row number of a record in its search table.

    Args:
        record_id: the record's id, below 2**40.
        weight: how much it matters among its kind, 0 or more; what goes beyond a million counts as a million.
    """
    return ((_HEAVIEST - min(weight, _HEAVIEST)) << RECORD_BITS) | record_id


def record_id(row: int) -> int:
    """The record's id in a row number."""
    return row & ((1 << RECORD_BITS) - 1)
