"""The parts of a handout that are text: events, quotations, questions and sources."""

from explorer.services.handing_out.content import Asked, Content, Question, Quoted, Shown, Told
from explorer.services.handing_out.pacing import Pace
from explorer.widgets.paper.flow import Flow
from explorer.widgets.paper.items import Face, Item, Rounded, line
from explorer.widgets.paper.wording import PaperWording

HEADING, TITLE, BODY, SMALL, QUOTE = 17.0, 12.5, 12.0, 10.5, 13.0
"""Sizes of texts, in pixels of the screen."""
DATE_COLUMN = 118
BETWEEN = 12
ANSWER_LINES, ANSWER_LINE = 3, 25
BOX = 15
INDENT = 24

Row = tuple[str, Face, str]
"""A line of text with its face and the role of its colour."""


def events(flow: Flow, content: Content, wording: PaperWording, pace: Pace) -> None:
    """The events by time, each with its summary and whether it was checked."""
    _begin(flow, wording, "events", content.counted.in_view > 0)
    _note(flow, wording.left_out(len(content.events), content.counted.in_view))
    for told in pace.over(content.events):
        _event(flow, told, wording)


def quotations(flow: Flow, content: Content, wording: PaperWording, pace: Pace) -> None:
    """What the sources say, word for word, with citation and place."""
    _begin(flow, wording, "quotations", bool(content.quotations))
    _note(flow, wording.quotations_left_out(len(content.quotations), content.quotations_in_view))
    for quoted in pace.over(content.quotations):
        _quotation(flow, quoted, wording)


def questions(flow: Flow, content: Content, wording: PaperWording, pace: Pace) -> None:
    """Questions, each with lines to answer on."""
    _begin(flow, wording, "questions", bool(content.questions))
    for number, question in enumerate(pace.over(content.questions), start=1):
        _question(flow, number, question, wording)


def works(flow: Flow, content: Content, wording: PaperWording, pace: Pace) -> None:
    """The bibliography."""
    _begin(flow, wording, "works", bool(content.works))
    _note(flow, wording.works_left_out(len(content.works), content.works_cited))
    face, ink = Face(flow.look.px(SMALL)), flow.look.theme.colour("ink")
    hanging = flow.look.px(INDENT) / 2
    for work in pace.over(content.works):
        rows = flow.faces.wrapped(work, face, flow.area.width - hanging)
        flow.need(flow.faces.height(face) * min(len(rows), 4))
        flow.text(rows, face, ink, hanging=hanging)
        flow.space(flow.look.px(3))


def _begin(flow: Flow, wording: PaperWording, part: str, anything: bool) -> None:
    """The heading of a part, near to what follows it; a sentence where nothing does."""
    look, theme = flow.look, flow.look.theme
    flow.part = wording.heading(part)
    flow.space(look.px(26))
    flow.need(look.px(130))
    face = Face(look.px(HEADING), bold=True)
    flow.text([flow.part], face, theme.colour("ink"))
    flow.put(
        (
            line(
                flow.area.x,
                flow.y + look.px(3),
                flow.area.right,
                flow.y + look.px(3),
                theme.colour("line"),
                look.px(0.8),
            ),
        ),
        look.px(11),
    )
    if not anything:
        flow.text([wording.none(part)], Face(look.px(BODY)), theme.colour("muted"))


def _note(flow: Flow, text: str) -> None:
    """A sentence on what does not stand here."""
    if text:
        face = Face(flow.look.px(BODY))
        flow.text(flow.faces.wrapped(text, face, flow.area.width), face, flow.look.theme.colour("warn"))
        flow.space(flow.look.px(6))


def _event(flow: Flow, told: Told, wording: PaperWording) -> None:
    look, faces, theme = flow.look, flow.faces, flow.look.theme
    small, strong, body = Face(look.px(SMALL)), Face(look.px(TITLE), bold=True), Face(look.px(BODY))
    column = look.px(DATE_COLUMN)
    room = flow.area.width - column
    event = told.event
    dated, narrow = Face(look.px(SMALL), bold=True), column - look.px(20)
    left: list[Row] = [
        *((row, dated, "ink") for row in faces.wrapped(wording.date(event), dated, narrow, 4)),
        *((row, small, "muted") for row in faces.wrapped(wording.exactness(event), small, narrow, 3)),
    ]
    sources = " · ".join(filter(None, (wording.told_by(told.sources), event.citation)))
    state = f"{told.theme.name} · {wording.state(told)}"
    right: list[Row] = [
        *((row, strong, "ink") for row in faces.wrapped(event.title, strong, room, 3)),
        *((row, body, "ink") for row in faces.wrapped(event.summary, body, room, 14)),
        *((row, small, "muted") for row in faces.wrapped(sources, small, room, 4)),
        *((row, small, "muted" if told.checked else "warn") for row in faces.wrapped(state, small, room, 2)),
    ]
    height = max(_height(flow, left), _height(flow, right))
    flow.need(height)
    bar = look.px(3.5)
    colour = theme.event_colour(told.theme.colour)
    items: list[Item] = [
        Rounded(flow.area.x, flow.y + look.px(2), bar, height - look.px(3), bar / 2, fill=colour)
    ]
    items += _placed(flow, left, flow.area.x + look.px(11))
    items += _placed(flow, right, flow.area.x + column)
    flow.put(items, height)
    flow.space(look.px(BETWEEN))


