"""A whole timeline as things on a sheet."""

from collections.abc import Iterator

from explorer.widgets.paper import lanes, marks
from explorer.widgets.paper.figures import figures
from explorer.widgets.paper.items import Item
from explorer.widgets.paper.plot import Plot
from explorer.widgets.paper.wording import PaperWording


def timeline_items(plot: Plot, wording: PaperWording) -> Iterator[Item]:
    """In the order in which they are drawn, what is on top last."""
    yield from lanes.eras(plot, wording.band)
    yield from lanes.ground(plot)
    yield from lanes.headers(plot, wording.in_view)
    yield from figures(plot)
    yield from lanes.axis(plot)
    yield from marks.density(plot)
    yield from marks.bars(plot)
    yield from marks.leaders(plot)
    yield from marks.dots(plot)
    yield from marks.clusters(plot)
    yield from marks.discs(plot)
    yield from marks.labels(plot)
