"""A view on one sheet: a picture, or a poster with the most important events below it."""

from collections.abc import Iterator

from explorer.services.handing_out.content import Content, Shown, Told
from explorer.services.handing_out.narrowing import rows_in
from explorer.services.libraries import OpenLibrary
from explorer.timeline.lanes import lane_layout
from explorer.timeline.scale import Scale
from explorer.widgets.paper import plot as plots
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.figures import source_line
from explorer.widgets.paper.heads import FOOT, foot, foot_height, head
from explorer.widgets.paper.items import Face, Sheet, Words
from explorer.widgets.paper.key_events import key_events
from explorer.widgets.paper.legend import LINE, legend
from explorer.widgets.paper.plot import Area, Look, Plot, lay_out
from explorer.widgets.paper.timeline import timeline_items
from explorer.widgets.paper.wording import PaperWording

HEAD_AND_FOOT = 150
"""About what head, legend and foot take, in pixels of the screen."""
NOTE_LINES = 2
"""For the notes on sources there is room for so many lines at least."""
NARROWEST = 1_100
"""A timeline keeps so many pixels of width, however large its texts could be."""


def unit_for(library: OpenLibrary, shown: Shown, width: float, height: float, least: float) -> float:
    """Points a pixel of the screen with which the timeline fills a sheet, as far as its width allows."""
    view, contents = shown.view, library.contents
    wanted = [at for at, theme in enumerate(contents.themes) if not view.lanes or theme.id in view.lanes]
    needed = library.index.rows_needed[wanted] if wanted else library.index.rows_needed
    full = lane_layout(needed, 1_000_000, Scale.of()).total + HEAD_AND_FOOT + plots.AXIS
    full += plots.BAND * 2 + (plots.SERIES if contents.series else 0)
    return max(least, min(height / full, width / NARROWEST))


def sheet_of(
    library: OpenLibrary,
    content: Content,
    number: int,
    faces: Faces,
    wording: PaperWording,
    size: tuple[float, float],
    margin: float,
    least: float,
    *,
    paged: bool = False,
) -> Sheet:
    """One view of the content (``number`` counts from 0) on a sheet of its own.

    ``least`` is how many points a pixel has at least. One sheet alone has a page number if ``paged``.

    Raises:
        ReaderError: the library cannot be read.
    """
    shown = content.views[number]
    width, height = size
    area = Area(margin, margin, width - 2 * margin, height - 2 * margin)
    look = Look(faces, unit_for(library, shown, area.width, area.height, least))
    items, taken = head(look, area, *_titles(content, number, wording))
    tall = legend(look, wording, area.x, 0.0, area.width)[1]
    below = foot_height(look) + tall + 2 * look.px(LINE)
    room = Area(area.x, area.y + taken, area.width, area.height - taken - below)
    selected = None
    if shown.step is not None and shown.step.event_id is not None:
        selected = library.index.row_of(shown.step.event_id)
    plot = lay_out(library, shown, room, look, selected=selected)
    items.extend(timeline_items(plot, wording))
    top = area.bottom - foot_height(look) - tall - look.px(2)
    notes = list(_notes(plot, content, wording, area, top))
    items.extend(notes)
    items.extend(legend(look, wording, area.x, top, area.width)[0])
    free = plot.bottom + look.px(LINE)
    noted = max(top - min((note.y for note in notes), default=top), look.px(LINE))
    key = Area(area.x, free, area.width, top - noted - look.px(LINE) - free)
    items.extend(key_events(_told(library, content, shown), key, look, wording))
    page = wording.page(number + 1, len(content.views)) if paged or len(content.views) > 1 else ""
    counts = wording.counts(shown.counted)
    items.extend(foot(look, area, counts, wording.made(), page))
    return Sheet(width, height, _name(content, number, wording), look.theme.colour("canvas"), tuple(items))


def _told(library: OpenLibrary, content: Content, shown: Shown) -> tuple[Told, ...]:
    """The events of this view alone; the one that a step is about is among them."""
    if len(content.views) == 1:
        return content.events
    ids = set(library.index.id[rows_in(library, shown.view, shown.sieve)].tolist())
    return tuple(told for told in content.events if told.event.id in ids)


def _titles(content: Content, number: int, wording: PaperWording) -> tuple[str, str, tuple[str, ...]]:
    """The title, what stands at its right, and the lines below."""
    shown = content.views[number]
    span, filters = wording.span(shown.view), wording.narrowed(shown.view.filters)
    if shown.step is None:
        return content.title, span, tuple(part for part in (content.subtitle, filters) if part)
    place = wording.step(number + 1, len(content.views))
    focus = (text for pair in wording.focus(shown) for text in pair)
    below = (f"{content.title} · {place}", shown.step.say, *focus, filters)
    return shown.step.title, span, tuple(part for part in below if part)


def _name(content: Content, number: int, wording: PaperWording) -> str:
    shown = content.views[number]
    title = content.title if shown.step is None else f"{content.title}: {shown.step.title}"
    return f"{title}, {wording.span(shown.view)}"


def _notes(plot: Plot, content: Content, wording: PaperWording, area: Area, bottom: float) -> Iterator[Words]:
    """Lines that end at ``bottom``: where the figures come from, and what is not drawn."""
    look, faces = plot.look, plot.look.faces
    face = Face(look.px(FOOT))
    beyond = sum(plot.frame.counts.beyond)
    lines = [wording.beyond(beyond) if beyond else "", wording.sources(content)]
    if plot.series and plot.figures.height > 0:
        lines.append(wording.figures(source_line(plot.series)))
    most = max(int((bottom - plot.bottom - look.px(LINE)) / faces.height(face)), NOTE_LINES)
    rows = faces.wrapped(" ".join(filter(None, lines)), face, area.width, most)
    y = bottom - faces.height(face) * len(rows) - look.px(3)
    for row in rows:
        yield faces.words(area.x, y + faces.ascent(face), row, face, look.theme.colour("muted"))
        y += faces.height(face)
