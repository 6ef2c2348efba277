"""Statutes, orders, rules, treaties and cases, which every style has its own way with.

Chicago, APA and Harvard (Cite Them Right) follow The Bluebook for American law: name, number, volume and page
of the Statutes at Large or the Federal Register, date. MLA names the body first and the series in full.
"""

import re

from explorer.domain.citation import CitationStyle, Locator
from explorer.domain.reference import Reference
from explorer.services.bibliography.dates import first_year
from explorer.services.citations.marks import incoming, italic
from explorer.services.citations.wording import date_words, quoted

KINDS = frozenset(("bill", "legislation", "legal_case", "regulation", "treaty"))
_SERIES = {"Stat.": "United States Statutes at Large", "Fed. Reg.": "Federal Register"}
_SHORT = {full.lower(): short for short, full in _SERIES.items()} | {"statutes at large": "Stat."}
_BODIES = {
    "President of the United States": "United States, Executive Office of the President",
    "Supreme Court of the United States": "United States, Supreme Court",
}
_PUBLIC_LAW = re.compile(r"^Pub(?:lic|\.) L(?:aw|\.) (?:No\. )?([\d-]+)(.*)$")
_ORDER = re.compile(r"^Exec(?:utive|\.) Order (?:No\. )?([\d,]+)$")
_REPORTED = re.compile(r"^\d+ \D.* \d+$")
_STRUCTURED = re.compile(r"^(?:No\. )?(\d\S*)$")


def cited(reference: Reference, style: CitationStyle, locator: Locator | None = None) -> str:
    """A work of law as a note, or as an entry of a bibliography, with marks and a full stop.

    ``locator`` is a page of the series, or a paragraph.
    """
    make = _mla if style is CitationStyle.MLA else _bluebook
    text = make(reference, style, locator)
    address = reference.url and incoming(reference.url)
    if not address:
        return f"{text}."
    match style:
        case CitationStyle.APA:
            return f"{text}. {address}"
        case CitationStyle.HARVARD:
            return f"{text}. Available at: {address}."
        case _:
            return f"{text}, {address}."


def in_text(reference: Reference, style: CitationStyle, locator: Locator | None = None) -> str:
    """A work of law as it is cited in the text: by its name and year, in MLA by its name."""
    order = _ORDER.match(reference.number)
    name = incoming(reference.title or reference.number)
    if order:
        name = f"Executive Order {order[1]}" if style is CitationStyle.MLA else _number(reference)
    elif reference.kind == "legal_case":
        name = italic(name)
    where = "" if locator is None else _pinpoint(locator)
    year = "" if reference.date is None else first_year(reference.date)
    if style is CitationStyle.MLA:
        place = where.removeprefix("p. ").removeprefix("pp. ")
        return f"({' '.join(part for part in (name, place) if part)})"
    return f"({', '.join(part for part in (name, year, where) if part)})"


def _bluebook(reference: Reference, style: CitationStyle, locator: Locator | None) -> str:
    """Name, number, volume and series and page (date)."""
    series, is_page = _place_in_series(reference)
    number = _number(reference)
    title = incoming(reference.title)
    is_order = bool(_ORDER.match(reference.number))
    if is_order:
        title, number = number, ""
    if reference.kind == "legal_case" and style is not CitationStyle.APA:
        title = italic(title)
    date = _parenthesis(reference, style, printed=bool(series))
    is_page = is_page or bool(_REPORTED.match(reference.number))
    pinpoint = ""
    if locator is not None:
        pinpoint = _range(locator) if is_page and locator.label == "page" else _pinpoint(locator)
    if reference.kind == "treaty":
        parts = (title, date_words(reference.date, style), number, series, pinpoint)
        return ", ".join(part for part in parts if part)
    if not number and not series and not is_order:
        where = incoming(reference.container)
        date = date_words(reference.date, style)
        return ", ".join(part for part in (title, where and italic(where), date, pinpoint) if part)
    text = ", ".join(part for part in (title, number, series, pinpoint) if part)
    return f"{text} ({date})" if date else text


