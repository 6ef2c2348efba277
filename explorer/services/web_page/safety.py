"""Nothing that stands in a library can do anything in what is handed out: it can only be read.

A library may come from a stranger, and what is handed out is opened by a class. Texts are never made part of
a page's markup or script; the few values that a browser acts upon pass through here.
"""

import json
import math
import re
from typing import Any
from urllib.parse import urlsplit

NEUTRAL = "#6A6F76"
"""In place of a colour that is none."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NEVER_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2066-\u2069\\\"<>]")
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_json(values: Any) -> str:
    """Values as JSON that can stand in an element ``script``: no sign in it can end the element.

    Raises:
        ValueError: a number is not finite.
    """
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_IN_SCRIPT)


def colour(text: str) -> str:
    """A colour as ``#RRGGBB``, or a neutral one in place of anything else."""
    return text if _COLOUR.fullmatch(text) else NEUTRAL


def web_address(text: str | None) -> str:
    """An address of the web that can be followed; "" for every other scheme and for what is malformed."""
    given = (text or "").strip()
    if not given or len(given) > 2_000 or _NEVER_IN_AN_ADDRESS.search(given):
        return ""
    try:
        parts = urlsplit(given)
    except ValueError:
        return ""
    followed = parts.scheme.lower() in {"http", "https"} and parts.netloc
    return given.replace("'", "%27") if followed else ""


def number(value: float) -> float | int | None:
    """A number as short as JSON can have it, to a hundred-thousandth; None for one that is not finite."""
    if not math.isfinite(value):
        return None
    rounded = round(value, 5)
    return int(rounded) if rounded == int(rounded) else rounded
