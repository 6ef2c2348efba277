"""Word documents (.docx): the text as it stands, with tables and inserted words, then the notes."""

from collections.abc import Iterator
from typing import Any

from explorer.domain.errors import ReaderError
from explorer.domain.reading import Found, Kind, Reading, UnreadableError
from explorer.services.reading.archive import Archive
from explorer.services.reading.maker import day, field, made, names

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_LEFT_OUT = {
    _W + "del",
    _W + "moveFrom",
    _W + "instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BREAKS = {_W + "br", _W + "cr"}
_MARKS = {_W + "tab": "\t", _W + "noBreakHyphen": "\u2011", _W + "softHyphen": ""}


def read(data: bytes, name: str) -> Reading:
    """Read a Word document in the order of its body.

    Words that somebody deleted while changes were tracked are left out, words put in are there. A row of a
    table is a line. Foot- and endnotes follow at the end, numbered as in the text.

    Raises:
        ReaderError: it is damaged, protected, or has no text.
    """
    Archive(data, name)
    document = _opened(data, name)
    lines = list(_lines(document.element.body))
    notes = list(_notes(document))
    return made(
        Kind.DOCX,
        [("\n".join([*lines, *notes]), None)],
        _found(document.core_properties),
        name=name,
        extractor="python-docx",
        encoding="Word",
    )


def _opened(data: bytes, name: str) -> Any:
    import io

    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return Document(io.BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, AssertionError, ReaderError) as error:
        raise UnreadableError(
            f"“{name}” is damaged or made to do harm, and cannot be read."
            " Open it in Word, save a new copy and add that."
        ) from error


def _lines(body: Any) -> Iterator[str]:
    """Paragraphs and rows of tables below a node, in order; those in frames and controls too."""
    for child in body:
        if child.tag == _W + "p":
            yield from _paragraph(child)
        elif child.tag == _W + "tbl":
            for row in child.iterchildren(_W + "tr"):
                cells = (" ".join(_lines(cell)) for cell in row.iter(_W + "tc") if _row_of(cell) is row)
                yield "\u2003".join(filter(None, cells))
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _lines(child)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(_W + "tr"), None)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """The lines of a paragraph, and after it those of the text boxes that hang on it."""
    texts: list[str] = []
    boxes: list[Any] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in _LEFT_OUT or not isinstance(node.tag, str):
            continue
        if node.tag == _W + "t":
            texts.append(node.text or "")
        elif node.tag in _BREAKS:
            texts.append("\n")
        elif node.tag in _MARKS:
            texts.append(_MARKS[node.tag])
        elif node.tag in {_W + "footnoteReference", _W + "endnoteReference"}:
            texts.append(f"[{node.get(_W + 'id')}]")
        elif node.tag == _W + "txbxContent":
            boxes.append(node)
        else:
            stack.extend(reversed(node))
    yield "".join(texts)
    for box in boxes:
        yield from _lines(box)


def _notes(document: Any) -> Iterator[str]:
    """Foot- and endnotes, which lie in parts of their own."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        for part, tag in _NOTES:
            if relation.is_external or not relation.reltype.endswith("/" + part):
                continue
            for note in parse_xml(relation.target_part.blob).iterchildren(_W + tag):
                if note.get(_W + "type") in (None, "normal"):
                    yield f"[{note.get(_W + 'id')}] " + " ".join(filter(None, map(str.strip, _lines(note))))


def _found(properties: Any) -> Found:
    written = properties.created
    return Found(
        title=field(properties.title),
        authors=names(field(properties.author).replace(" and ", ";").split(";")),
        date=day(written.date().isoformat()) if written is not None else "",
        language=field(properties.language),
    )
