"""The most important events in columns: what fills a poster that is higher than its timeline."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from explorer.services.handing_out.content import Told
from explorer.widgets.paper.items import Face, Item, Rounded
from explorer.widgets.paper.plot import Area, Look
from explorer.widgets.paper.wording import PaperWording

COLUMN, BETWEEN = 250, 22
LEAST = 110
HEADING, TITLE, TEXT = 14.0, 12.0, 11.0
"""Sizes of texts, in pixels of the screen."""
BAR, INDENT, SPACE = 3.5, 10, 9
MOST_LINES = 5

Row = tuple[str, Face, str]
"""A line of text with its face and the role of its colour."""


def key_events(events: Sequence[Told], area: Area, look: Look, wording: PaperWording) -> Iterator[Item]:
    """As many as have room, in the order of time; nothing where there is no room to speak of."""
    if area.height < look.px(LEAST) or not events:
        return
    faces, theme = look.faces, look.theme
    many = max(int((area.width + look.px(BETWEEN)) / look.px(COLUMN + BETWEEN)), 1)
    width = (area.width - (many - 1) * look.px(BETWEEN)) / many
    heading = Face(look.px(HEADING), bold=True)
    title = wording.heading("key")
    yield faces.words(area.x, area.y + faces.ascent(heading), title, heading, theme.colour("ink"))
    top = area.y + faces.height(heading) + look.px(6)
    columns = _that_fit(events, width - look.px(INDENT), many, area.bottom - top, look, wording)
    for number, column in enumerate(columns):
        x, y = area.x + number * (width + look.px(BETWEEN)), top
        for told, rows in column:
            colour = theme.event_colour(told.theme.colour)
            bar = look.px(BAR)
            yield Rounded(x, y, bar, _height(rows, look), bar / 2, fill=colour)
            for text, face, role in rows:
                yield faces.words(x + look.px(INDENT), y + faces.ascent(face), text, face, theme.colour(role))
                y += faces.height(face)
            y += look.px(SPACE)


Column = list[tuple[Told, list[Row]]]


def _that_fit(
    events: Sequence[Told], width: float, many: int, height: float, look: Look, wording: PaperWording
) -> list[Column]:
    """The columns with as many of the most important events as go into them."""
    blocks = {told.event.id: _block(told, width, look, wording) for told in events}
    order = _in_turn(events)

    def columns_of(count: int) -> list[Column]:
        chosen = {told.event.id for told in order[:count]}
        columns: list[Column] = [[]]
        y = 0.0
        for told in events:
            if told.event.id not in chosen:
                continue
            tall = _height(blocks[told.event.id], look)
            if columns[-1] and y + tall > height:
                columns.append([])
                y = 0.0
            columns[-1].append((told, blocks[told.event.id]))
            y += tall + look.px(SPACE)
            if y - look.px(SPACE) > height:
                # Higher than a column by itself: it is as if there were no room.
                columns += [[]] * (many + 1)
        return columns

    most = bisect_right(range(1, len(order) + 1), 0, key=lambda count: len(columns_of(count)) > many)
    return columns_of(most) if most else []


def _in_turn(events: Sequence[Told]) -> list[Told]:
    """The most important first; of those alike, such as lie far from each other in time."""
    classes: dict[int, list[Told]] = {}
    for told in events:
        classes.setdefault(told.event.importance, []).append(told)
    order: list[Told] = []
    for importance in sorted(classes, reverse=True):
        alike = classes[importance]
        order += sorted(alike, key=lambda told: _turn(alike.index(told), len(alike)))
    return order


def _turn(number: int, count: int) -> int:
    """The bits of a number from the other end: halves first, then quarters, then eighths."""
    bits = max(count - 1, 1).bit_length()
    return int(f"{number:0{bits}b}"[::-1], 2)


def _height(rows: list[Row], look: Look) -> float:
    return sum(look.faces.height(face) for _, face, _ in rows)


def _block(told: Told, width: float, look: Look, wording: PaperWording) -> list[Row]:
    """Date, lane and state, title, summary."""
    faces = look.faces
    small, strong, usual = Face(look.px(TEXT)), Face(look.px(TITLE), bold=True), Face(look.px(TEXT))
    head = f"{wording.date(told.event)} · {told.theme.name}"
    rows: list[Row] = [(row, small, "muted") for row in faces.wrapped(head, small, width, 2)]
    rows += [(row, strong, "ink") for row in faces.wrapped(told.event.title, strong, width, 3)]
    rows += [(row, usual, "ink") for row in faces.wrapped(told.event.summary, usual, width, MOST_LINES)]
    if not told.checked:
        rows.append((faces.cut(wording.state(told), small, width), small, "warn"))
    return rows
