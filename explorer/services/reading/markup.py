"""The text of a tree of HTML or XHTML: one line a paragraph, heading, list item or row of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# fmt: off
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu",
        "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
        "title", "tr", "ul",
    )
)
_SILENT = frozenset(
    (
        "applet", "audio", "base", "canvas", "embed", "head", "iframe", "link", "map", "math",
        "meta", "nav", "noscript", "object", "param", "script", "select", "style", "svg",
        "template", "textarea", "video",
    )
)
# fmt: on
_CELLS = frozenset(("td", "th"))
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_TYPE = "{http://www.idpf.org/2007/ops}type"
_LONGEST_LABEL = 20


@dataclass(slots=True)
class Lines:
    """The lines of a document; ``pages`` are (line, offset in it, label) of where pages begin."""

    lines: list[str] = field(default_factory=list)
    pages: list[tuple[int, int, str]] = field(default_factory=list)


def lines_of(root: Any) -> Lines:
    """The lines of an lxml tree in order. Scripts, styles, forms' values and navigation are left out."""
    made = Lines()
    line: list[str] = []
    for what, value in _walk(root):
        if what == "text":
            line.append(value)
            continue
        text = _SPACE.sub(" ", "".join(line)).lstrip(" ")
        if what == "page":
            made.pages.append((len(made.lines), len(text), value))
            continue
        line.clear()
        if text.strip():
            made.lines.append(text.rstrip(" \u2003"))
    text = _SPACE.sub(" ", "".join(line)).strip(" ")
    if text:
        made.lines.append(text)
    return made


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    """Texts, breaks and pages, without recursion: a page may nest its tags as deep as it likes."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, left = stack.pop()
        name = _name(node)
        silent = not name or name in _SILENT or node.get("hidden") is not None
        if not left and not silent:
            if name in _BLOCKS:
                yield "break", ""
            if (label := _page(node)) is not None:
                yield "page", label
            if node.text:
                yield "text", node.text
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if not silent:
            yield ("break", "") if name in _BLOCKS else ("text", "\u2003" if name in _CELLS else "")
        if node is not root and node.tail:
            yield "text", node.tail


def _name(node: Any) -> str:
    """The name of a tag; "" of a comment or an instruction."""
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _page(node: Any) -> str | None:
    """What the page is called that begins here; None where none does."""
    kinds = node.get(_TYPE) or node.get("epub:type") or ""
    if "pagebreak" not in kinds.split() and node.get("role") != "doc-pagebreak":
        return None
    return str(node.get("aria-label") or node.get("title") or node.get("id") or "")[:_LONGEST_LABEL].strip()
