"""What was read from a file: its text, its pages and what it says of itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.errors import ReaderError


class Kind(StrEnum):
    """The kinds of file that are read; the values are kept in libraries."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    BIBLIOGRAPHY = "bibliography"


ENDINGS = {
    Kind.TEXT: ("txt", "text"),
    Kind.MARKDOWN: ("md", "markdown"),
    Kind.HTML: ("html", "htm", "xhtml", "mhtml", "mht"),
    Kind.PDF: ("pdf",),
    Kind.DOCX: ("docx",),
    Kind.EPUB: ("epub",),
    Kind.BIBLIOGRAPHY: ("bib", "ris", "json"),
}
"""How the names of the files of each kind end."""


class UnreadableError(ReaderError):
    """A file that gives no text, with a sentence why. ``no_text`` if it holds pictures of text only."""

    def __init__(self, sentence: str, *, no_text: bool = False) -> None:
        super().__init__(sentence)
        self.no_text = no_text


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins.

    ``start`` counts code points of the text, ``number`` pages of the file from 1. ``label`` is what the
    document calls the page ("iv", "217").
    """

    start: int
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of itself, to be confirmed by a reader; "" and () where it says nothing.

    ``date`` is EDTF. ``container`` is the journal, book or site that the document is part of.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    container: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    r"""A file as text.

    Args:
        kind: what kind of file it is.
        text: canonical (see :func:`explorer.services.plain_text.canonical`); its paragraphs are its lines.
        pages: in order, none for a document without pages.
        found: what the file says of itself.
        encoding: how its bytes were decoded, where that is a question ("UTF-8"), or the name of the format.
        extractor: the name and version of what took the text out of the file.
        sketch: what near-same texts have in common (see :mod:`explorer.services.reading.sketch`).
        notices: whole sentences on what had to be guessed or left out.
    """

    kind: Kind
    text: str
    pages: tuple[PageStart, ...]
    found: Found
    encoding: str
    extractor: str
    sketch: tuple[int, ...]
    notices: tuple[str, ...]


def page_at(pages: Sequence[PageStart], point: int) -> PageStart | None:
    """The page on which a code point stands; None before the first one, or without pages."""
    at = bisect_right(pages, point, key=_start) - 1
    return pages[at] if at >= 0 else None


def pages_between(pages: Sequence[PageStart], start: int, end: int) -> tuple[PageStart, ...]:
    """The pages that the code points from ``start`` to ``end`` touch, in order."""
    first = page_at(pages, start)
    later = tuple(pages[bisect_right(pages, start, key=_start) : bisect_left(pages, end, key=_start)])
    return (first, *later) if first is not None else later


def breaks_between(pages: Sequence[PageStart], start: int, end: int) -> Sequence[PageStart]:
    """The pages that begin from ``start`` to ``end``, in code points, the ends included."""
    return pages[bisect_left(pages, start, key=_start) : bisect_right(pages, end, key=_start)]


def in_figures(pages: Sequence[PageStart]) -> str:
    """What pages that follow each other are called: "12", "12–13"; "" for none."""
    labels = [page.label or str(page.number) for page in (*pages[:1], *pages[1:][-1:])]
    return "–".join(dict.fromkeys(labels))


def _start(page: PageStart) -> int:
    return page.start
