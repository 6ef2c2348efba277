"""Reads records of the Citation Style Language (CSL-JSON)."""

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


def author(name: Record) -> str:
    """The name of a person, given name first, or of a body."""
    return str(name.get("literal") or f"{name.get('given', '')} {name['family']}".strip())


def issued(when: Record | None) -> str | None:
    """The date of a CSL record as EDTF."""
    if when is None:
        return None
    dates = [
        "-".join(f"{part:0{4 if at == 0 else 2}d}" for at, part in enumerate(d)) for d in when["date-parts"]
    ]
    return "/".join(f"{date}~" if when.get("circa") else date for date in dates)
