"""Renders one reference in one style: citeproc-py for most, our own template for law."""

import re
from dataclasses import dataclass, field
from typing import Any

from explorer.domain.citation import CitationStyle, Formatted, Locator
from explorer.domain.reference import Reference
from explorer.domain.words import in_words
from explorer.services.bibliography.records import to_csl, without_marks
from explorer.services.citations import legal
from explorer.services.citations.marks import CLOSE_QUOTE, OPEN_QUOTE, Formatter, finished, incoming
from explorer.services.citations.styles import FACTS, LoadedStyle, load
from explorer.services.citations.wording import stand_in

_AS_IS = frozenset(("id", "type", "DOI", "URL", "language"))
_LEFT_OUT = frozenset(("note", "abstract", "annote", "keyword", "rights"))
_BRACKETED = re.compile(
    f"[{OPEN_QUOTE}\ue010]?(\\[Untitled [a-z ]+\\])([.,]?)[{CLOSE_QUOTE}\ue011]?", re.IGNORECASE
)
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What citeproc-py may raise on a record it did not expect."""


@dataclass(slots=True)
class _Bibliography:
    """As much of citeproc-py's bibliography as rendering one item asks for."""

    source: Any
    keys: list[str]
    formatter: Any = Formatter
    cites: list[Any] = field(default_factory=list)


class Processor:
    """One style, loaded. It may be used by one thread at a time."""

    def __init__(self, style: CitationStyle) -> None:
        """Loads the style, which takes some 50 ms.

        Raises:
            ReaderError: the style cannot be read.
        """
        self.style = style
        self._facts = FACTS[style]
        self._loaded: LoadedStyle = load(style)

    def note(self, reference: Reference, locator: Locator | None = None) -> Formatted:
        """A note in full (Chicago), or the citation in the text ("(Reuter, 2011, p. 701)")."""
        if reference.kind in legal.KINDS:
            make = legal.cited if self._facts.notes else legal.in_text
            return self._finish(make(reference, self.style, locator))
        return self._finish(self._rendered(reference, locator, in_bibliography=False))

    def entry(self, reference: Reference, year_suffix: str = "") -> Formatted:
        """An entry of a bibliography. ``year_suffix`` tells works of one author and year apart ("a")."""
        if reference.kind in legal.KINDS:
            return self._finish(legal.cited(reference, self.style))
        return self._finish(self._rendered(reference, None, in_bibliography=True, year_suffix=year_suffix))

    def _finish(self, text: str) -> Formatted:
        text = _BRACKETED.sub(r"\1\2", text)
        return finished(text, inside=self._facts.inside, single=self._facts.single)

    def _rendered(
        self,
        reference: Reference,
        locator: Locator | None,
        *,
        in_bibliography: bool,
        year_suffix: str = "",
    ) -> str:
        from citeproc import Citation, CitationItem
        from citeproc import Locator as TheirLocator
        from citeproc.source.json import CiteProcJSON

        record = _record(reference, self.style)
        if year_suffix:
            record["year-suffix"] = year_suffix
        where = {} if locator is None else {"locator": TheirLocator(locator.label, locator.value)}
        try:
            # A locator in the item would leak into the bibliography: each has a citation of its own.
            item = CitationItem(record["id"], **where)
            citation = Citation([item])
            citation.bibliography = _Bibliography(CiteProcJSON([record]), [item.key])
            if in_bibliography:
                text = str("".join(map(str, self._loaded.render_bibliography([item]))))
            else:
                text = str(self._loaded.render_citation(citation, [], None))
        except _BROKEN:
            text = ""
        text = re.sub(r"(?<=, )Circa (?=\S)", "circa ", text)
        if self.style is CitationStyle.MLA:
            text = re.sub(r"(\.[\ue010-\ue017]? )no\. ", r"\1No. ", text)
        if _is_one_number(reference.number):
            text = re.sub(r"\b([Nn]o)s\. (?=\S*\d)", r"\1. ", text)
        return text if re.search(r"\w", text) else _by_hand(reference)


def _record(reference: Reference, style: CitationStyle) -> dict[str, Any]:
    """A reference as citeproc-py takes it: with our marks, without what it cannot render."""
    from citeproc import VARIABLES

    known = {name.replace("_", "-") for name in VARIABLES} | {"id", "type"}
    record = {
        name: _value(name, value)
        for name, value in to_csl(reference).items()
        if name in known and name not in _LEFT_OUT
    }
    record["id"] = "item"
    record.setdefault("language", "en")
    if reference.kind == "article" and not (reference.genre or reference.number or reference.publisher):
        record["type"] = "document"  # to citeproc-py it would be a preprint
    if not without_marks(reference.title).strip():
        record["title"] = stand_in(reference.kind)
    if "DOI" in record:
        record["DOI"] = re.sub(
            r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", record["DOI"], flags=re.IGNORECASE
        )
    if reference.kind == "speech" and style is CitationStyle.MLA and "issued" in record:
        record.setdefault("event-date", record["issued"])
    return record


def _value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _address(value) if name in _AS_IS else incoming(value)
    if isinstance(value, list):
        return [{part: incoming(text) for part, text in one.items()} for one in value]
    if isinstance(value, dict) and "season" in value:
        season = ("spring", "summer", "autumn", "winter")[value["season"] - 1]
        return {"literal": f"{season} {value['date-parts'][0][0]}"}
    if isinstance(value, dict) and "raw" in value:
        return {"literal": in_words(value["raw"])}
    return value


def _address(text: str) -> str:
    return re.sub("[\ue000-\uf8ff]", "", text)


def _is_one_number(number: str) -> bool:
    return bool(number) and not re.search(r"[,&;]| and ", number)


def _by_hand(reference: Reference) -> str:
    """Who, what, when: for a record that citeproc-py cannot render."""
    names = ", ".join(name.text for name in reference.authors[:3])
    title = without_marks(reference.title) or stand_in(reference.kind)
    parts = (names, title, reference.container, in_words(reference.date) if reference.date else "")
    return incoming(". ".join(part.rstrip(".") for part in parts if part)) + "."
