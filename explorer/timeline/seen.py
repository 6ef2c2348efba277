"""What of a frame lies in lanes that are in sight, so that the others cost no paint."""

from dataclasses import fields, replace
from typing import TypeVar

from explorer.timeline.frame import Bars, BoolArray, Density, Frame, Labels

Part = TypeVar("Part", Bars, Labels)


def seen_part(frame: Frame, top: float, foot: float) -> Frame:
    """The frame without density, bars and labels of lanes that end above ``top`` or begin below ``foot``.

    Both are pixels of the frame. Marks stay: many cost as little as few. So do the counts.
    """
    lanes = frame.lanes
    shown = (lanes.top < foot) & (lanes.top + lanes.height > top)
    if shown.all():
        return frame
    low = int(lanes.top[shown].min(initial=lanes.total))
    high = int((lanes.top + lanes.height)[shown].max(initial=0))
    labels = frame.labels
    return replace(
        frame,
        bars=_some(frame.bars, shown[frame.bars.lane]),
        labels=_some(labels, (labels.y >= low) & (labels.y < high)),
        density=_dense(frame.density, shown),
        fading=None if frame.fading is None else _dense(frame.fading, shown),
    )


def _dense(density: Density, shown: BoolArray) -> Density:
    return replace(density, counts=density.counts * shown[:, None])


def _some(part: Part, chosen: BoolArray) -> Part:
    rows = chosen.nonzero()[0]
    if len(rows) == len(chosen):
        return part
    return type(part)(*(getattr(part, one.name)[rows] for one in fields(part)))
