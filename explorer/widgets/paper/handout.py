"""The handout: the timeline over several pages, events, quotations, questions with room, sources."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.domain.handing_out import Part
from explorer.services.handing_out.content import Content, Shown
from explorer.services.handing_out.gathering import counted
from explorer.services.handing_out.pacing import Pace
from explorer.services.libraries import OpenLibrary
from explorer.widgets.paper import telling
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.figures import source_line
from explorer.widgets.paper.flow import Flow
from explorer.widgets.paper.heads import head
from explorer.widgets.paper.items import Anchor, Face, Item, Sheet
from explorer.widgets.paper.legend import LINE, legend
from explorer.widgets.paper.plot import Area, Look, Plot, heights, lay_out
from explorer.widgets.paper.stretches import stretches
from explorer.widgets.paper.timeline import timeline_items
from explorer.widgets.paper.wording import PaperWording

TEXT_UNIT = 9.5 / 12
"""Points a pixel in text: 12 pixels of the screen are 9.5 points."""
TIMELINE_UNIT = 7.0 / 12
SHORT_SIDE = 595.0
LARGEST = 1.7
"""Large paper has larger text, up to this."""
MARGIN = 40.0
STEP_SHARE = 0.4
"""Of a page, what the timeline of a step takes at least."""
HEADING, BODY, SMALL = 17.0, 12.0, 10.5
LEGEND_GAP = 10


def handout(
    library: OpenLibrary,
    content: Content,
    parts: Sequence[Part],
    faces: Faces,
    wording: PaperWording,
    size: tuple[float, float],
    pace: Pace,
) -> list[Sheet]:
    """The pages.

    Raises:
        ReaderError: the library cannot be read.
        CancelledError: the errand that ``pace`` keeps was called off.
    """
    grown = min(max(min(size) / SHORT_SIDE, 1.0), LARGEST)
    look = Look(faces, TEXT_UNIT * grown)
    flow = Flow(look, *size, MARGIN * grown, content.title)
    _open(flow, content, wording)
    small = Look(faces, TIMELINE_UNIT * grown)
    if Part.TIMELINE in parts:
        flow.part = wording.heading("timeline")
        if content.views[0].step is None:
            _stretches(flow, library, content, small, wording, pace)
        else:
            _legend(flow, small, wording)
            flow.space(look.px(18))
            _steps(flow, library, content, small, wording, pace)
    if Part.EVENTS in parts:
        telling.events(flow, content, wording, pace)
    if Part.QUOTATIONS in parts:
        telling.quotations(flow, content, wording, pace)
    if Part.QUESTIONS in parts:
        telling.questions(flow, content, wording, pace)
    telling.works(flow, content, wording, pace)
    ground = look.theme.colour("canvas")
    return flow.sheets(wording.counts(content.counted), wording.made(), wording.page, ground)


def _open(flow: Flow, content: Content, wording: PaperWording) -> None:
    """The title and what the whole is about."""
    first = content.views[0]
    lines = [content.subtitle, wording.audience(content)]
    span = ""
    if first.step is None:
        span = wording.span(first.view)
        lines.append(wording.narrowed(first.view.filters))
    lines.append(wording.counts(content.counted))
    items, height = head(
        flow.look,
        Area(flow.area.x, flow.y, flow.area.width, 0),
        content.title,
        span,
        tuple(filter(None, lines)),
    )
    flow.put(items, height)


def _stretches(
    flow: Flow, library: OpenLibrary, content: Content, look: Look, wording: PaperWording, pace: Pace
) -> None:
    """The whole, then each stretch of it on a page of its own."""
    whole = content.views[0]
    parts = stretches(library, whole.view, whole.sieve)
    _timeline(
        flow,
        library,
        whole,
        look,
        wording,
        flow.room - _legend_height(look, flow, wording) - look.px(LEGEND_GAP),
    )
    _legend(flow, look, wording)
    if len(parts) < 2:
        return
    for shown in counted(library, [(view, None) for view in parts]):
        pace.step()
        flow.turn()
        _heading(flow, wording.span(shown.view), wording.counts(shown.counted))
        _timeline(flow, library, shown, look, wording, flow.room)


def _steps(
    flow: Flow, library: OpenLibrary, content: Content, look: Look, wording: PaperWording, pace: Pace
) -> None:
    """Each step with its title, what is said, and its timeline."""
    body, colour = Face(flow.look.px(BODY)), flow.look.theme.colour("ink")
    for number, shown in enumerate(content.views, start=1):
        pace.step()
        step = shown.step
        if step is None:
            continue
        rows = flow.faces.wrapped(step.say, body, flow.area.width)
        text = flow.look.px(HEADING * 2.6) + flow.faces.height(body) * len(rows)
        view = shown.view if step.series else replace(shown.view, series=())
        least, most = (height + look.px(30) for height in heights(library, view, look))
        least = max(least, min(most, flow.area.height * STEP_SHARE))
        text += telling.focus_height(flow, shown, wording)
        flow.need(text + least)
        _heading(flow, f"{number}  {step.title}", wording.span(shown.view))
        flow.text(rows, body, colour)
        flow.space(flow.look.px(6))
        telling.focus(flow, shown, wording)
        # Two steps share a page where they can: a view takes no more than it needs.
        room = flow.room if flow.room < 1.6 * least else least
        _timeline(flow, library, replace(shown, view=view), look, wording, min(room, most))
        flow.space(flow.look.px(18))


def _timeline(
    flow: Flow, library: OpenLibrary, shown: Shown, look: Look, wording: PaperWording, height: float
) -> None:
    face = Face(look.px(SMALL))
    below = 2 * flow.faces.height(face) + look.px(8)
    area = Area(flow.area.x, flow.y, flow.area.width, max(height - below, look.px(200)))
    selected = None
    if shown.step is not None and shown.step.event_id is not None:
        selected = library.index.row_of(shown.step.event_id)
    plot = lay_out(library, shown, area, look, selected=selected)
    flow.put(tuple(timeline_items(plot, wording)), plot.bottom - flow.y)
    _sources_of(flow, plot, face, wording)


def _sources_of(flow: Flow, plot: Plot, face: Face, wording: PaperWording) -> None:
    """Where the figures come from, and what is not drawn."""
    lines = []
    beyond = sum(plot.frame.counts.beyond)
    if beyond:
        lines.append(wording.beyond(beyond))
    if plot.series and plot.figures.height > 0:
        lines.append(wording.figures(source_line(plot.series)))
    if lines:
        flow.y += flow.look.px(3)
        rows = flow.faces.wrapped("  ".join(lines), face, flow.area.width, 2)
        flow.text(rows, face, flow.look.theme.colour("muted"))


def _heading(flow: Flow, title: str, right: str) -> None:
    look, theme = flow.look, flow.look.theme
    face, small = Face(look.px(HEADING), bold=True), Face(look.px(SMALL))
    beside = flow.faces.words(
        flow.area.right, flow.y + flow.faces.ascent(face), right, small, theme.colour("muted"), Anchor.END
    )
    room = flow.area.width - beside.width - look.px(16)
    items: list[Item] = [beside]
    rows = flow.faces.wrapped(title, face, room, 2)
    for number, row in enumerate(rows):
        y = flow.y + number * flow.faces.height(face) + flow.faces.ascent(face)
        items.append(flow.faces.words(flow.area.x, y, row, face, theme.colour("ink")))
    flow.put(items, flow.faces.height(face) * len(rows) + look.px(6))


def _legend_height(look: Look, flow: Flow, wording: PaperWording) -> float:
    note = look.faces.height(Face(look.px(SMALL)))
    return legend(look, wording, 0.0, 0.0, flow.area.width)[1] + note + look.px(LEGEND_GAP + LINE / 2)


def _legend(flow: Flow, look: Look, wording: PaperWording) -> None:
    """The legend, on the page where the timeline begins or ends."""
    flow.space(look.px(LEGEND_GAP))
    flow.need(_legend_height(look, flow, wording))
    items, height = legend(look, wording, flow.area.x, flow.y, flow.area.width)
    flow.put(items, height)
    face = Face(look.px(SMALL))
    flow.text([wording.lane_legend()], face, flow.look.theme.colour("muted"))
