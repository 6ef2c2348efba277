"""The marks that stand for formats while a citation is put together, and what becomes of them.

citeproc-py escapes neither names nor titles, so its HTML cannot be trusted. It is made to write private
letters instead of tags; what a record says is cleaned of these, and HTML is made of the whole at the end.
"""

import html
import re
from typing import Any

from explorer.domain.citation import Formatted

_TAGS = ("i", "b", "sup", "sub")
_OPENING = {tag: chr(0xE010 + 2 * at) for at, tag in enumerate(_TAGS)}
_CLOSING = {tag: chr(0xE011 + 2 * at) for at, tag in enumerate(_TAGS)}
OPEN_QUOTE, CLOSE_QUOTE = "\ue020", "\ue021"
"""Where the style sets quotation marks, as opposed to those that stand in a title."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MARKED = "[\ue010-\ue017]"
_NOCASE = re.compile(r"</?span(?: [^<>]{0,100})?>|</?sc>")
_TAG = re.compile(r"<(/?)(i|b|sup|sub)>")
_OPENS = re.compile(r"(^|[\s(\[{“‘—–-])\"(?=\S)")
_OPENS_SINGLE = re.compile(r"(^|[\s(\[{“‘—–-])'(?=\w[^']*[^\s']'(?:$|[\s.,;:!?)\]]))")


class Formatter:
    """What citeproc-py calls a formatter: it sets marks, and escapes nothing."""

    @staticmethod
    def preformat(text: Any) -> str:
        """A text as it is."""
        return str(text)

    @staticmethod
    def Italic(text: Any) -> str:  # noqa: N802
        """Slanted."""
        return marked(text, "i")

    Oblique = Italic

    @staticmethod
    def Bold(text: Any) -> str:  # noqa: N802
        """Bold."""
        return marked(text, "b")

    @staticmethod
    def Superscript(text: Any) -> str:  # noqa: N802
        """Raised."""
        return marked(text, "sup")

    @staticmethod
    def Subscript(text: Any) -> str:  # noqa: N802
        """Lowered."""
        return marked(text, "sub")

    Light = Underline = SmallCaps = preformat


def marked(text: Any, tag: str) -> str:
    """A text with the marks of a format around it."""
    return f"{_OPENING[tag]}{text}{_CLOSING[tag]}"


def italic(text: str) -> str:
    """A text set in italics."""
    return marked(text, "i")


def incoming(text: str) -> str:
    """A field of a record, with marks for its tags, typographic quotation marks and none of our letters."""
    text = _NOCASE.sub("", _PRIVATE.sub("", text))
    text = _TAG.sub(lambda found: (_CLOSING if found[1] else _OPENING)[found[2]], text)
    text = _OPENS.sub(r"\1“", text).replace('"', "”")
    return _OPENS_SINGLE.sub(r"\1‘", text).replace("'", "’")


def finished(text: str, *, inside: bool, single: bool) -> Formatted:
    """A citation as plain text and as HTML.

    Args:
        text: the citation with marks.
        inside: whether a comma or full stop goes before the closing quotation mark (American usage).
        single: whether the style's outer quotation marks are single ones (British usage).
    """
    text = re.sub(rf"([?!])({CLOSE_QUOTE}?{_MARKED}*)\.(?=\s|$)", r"\1\2", text)
    text = re.sub(rf"(?<!\.)\.({_MARKED}*)\.(?!\.)", r".\1", text)
    if inside:
        text = re.sub(rf"([.?!]?){CLOSE_QUOTE}({_MARKED}*)([.,])", _drawn_in, text)
    text = " ".join(_quotes_in_turn(text, single).split())
    return Formatted(plain(text), _as_html(text))


def plain(text: str) -> str:
    """A text without marks."""
    return _PRIVATE.sub("", text)


def _drawn_in(found: re.Match[str]) -> str:
    before, marks, stop = found.groups()
    stop = "" if before and stop == "." else stop
    return f"{before}{stop}{CLOSE_QUOTE}{marks}"


def _quotes_in_turn(text: str, single: bool) -> str:
    """Sets the style's quotation marks, and within them turns the outer kind into the inner."""
    pieces = re.split(f"([{OPEN_QUOTE}{CLOSE_QUOTE}])", text)
    depth = 0
    out = []
    for piece in pieces:
        if piece == OPEN_QUOTE:
            depth += 1
            out.append("‘" if single == (depth % 2 == 1) else "“")
        elif piece == CLOSE_QUOTE:
            out.append("’" if single == (depth % 2 == 1) else "”")
            depth = max(depth - 1, 0)
        elif depth and not single:
            out.append(piece.replace("“", "‘").replace("”", "’"))
        else:
            out.append(piece)
    return "".join(out)


def _as_html(text: str) -> str:
    """HTML that is closed as it should be, whatever the fields said."""
    out: list[str] = []
    open_tags: list[str] = []
    for letter in html.escape(text, quote=True):
        opened = next((tag for tag, mark in _OPENING.items() if mark == letter), None)
        closed = next((tag for tag, mark in _CLOSING.items() if mark == letter), None)
        if opened is not None:
            open_tags.append(opened)
            out.append(f"<{opened}>")
        elif closed is not None:
            if closed in open_tags:
                while (tag := open_tags.pop()) != closed:
                    out.append(f"</{tag}>")
                out.append(f"</{closed}>")
        elif not _PRIVATE.match(letter):
            out.append(letter)
    out.extend(f"</{tag}>" for tag in reversed(open_tags))
    return "".join(out)
