"""Where the labels in the margin go: beside their passages, and never over one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.widgets.sources.content import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage in the margin: where its bar begins and ends, and where its label stands.

    ``lines`` are those of the label: 0 for a passage whose label is the one above it, or that has no event.
    """

    span: Span
    top: float
    height: float
    label_top: float
    lines: int


def stack(
    spans: Sequence[Span], boxes: Sequence[tuple[float, float]], wanted: Sequence[int], line: float
) -> list[Mark]:
    """Lay out the margin.

    Args:
        spans: Passages from top to bottom.
        boxes: Top and height of the first line of each, in pixels.
        wanted: Lines that each label would like to have (1 or more).
        line: Height of a line of a label, in pixels.
    """
    marks: list[Mark] = []
    free = float("-inf")
    labelled = [
        bool(span.title) and (not at or span.title != spans[at - 1].title) for at, span in enumerate(spans)
    ]
    for at, (span, (top, height)) in enumerate(zip(spans, boxes, strict=True)):
        if not labelled[at]:
            marks.append(Mark(span, top, height, top, 0))
            continue
        label_top = max(top, free)
        below = next((boxes[i][0] for i in range(at + 1, len(spans)) if labelled[i]), float("inf"))
        lines = (
            min(max(int((below - label_top) // line), 1), wanted[at]) if below != float("inf") else wanted[at]
        )
        marks.append(Mark(span, top, height, label_top, lines))
        free = label_top + lines * line
    return marks
