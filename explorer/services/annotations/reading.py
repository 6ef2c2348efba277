"""Reads W3C Web Annotations from a JSON file, ours or somebody else's (Hypothesis's export among them)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard
from uuid import UUID

from explorer.domain.annotation import EventLink, NamedSource, ReadAnnotation
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Quantity, Selector, Stance
from explorer.services.bibliography.dates import is_edtf
from explorer.services.plain_text import canonical

LARGEST = 20_000_000
"""Bytes of a file."""
MOST = 20_000
"""Annotations of a file."""
_LONGEST_QUOTE = 20_000
_LONGEST_TEXT = 20_000
_LONGEST_CONTEXT = 200
_MOST_BODIES = 200
_KINDS = frozenset(("event", "policy", "statistic", "actor", "opinion", "forecast"))
_URN = "urn:uuid:"
_SHAPE = "A file of annotations is JSON: an AnnotationPage, an AnnotationCollection or a list."


def read(data: bytes, name: str) -> tuple[ReadAnnotation, ...]:
    """Read a file of annotations.

    Args:
        data: the bytes of the file.
        name: its name, for what is said of it.

    Raises:
        ReaderError: it is too large, no JSON, or holds no annotation.
    """
    if len(data) > LARGEST:
        raise ReaderError(f"“{name}” is larger than {LARGEST // 1_000_000} MB. Export it in several files.")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"“{name}” is no JSON that can be read. {_SHAPE}") from error
    items = [item for item in _items(found) if isinstance(item, Mapping) and "target" in item]
    if not items:
        raise ReaderError(f"There is no annotation in “{name}”. {_SHAPE}")
    if len(items) > MOST:
        raise ReaderError(f"“{name}” has more than {MOST:,} annotations. Export it in several files.")
    return tuple(_annotation(number, item) for number, item in enumerate(items, 1))


def _items(found: Any) -> list[Any]:
    if isinstance(found, list):
        return found
    if not isinstance(found, Mapping):
        return []
    for name in ("items", "first", "annotations", "rows"):
        if name in found:
            return _items(found[name])
    return [found]


def _annotation(number: int, item: Mapping[str, Any]) -> ReadAnnotation:
    problems: list[str] = []
    target = next(_mappings(item.get("target")), {})
    bodies = list(_mappings(item.get("body")))[:_MOST_BODIES]
    texts = _texts(item, bodies)
    date = item.get("tx:date")
    if date is not None and not (isinstance(date, str) and is_edtf(date)):
        problems.append("Its date cannot be read; the passage comes without it.")
        date = None
    selector = _selector(target)
    if selector is None:
        problems.append("It quotes no words, so it cannot be found in a text.")
    kinds = [tag for tag in texts.get("tagging", ()) if tag in _KINDS]
    links = [_link(body) for body in bodies if body.get("purpose") == "linking"]
    if None in links:
        problems.append("One of its links leads to no event and was left out.")
    return ReadAnnotation(
        number=number,
        uuid=_uuid(item.get("id")),
        source=_source(item, target),
        selector=selector,
        paraphrase=" ".join(texts.get("describing", ())),
        note="\n".join(texts.get("commenting", ())),
        kind=kinds[0] if kinds else "event",
        date=date,
        date_note=_text(item.get("tx:dateNote")),
        quantities=tuple(_quantities(item.get("tx:quantities"))),
        links=tuple(link for link in links if link is not None),
        problems=tuple(problems),
    )


def _mappings(value: Any) -> Iterator[Mapping[str, Any]]:
    """What may be one or several; a bare text is a textual body or the address of a target."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one
        elif isinstance(one, str):
            yield {"type": "TextualBody", "value": one, "source": one}


def _texts(item: Mapping[str, Any], bodies: list[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The words of an annotation by purpose; without one, as the annotation's motivation has it."""
    motivation = item.get("motivation")
    known = "describing" if motivation in ("describing", ["describing"]) else "commenting"
    texts: dict[str, list[str]] = {}
    for body in bodies:
        text = _text(body.get("value"))
        if text and body.get("type", "TextualBody") == "TextualBody":
            purpose = body.get("purpose")
            texts.setdefault(purpose if isinstance(purpose, str) else known, []).append(text)
    if isinstance(item.get("text"), str):  # Hypothesis keeps body and tags beside the target
        texts.setdefault("commenting", []).append(_text(item["text"]))
    for tag in item.get("tags", ()) if isinstance(item.get("tags"), list) else ():
        texts.setdefault("tagging", []).append(_text(tag))
    return texts


def _selector(target: Mapping[str, Any]) -> Selector | None:
    selectors = list(_mappings(target.get("selector")))
    quote = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    exact = quote.get("exact")
    if not isinstance(exact, str) or not exact.strip() or len(exact) > _LONGEST_QUOTE:
        return None
    prefix, suffix = (
        canonical(text) if isinstance(text := quote.get(name), str) else "" for name in ("prefix", "suffix")
    )
    place = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
    start, end = place.get("start"), place.get("end")
    if not (_is_count(start) and _is_count(end) and start < end):
        start = end = -1
    paragraph = target.get("tx:paragraph")
    return Selector(
        canonical(exact),
        prefix[-_LONGEST_CONTEXT:],
        suffix[:_LONGEST_CONTEXT],
        start,
        end,
        paragraph if _is_count(paragraph) else 0,
    )


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _source(item: Mapping[str, Any], target: Mapping[str, Any]) -> NamedSource:
    document = next(_mappings(target.get("source")), {})
    address = _text(document.get("id") or document.get("source") or item.get("uri"))
    titles = item.get("document", {}).get("title") if isinstance(item.get("document"), Mapping) else None
    title = document.get("dcterms:title") or document.get("title")
    return NamedSource(
        uuid=_uuid(address),
        url="" if address.startswith(_URN) else address,
        title=_text(title) or _text(titles[0] if isinstance(titles, list) and titles else titles),
        sha256=_text(document.get("tx:sha256")).lower(),
    )


def _link(body: Mapping[str, Any]) -> EventLink | None:
    event = next(_mappings(body.get("source")), {})
    uuid = _uuid(event.get("id") or event.get("source"))
    if not uuid:
        return None
    stance = body.get("tx:stance")
    return EventLink(
        uuid=uuid,
        title=_text(event.get("dcterms:title")),
        start=_text(event.get("tx:start")),
        end=_text(event.get("tx:end")) or None,
        stance=Stance(stance) if stance in {one.value for one in Stance} else Stance.MENTIONS,
        note=_text(body.get("tx:note")),
        example=body.get("tx:example") is True,
    )


def _quantities(value: Any) -> Iterator[Quantity]:
    for one in _mappings(value):
        number = one.get("value")
        if isinstance(number, int | float) and abs(number) < 1e300:
            unit, what, period = (_text(one.get(name)) for name in ("unit", "what", "period"))
            yield Quantity(float(number), unit, what, period)


def _uuid(value: Any) -> str:
    """The uuid in one of our ids; "" for any other id."""
    if not isinstance(value, str) or not value.startswith(_URN):
        return ""
    try:
        return str(UUID(value.removeprefix(_URN)))
    except ValueError:
        return ""


def _text(value: Any) -> str:
    return canonical(value[:_LONGEST_TEXT]).strip() if isinstance(value, str) else ""
