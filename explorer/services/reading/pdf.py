"""PDF files: the words of their pages in reading order, with the numbers and labels of the pages."""

import ctypes
import re
from collections.abc import Callable, Sequence
from typing import Any

from explorer.domain.reading import Found, Kind, Reading, UnreadableError
from explorer.services.reading.maker import day, field, made, names
from explorer.services.reading.pdf_columns import Box, gutter, in_columns
from explorer.services.reading.pdf_flow import Line, flowing, headline

MOST_PAGES = 5_000
LOOKED_AT = 10
"""Pages that are looked at for columns; if none of them has any, the others are read as they come."""
_PASSWORD = 4
_NO_TEXT = (
    "“{name}” has no text layer: its pages are pictures. Have a program for text recognition (OCR) make a"
    " searchable PDF of it and add that."
)
_EMPTY = re.compile(
    r"\s*\(?(anonymous|untitled|unspecified|unknown|microsoft word - .*|.*\.(docx?|indd|pdf|tex))\)?\s*$",
    re.IGNORECASE,
)
"""Titles and authors that a program put in for want of any."""
_WRITTEN = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read(data: bytes, name: str, progress: Callable[[int, int], None]) -> Reading:
    """Read a PDF. ``progress`` is told how many of how many pages are read.

    Pages whose words are set in two columns are read column by column. Running heads and page numbers are
    left out, words broken at the end of a line are joined, and lines are joined to paragraphs, also over the
    end of a page.

    Raises:
        ReaderError: it is damaged, protected, too long, or holds pictures of pages only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UnreadableError(
                f"“{name}” is protected by a password. Save a copy without one and add that."
            ) from error
        raise UnreadableError(
            f"“{name}” is damaged: it cannot be opened as a PDF. Get the file again from where it came."
        ) from error
    count = len(document)
    if count > MOST_PAGES:
        raise UnreadableError(
            f"“{name}” has {count:,} pages; {MOST_PAGES:,} are read at most. Add it in parts."
        )
    columns = any(_gutter_of(document, number) for number in range(min(count, LOOKED_AT)))
    pages: list[list[Line]] = []
    unread = 0
    for number in range(count):
        try:
            pages.append(_lines(document, number, columns=columns))
        except pypdfium2.PdfiumError:
            pages.append([])
            unread += 1
        progress(number + 1, count)
    if not any(pages):
        raise UnreadableError(_NO_TEXT.format(name=name), no_text=True)
    bare = sum(not page for page in pages) - unread
    notices = []
    if unread:
        notices.append(f"{unread:,} of {count:,} pages are damaged and could not be read.")
    if bare:
        notices.append(f"{bare:,} of {count:,} pages hold no text (empty, or pictures).")
    labels = [document.get_page_label(number) or str(number + 1) for number in range(count)]
    return made(
        Kind.PDF,
        list(zip(flowing(pages), labels, strict=True)),
        _found(document, pages[0]),
        name=name,
        extractor="pypdfium2",
        encoding="PDF",
        notices=notices,
    )


def _gutter_of(document: Any, number: int) -> bool:
    import pypdfium2

    try:
        page = document[number]
        return gutter(_boxes(page.get_textpage(), with_text=False)) is not None
    except pypdfium2.PdfiumError:
        return False


def _lines(document: Any, number: int, *, columns: bool) -> list[Line]:
    page = document[number]
    text = page.get_textpage()
    try:
        if columns:
            boxes = _boxes(text, with_text=True)
            middle = gutter(boxes)
            if middle is not None:
                return in_columns(boxes, middle)
        return _as_they_come(text)
    finally:
        text.close()
        page.close()


def _boxes(text: Any, *, with_text: bool) -> list[Box]:
    """The runs of letters of a page that stand beside each other in one face."""
    boxes = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = text.get_text_bounded(left, bottom, right, top) if with_text else ""
        boxes.append(Box(left, right, top, bottom, words))
    return boxes


def _as_they_come(text: Any) -> list[Line]:
    """The lines of a page as the file has them, each with its place."""
    import pypdfium2.raw as raw

    lines: list[Line] = []
    at = 0
    for words in text.get_text_range().split("\r\n"):
        stripped = words.strip()
        if stripped:
            first = raw.FPDFText_GetCharIndexFromTextIndex(text, at + len(words) - len(words.lstrip()))
            last = raw.FPDFText_GetCharIndexFromTextIndex(text, at + len(words.rstrip()) - 1)
            left, low, _, high = _place(raw, text, first)
            _, _, right, _ = _place(raw, text, last)
            size = float(raw.FPDFText_GetFontSize(text, first)) if first >= 0 else 0.0
            lines.append(Line(stripped, left, right, (low + high) / 2, size))
        at += len(words) + 2
    return lines


def _place(raw: Any, text: Any, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter with the height of its face; zeros where it has no place."""
    box = raw.FS_RECTF()
    if at < 0 or not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
        return (0.0, 0.0, 0.0, 0.0)
    return (box.left, box.bottom, box.right, box.top)


def _found(document: Any, first: Sequence[Line]) -> Found:
    fields = {
        name: "" if _EMPTY.match(value) else value for name, value in document.get_metadata_dict().items()
    }
    written = _WRITTEN.match(fields.get("CreationDate") or "")
    return Found(
        title=field(fields.get("Title")) or field(headline(first)),
        authors=names(re.split(r";| and ", field(fields.get("Author")))),
        date=day("-".join(filter(None, written.groups()))) if written else "",
    )
