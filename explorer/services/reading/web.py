"""Saved web pages: the article without navigation, advertisements and comments."""

import re
from typing import Any

from explorer.domain.reading import Found, Kind, Reading, UnreadableError
from explorer.services.plain_text import canonical, decoded
from explorer.services.reading.maker import day, field, made, names
from explorer.services.reading.markup import lines_of

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_BUILT = re.compile(r"^\s*<\?xml[^>]*\?>")
_WHOLE_PAGE = (
    "The article could not be told from what surrounds it, so everything on the page was taken:"
    " look it through."
)
_EARLIEST = "1450-01-01"
LEAST = 200
"""Letters of an article that is worth to be called one; of a shorter page everything is taken."""


def read(data: bytes, name: str) -> Reading:
    """Read a saved page. What stands in its head is a guess of its maker or ours, to be confirmed.

    Raises:
        ReaderError: there is no text on it.
    """
    from lxml import html as parser

    data, declared = _unpacked(data, name)
    page, encoding, notices = decoded(data, name, declared or _declared(data))
    tree = _tree(parser, _BUILT.sub("", page), name)
    found, text = _article(tree)
    if len(text) < LEAST:
        whole = "\n".join(lines_of(tree).lines)
        if len(whole) > len(text):
            text = whole
            notices = (*notices, _WHOLE_PAGE)
    return made(
        Kind.HTML,
        [(text, None)],
        found,
        name=name,
        extractor="trafilatura",
        encoding=encoding,
        notices=notices,
    )


def _unpacked(data: bytes, name: str) -> tuple[bytes, str]:
    """The page in an archive of a browser (MHTML) with its encoding; anything else as it is."""
    if b"multipart/related" not in data[:_HEAD].lower() or data.lstrip()[:1] == b"<":
        return data, ""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() in _PAGES:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return body, part.get_content_charset() or ""
    raise UnreadableError(f"There is no page in “{name}”.", no_text=True)


def _tree(parser: Any, page: str, name: str) -> Any:
    """The page as an lxml tree; nothing that it refers to is fetched."""
    from lxml.etree import ParserError

    try:
        return parser.document_fromstring(canonical(page), parser.HTMLParser(no_network=True))
    except (ParserError, ValueError) as error:
        raise UnreadableError(f"There is no text in “{name}”.", no_text=True) from error


def _article(tree: Any) -> tuple[Found, str]:
    """What trafilatura finds on the page; "" where it finds no article."""
    from copy import deepcopy
    from datetime import date

    from trafilatura import bare_extraction

    document = bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        deduplicate=False,
        # Only a date that the page names as its own: one found in its text would be a guess.
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "min_date": _EARLIEST,
            "max_date": date.today().isoformat(),
        },
    )
    if document is None:
        return Found(title=field(tree.findtext(".//title"))), ""
    fields: dict[str, Any] = document if isinstance(document, dict) else document.as_dict()
    found = Found(
        title=field(fields.get("title")),
        authors=names(str(fields.get("author") or "").split("; ")),
        date=day(fields.get("date")),
        publisher="",
        container=field(fields.get("sitename")),
        language=field(fields.get("language") or tree.get("lang")),
        url=field(fields.get("url")),
    )
    return found, str(fields.get("text") or "")


def _declared(data: bytes) -> str:
    """The encoding that the head of the page names."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii", "replace") if match else ""
