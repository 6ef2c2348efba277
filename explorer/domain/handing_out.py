"""What can be handed out, and on which paper."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """A form in which a view or a tour leaves the app."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    """The handout: the timeline over several pages, events, quotations, questions."""
    POSTER = "poster"
    """A PDF of one large page, or of one a step of a tour."""
    HTML = "html"
    TIMELINEJS = "timelinejs"


SUFFIXES = {
    Form.PNG: ".png",
    Form.SVG: ".svg",
    Form.PDF: ".pdf",
    Form.POSTER: ".pdf",
    Form.HTML: ".html",
    Form.TIMELINEJS: ".json",
}
PICTURES = (Form.PNG, Form.SVG)
"""A tour makes one file a step of these."""
PAINTED = (Form.PNG, Form.SVG, Form.PDF, Form.POSTER)
"""Those that need the fonts of the machine."""
SMALLEST_PICTURE, LARGEST_PICTURE = (320, 200), (20_000, 20_000)
MOST_PIXELS = 160_000_000
"""Of one picture: 640 MB while it is drawn."""
RATIOS = (0.5, 8.0)


def form_for(name: str) -> Form | None:
    """The form that the end of a file's name stands for; None for an end that stands for none.

    A name that ends in .pdf is a handout: a poster is asked for.
    """
    lower = name.lower()
    if lower.endswith(".htm"):
        return Form.HTML
    return next((form for form, suffix in SUFFIXES.items() if lower.endswith(suffix)), None)


class Part(StrEnum):
    """A part of the handout, in the order in which they come."""

    TIMELINE = "timeline"
    EVENTS = "events"
    QUOTATIONS = "quotations"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright; lengths in millimetres."""

    name: str
    width: float
    height: float

    @property
    def key(self) -> str:
        """As it is typed: "a4", "arch-e"."""
        return self.name.lower().replace(" ", "-")


PAPERS = (
    Paper("A4", 210, 297),
    Paper("A3", 297, 420),
    Paper("A2", 420, 594),
    Paper("A1", 594, 841),
    Paper("A0", 841, 1189),
    Paper("Letter", 215.9, 279.4),
    Paper("Legal", 215.9, 355.6),
    Paper("Tabloid", 279.4, 431.8),
    Paper("Arch A", 228.6, 304.8),
    Paper("Arch B", 304.8, 457.2),
    Paper("Arch C", 457.2, 609.6),
    Paper("Arch D", 609.6, 914.4),
    Paper("Arch E", 914.4, 1219.2),
)


def paper_named(key: str) -> Paper:
    """The paper of a name as it is typed or shown.

    Raises:
        ValueError: there is no such paper.
    """
    wanted = key.strip().lower().replace(" ", "-").replace("_", "-")
    for paper in PAPERS:
        if paper.key == wanted:
            return paper
    raise ValueError(key)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was written: its files, and how many pages or pictures that are.

    ``left_out`` says in whole sentences what did not go in.
    """

    files: tuple[str, ...]
    pages: int
    left_out: tuple[str, ...] = ()
