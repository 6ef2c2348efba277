"""E-books (EPUB 2 and 3): their chapters in order, with the pages of the printed book if it tells them."""

from typing import Any

from explorer.domain.reading import Found, Kind, Reading, UnreadableError
from explorer.services.reading.archive import Archive, beside
from explorer.services.reading.maker import day, field, made, names
from explorer.services.reading.markup import Lines, lines_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_CHAPTERS = {"application/xhtml+xml", "text/html", "text/x-oeb1-document"}

Parts = list[tuple[str, str | None]]


def read(data: bytes, name: str) -> Reading:
    """Read the chapters of a book in the order of its spine.

    Raises:
        ReaderError: it is damaged, protected, or has no text.
    """
    archive = Archive(data, name)
    root = archive.xml(_CONTAINER).find(".//{*}rootfile")
    member = str(root.get("full-path") or "") if root is not None else ""
    if member not in archive.names:
        raise UnreadableError(f"“{name}” is damaged: it does not say where its chapters are.")
    package = archive.xml(member)
    items = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item")}
    parts: Parts = []
    for reference in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is None
            or item.get("media-type") not in _CHAPTERS
            or "nav" in item.get("properties", "").split()
        ):
            continue
        chapter = beside(member, item.get("href", ""))
        if chapter in archive.names:
            parts += _parts(lines_of(_page(archive.read(chapter))))
    if _LOCKED in archive.names and not any(text.strip() for text, _ in parts):
        raise UnreadableError(f"“{name}” is protected by its seller and cannot be read.")
    return made(Kind.EPUB, parts, _found(package), name=name, extractor="lxml", encoding="EPUB")


def _page(data: bytes) -> Any:
    """A chapter as a tree: as XHTML, or as whatever HTML can be made of it."""
    from lxml import etree, html

    try:
        return etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        )
    except etree.XMLSyntaxError:
        return html.document_fromstring(data or b"<p></p>", html.HTMLParser(no_network=True))


def _parts(chapter: Lines) -> Parts:
    """The chapter cut where pages begin."""
    text = "\n".join(chapter.lines) + "\n"
    starts = [0]
    for line in chapter.lines:
        starts.append(starts[-1] + len(line) + 1)
    cuts = [(min(starts[line] + offset, len(text)), label) for line, offset, label in chapter.pages]
    parts: Parts = [(text[: cuts[0][0]] if cuts else text, None)]
    ends = [*(start for start, _ in cuts[1:]), len(text)]
    parts += [(text[start:end], label) for (start, label), end in zip(cuts, ends, strict=False)]
    return [part for part in parts if part[0] or part[1] is not None]


def _found(package: Any) -> Found:
    def all_of(field_name: str) -> list[str]:
        return [str(each.text or "") for each in package.iter(_DC + field_name)]

    def first(field_name: str) -> str:
        return next(filter(None, map(field, all_of(field_name))), "")

    return Found(
        title=first("title"),
        authors=names(all_of("creator")),
        date=day(first("date")),
        publisher=first("publisher"),
        language=first("language"),
    )
