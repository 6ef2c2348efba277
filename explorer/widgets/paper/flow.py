"""Text and pictures that run on from page to page."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor

from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.heads import FOOT, foot, foot_height
from explorer.widgets.paper.items import Anchor, Face, Item, Sheet
from explorer.widgets.paper.plot import Area, Look

RUNNING = 18
"""What the line at the top of a page takes, in pixels of the screen."""


class Flow:
    """Fills pages from the top; what has no room on one goes to the next."""

    def __init__(self, look: Look, width: float, height: float, margin: float, title: str) -> None:
        self.look = look
        self._title = title
        self._size = width, height
        self._whole = Area(margin, margin, width - 2 * margin, height - 2 * margin)
        self._pages: list[list[Item]] = []
        self._parts: list[str] = []
        self.part = ""
        """What the pages that begin from now on are about."""
        self.y = 0.0
        self.turn()

    @property
    def faces(self) -> Faces:
        """The faces of the look."""
        return self.look.faces

    @property
    def area(self) -> Area:
        """The room between the line at the top and the foot."""
        whole = self._whole
        top = whole.y + (self.look.px(RUNNING) if len(self._pages) > 1 else 0.0)
        return Area(whole.x, top, whole.width, whole.bottom - foot_height(self.look) - self.look.px(6) - top)

    @property
    def room(self) -> float:
        """What is left of the page below ``y``."""
        return self.area.bottom - self.y

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self._parts.append(self.part)
        self.y = self.area.y

    def need(self, height: float) -> None:
        """Turn the page unless there is so much room, or nothing on it yet."""
        if height > self.room and self._pages[-1]:
            self.turn()

    def space(self, height: float) -> None:
        """Leave a gap, but not at the top of a page."""
        if self.y > self.area.y:
            self.y += height

    def put(self, items: Sequence[Item], height: float) -> None:
        """Things that were placed from ``y`` on, and what they take."""
        self._pages[-1].extend(items)
        self.y += height

    def text(
        self, rows: Sequence[str], face: Face, colour: QColor, indent: float = 0.0, *, hanging: float = 0.0
    ) -> None:
        """Lines of text; a page may turn between any two. Lines after the first hang further in."""
        step = self.faces.height(face)
        for number, row in enumerate(rows):
            self.need(step)
            x = self.area.x + indent + (hanging if number else 0.0)
            words = self.faces.words(x, self.y + self.faces.ascent(face), row, face, colour)
            self.put((words,), step)

    def sheets(self, left: str, made: str, page: Callable[[int, int], str], ground: QColor) -> list[Sheet]:
        """All pages, with a line at the top from the second on, and a foot with its number."""
        count = len(self._pages)
        made_sheets = []
        for number, (items, part) in enumerate(zip(self._pages, self._parts, strict=True), start=1):
            said = page(number, count)
            foots = foot(self.look, self._whole, left, made, said)
            head = self._running(part) if number > 1 else []
            name = f"{self._title}: {said}"
            made_sheets.append(Sheet(*self._size, name, ground, (*head, *items, *foots)))
        return made_sheets

    def _running(self, part: str) -> list[Item]:
        """The title of the whole at the left, and what the page is about at the right."""
        face, muted = Face(self.look.px(FOOT)), self.look.theme.colour("muted")
        baseline = self._whole.y + self.faces.ascent(face)
        right = self.faces.words(self._whole.right, baseline, part, face, muted, Anchor.END)
        room = self._whole.width - right.width - self.look.px(20)
        left = self.faces.cut(self._title, face, room)
        return [self.faces.words(self._whole.x, baseline, left, face, muted), right]