def _mla(reference: Reference, style: CitationStyle, locator: Locator | None) -> str:
    """Body. Title. Number. Series in full, volume, date, page."""
    order = _ORDER.match(reference.number)
    law = _PUBLIC_LAW.match(reference.number)
    title = incoming(reference.title)
    number = incoming(f"Public Law {law[1]}{law[2]}" if law else reference.number)
    container = incoming(_SERIES.get(reference.container, reference.container))
    date = date_words(reference.date, style)
    body = _body(reference)
    heads: list[str] = [body] if body else []
    if order:
        named = f"Executive Order {order[1]}"
        says_so = title.startswith(named)
        heads.append(title if says_so or not title else f"{named}: {title}")
        heads.extend([date] if date and container else [])
        date = "" if container else date
    elif reference.kind == "legal_case":
        heads.append(italic(title))
    elif law or reference.kind == "treaty":
        heads.extend(part for part in (title, number if law else "") if part)
    else:
        heads.append(quoted(title) if reference.kind == "regulation" else italic(title))
    pages = reference.pages if locator is None or locator.label != "page" else locator.value
    tail = (
        container and italic(container),
        f"vol. {reference.volume}" if reference.volume else "",
        "" if law or order else number,
        first_year(reference.date or "0000") if law and reference.date and container else date,
        _pages(pages) if pages else "",
        _pinpoint(locator) if locator is not None and locator.label != "page" else "",
    )
    end = ", ".join(part for part in tail if part)
    return ". ".join(part.rstrip(".") for part in (*heads, end) if part)


def _body(reference: Reference) -> str:
    name = incoming(reference.authors[0].text if reference.authors else reference.authority)
    if name in _BODIES:
        return _BODIES[name]
    if name.startswith(("United States ", "US ", "U.S. ")):
        return "United States, " + name.split(" ", 2 if name.startswith("United") else 1)[-1]
    return name


def _number(reference: Reference) -> str:
    if law := _PUBLIC_LAW.match(reference.number):
        return incoming(f"Pub. L. No. {law[1]}{law[2]}")
    if order := _ORDER.match(reference.number):
        digits = order[1].replace(",", "")
        return f"Exec. Order No. {int(digits):,}" if len(digits) > 4 else f"Exec. Order No. {digits}"
    if reference.kind == "bill" and (plain := _STRUCTURED.match(reference.number)):
        return f"No. {plain[1]}"
    return incoming(reference.number)


def _place_in_series(reference: Reference) -> tuple[str, bool]:
    """Volume, series and page as The Bluebook gives them; whether a page number may follow."""
    series = _SHORT.get(reference.container.lower(), reference.container if reference.volume else "")
    if not series or not reference.volume:
        return "", False
    parts = (reference.volume, series, reference.pages.partition("-")[0])
    return incoming(" ".join(part for part in parts if part)), bool(reference.pages)


def _parenthesis(reference: Reference, style: CitationStyle, *, printed: bool) -> str:
    """What stands in parentheses at the end: the court, and the year of a law, the day of anything else."""
    if reference.date is None:
        return incoming(reference.authority)
    if reference.kind == "legal_case":
        reported = bool(_REPORTED.match(reference.number))
        court = "" if reported and ".S. " in reference.number else incoming(reference.authority)
        when = first_year(reference.date) if reported else date_words(reference.date, style)
        return ", ".join(part for part in (court, when) if part)
    is_year = reference.kind in {"legislation", "bill"} and (printed or not _ORDER.match(reference.number))
    return first_year(reference.date) if is_year else date_words(reference.date, style)


def _pinpoint(locator: Locator) -> str:
    several = any(mark in locator.value for mark in "-–,&")
    short = {"page": ("p.", "pp."), "paragraph": ("para.", "paras.")}[locator.label][several]
    return f"{short} {_range(locator)}"


def _range(locator: Locator) -> str:
    return incoming(locator.value).replace("-", "–")


def _pages(pages: str) -> str:
    return _pinpoint(Locator("page", pages))
