"""Finds passages again in a copy of their document (:mod:`explorer.services.anchoring.finding`)."""

from explorer.services.anchoring.differing import differences, likeness
from explorer.services.anchoring.finding import anchor
from explorer.services.anchoring.folding import FoldedText, FoldedTexts, fold
from explorer.services.anchoring.selecting import selector_at, selectors

__all__ = [
    "FoldedText",
    "FoldedTexts",
    "anchor",
    "differences",
    "fold",
    "likeness",
    "selector_at",
    "selectors",
]
