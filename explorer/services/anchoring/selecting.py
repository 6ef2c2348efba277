"""Makes selectors as of W3C Web Annotation: a quotation with what stands around it, and its position."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.domain.passage import Anchor, AnchorState, Passage, Selector

CONTEXT = 32


def selector_at(text: str, start: int, end: int, paragraphs: Sequence[int]) -> Selector:
    """The selectors of a span of a canonical text.

    Args:
        text: The canonical text.
        start: Code point of the first character.
        end: Code point behind the last one.
        paragraphs: Where the paragraphs begin, in code points.
    """
    return Selector(
        exact=text[start:end],
        prefix=text[max(start - CONTEXT, 0) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        paragraph=max(bisect_right(paragraphs, start), 1),
    )


def selectors(text: str, passages: Iterable[Passage], anchors: Iterable[Anchor]) -> dict[int, Selector]:
    """Selectors by passage id that know more of the words around than those stored.

    Of a passage found character for character at its very place they are taken anew; of one found elsewhere
    only if nothing at all was known.
    """
    found = {
        each.passage_id: each
        for each in anchors
        if each.state is AnchorState.EXACT and each.start is not None
    }
    fresh = {}
    for passage in passages:
        selector, place = passage.selector, found.get(passage.id)
        if place is None or place.start is None or place.end is None:
            continue
        known = bool(selector.prefix or selector.suffix)
        if text[place.start : place.end] != selector.exact or (known and place.start != selector.start):
            continue
        fresh[passage.id] = replace(
            selector,
            prefix=text[max(place.start - CONTEXT, 0) : place.start],
            suffix=text[place.end : place.end + CONTEXT],
        )
    return fresh