def _quotation(flow: Flow, quoted: Quoted, wording: PaperWording) -> None:
    look, faces = flow.look, flow.faces
    quote, small = Face(look.px(QUOTE), italic=True, serif=True), Face(look.px(SMALL))
    strong = Face(look.px(SMALL), bold=True)
    indent = look.px(14)
    room = flow.area.width - indent
    words = wording.quotation(quoted.card.passage.selector.exact)
    rows: list[Row] = [
        *((row, quote, "ink") for row in faces.wrapped(words, quote, room)),
        *((row, strong, "ink") for row in faces.wrapped(wording.who(quoted), strong, room, 2)),
        *((row, small, "muted") for row in faces.wrapped(quoted.citation, small, room, 5)),
        *((row, small, "muted") for row in faces.wrapped(wording.compared(quoted), small, room, 2)),
        *((row, small, "muted") for row in faces.wrapped(wording.speaks_of(quoted), small, room, 3)),
    ]
    height = _height(flow, rows)
    if height > flow.area.height:
        for text, face, role in rows:
            flow.text([text], face, look.theme.colour(role), indent)
    else:
        flow.need(height)
        bar = Rounded(
            flow.area.x,
            flow.y + look.px(2),
            look.px(2),
            height - look.px(2),
            0.0,
            fill=look.theme.colour("line"),
        )
        flow.put([bar, *_placed(flow, rows, flow.area.x + indent)], height)
    flow.space(look.px(BETWEEN + 2))


def _question(flow: Flow, number: int, question: Question, wording: PaperWording) -> None:
    look, faces, theme = flow.look, flow.faces, flow.look.theme
    strong, small = Face(look.px(BODY), bold=True), Face(look.px(SMALL))
    indent = look.px(INDENT)
    room = flow.area.width - indent
    asked = faces.wrapped(wording.question(question), strong, room, 8)
    about = []
    if question.kind is Asked.NOTED:
        about = faces.wrapped(wording.about_step(question.matter[1]), small, room, 2)
    ordered = question.kind is Asked.ORDER
    lines = len(question.matter) if ordered else ANSWER_LINES
    height = (
        faces.height(strong) * len(asked) + faces.height(small) * len(about) + look.px(ANSWER_LINE) * lines
    )
    flow.need(height)
    x, y = flow.area.x, flow.y
    items: list[Item] = [faces.words(x, y + faces.ascent(strong), f"{number}.", strong, theme.colour("ink"))]
    rows: list[Row] = [(row, strong, "ink") for row in asked] + [(row, small, "muted") for row in about]
    items += _placed(flow, rows, x + indent)
    y += _height(flow, rows)
    for at in range(lines):
        foot = y + (at + 1) * look.px(ANSWER_LINE)
        if ordered:
            side = look.px(BOX)
            items.append(
                Rounded(
                    x + indent, foot - side, side, side, 0.0, stroke=theme.colour("muted"), pen=look.px(0.8)
                )
            )
            body = Face(look.px(BODY))
            title = faces.cut(question.matter[at], body, room - 2 * side)
            items.append(
                faces.words(x + indent + 1.6 * side, foot - side * 0.25, title, body, theme.colour("ink"))
            )
        else:
            items.append(line(x + indent, foot, flow.area.right, foot, theme.colour("line"), look.px(0.8)))
    flow.put(items, height)
    flow.space(look.px(BETWEEN + 4))


def focus_height(flow: Flow, shown: Shown, wording: PaperWording) -> float:
    """What the quotation or the claim of a step takes."""
    return _height(flow, _focus(flow, shown, wording)) + flow.look.px(8)


def focus(flow: Flow, shown: Shown, wording: PaperWording) -> None:
    """The quotation or the claim that a step has in focus."""
    rows = _focus(flow, shown, wording)
    if rows:
        flow.space(flow.look.px(4))
        flow.put(_placed(flow, rows, flow.area.x + flow.look.px(14)), _height(flow, rows))


def _focus(flow: Flow, shown: Shown, wording: PaperWording) -> list[Row]:
    look, faces = flow.look, flow.faces
    quote, small = Face(look.px(QUOTE), italic=True, serif=True), Face(look.px(SMALL))
    room = flow.area.width - look.px(14)
    rows: list[Row] = []
    for words, said in wording.focus(shown):
        rows += [(row, quote, "ink") for row in faces.wrapped(words, quote, room)]
        rows += [(row, small, "muted") for row in faces.wrapped(said, small, room, 4)]
    return rows


def _height(flow: Flow, rows: list[Row]) -> float:
    return sum(flow.faces.height(face) for _, face, _ in rows)


def _placed(flow: Flow, rows: list[Row], x: float) -> list[Item]:
    """Rows below each other from where the flow stands."""
    found: list[Item] = []
    y = flow.y
    for text, face, role in rows:
        colour = flow.look.theme.colour(role)
        found.append(flow.faces.words(x, y + flow.faces.ascent(face), text, face, colour))
        y += flow.faces.height(face)
    return found
