"""Plain text and Markdown."""

import re

from explorer.domain.reading import Found, Kind, Reading
from explorer.services.plain_text import decoded
from explorer.services.reading.maker import day, field, made, names

_HEAD = re.compile(r"\A---\n(.{0,20000}?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*(.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_TITLE = re.compile(r"\A\s*(\S[^\n]{2,150}[^\s.,;:])[ \t]*\n[ \t]*\n")


def read(data: bytes, name: str, kind: Kind) -> Reading:
    """Read a text as it stands, marks and all.

    The first line is taken for the title if it is short, ends without a full stop and stands apart. Of
    Markdown it is the first heading, or what the block at its top says.

    Raises:
        ReaderError: it is not text.
    """
    text, encoding, notices = decoded(data, name)
    head = text[:50_000].replace("\r\n", "\n")
    found = _of_markdown(head) if kind is Kind.MARKDOWN else Found(title=_title(head))
    return made(kind, [(text, None)], found, name=name, extractor="", encoding=encoding, notices=notices)


def _title(head: str) -> str:
    match = _TITLE.match(head)
    return field(match[1]) if match else ""


def _of_markdown(head: str) -> Found:
    block = _HEAD.match(head)
    fields = {
        match[1].lower(): match[2].strip().strip("\"'")
        for match in _FIELD.finditer(block[1] if block else "")
    }
    heading = _HEADING.search(head)
    author = fields.get("author") or fields.get("authors") or ""
    return Found(
        title=field(fields.get("title") or (heading[1] if heading else "")),
        authors=names(author.strip("[]").split(";" if ";" in author else ",")),
        date=day(fields.get("date")),
        publisher=field(fields.get("publisher")),
        language=field(fields.get("lang") or fields.get("language")),
        url=field(fields.get("url")),
    )
