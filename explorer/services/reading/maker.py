"""Puts a reading together: canonical text, pages in it, and what the file says of itself."""

import re
from collections.abc import Sequence
from importlib.metadata import version

from explorer.domain.reading import Found, Kind, PageStart, Reading, UnreadableError
from explorer.services.plain_text import canonical
from explorer.services.reading.sketch import sketch

MOST_LETTERS = 20_000_000
"""Code points of the longest text that a library takes in."""
LONGEST_FIELD = 500
MOST_AUTHORS = 100
_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
_SPACE = re.compile(r"\s+")


def made(
    kind: Kind,
    parts: Sequence[tuple[str, str | None]],
    found: Found,
    *,
    name: str,
    extractor: str,
    encoding: str,
    notices: Sequence[str] = (),
) -> Reading:
    """A reading of parts that follow each other.

    Args:
        kind: of the file.
        parts: texts, each with the label of the page that begins with it, or None if none begins there.
        found: what the file says of itself.
        name: of the file, for sentences.
        extractor: the distribution that took the text out, or "" for our own code.
        encoding: how the bytes were decoded, or the name of the format.
        notices: whole sentences.

    Raises:
        UnreadableError: there is no text, or too much.
    """
    texts: list[str] = []
    pages: list[PageStart] = []
    at = 0
    for text, label in parts:
        if label is not None:
            pages.append(PageStart(at, len(pages) + 1, field(label)[:20]))
        text = canonical(text)
        texts.append(text)
        at += len(text)
    text = "".join(texts)
    if not text.strip():
        raise UnreadableError(f"There is no text in “{name}”.", no_text=True)
    if len(text) > MOST_LETTERS:
        raise UnreadableError(
            f"“{name}” holds more than {MOST_LETTERS // 1_000_000} million letters. Add it in parts."
        )
    by = f"{extractor} {version(extractor)}" if extractor else f"timeline-explorer {version_of_ours()}"
    return Reading(kind, text, tuple(pages), found, encoding, by, sketch(text), tuple(notices))


def field(value: object) -> str:
    """A field of a record as one line of canonical text, cut where nobody would write more."""
    if not isinstance(value, str):
        return ""
    return _SPACE.sub(" ", canonical(value)).strip()[:LONGEST_FIELD].strip()


def names(values: Sequence[object]) -> tuple[str, ...]:
    """Names of people or bodies, without empty ones and doubles."""
    return tuple(dict.fromkeys(filter(None, map(field, values[:MOST_AUTHORS]))))


def day(value: object) -> str:
    """The date with which a text begins, as EDTF; "" if it begins with none."""
    match = _ISO.match(field(value))
    return "-".join(filter(None, match.groups())) if match else ""


def version_of_ours() -> str:
    """The version of the app, whose own code reads plain text, e-books and Word documents."""
    from explorer import __version__

    return __version__
