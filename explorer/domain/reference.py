"""Bibliographic records in the terms of the Citation Style Language (CSL 1.0.2), and files of them."""

from dataclasses import dataclass
from enum import StrEnum


class BibliographyForm(StrEnum):
    """The forms in which bibliographies are read and written."""

    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family`` and what belongs to it) or a body (``literal`` alone).

    ``particle`` stays with the family name ("van" in "van Gogh"); ``dropping`` stands with it only where the
    given name does ("von" in "Alexander von Humboldt").
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def text(self) -> str:
        """The name as one says it: given name first."""
        parts = (self.given, self.dropping, self.particle, self.family)
        name = self.literal or " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name


@dataclass(frozen=True, slots=True)
class Reference:
    """What a bibliography says of one document; "" or None is what it does not say.

    ``key`` is its key in the file it comes from. ``kind`` is a type of CSL ("article-journal"). ``date`` and
    ``accessed`` are EDTF. ``container`` is the journal, book or site it stands in, ``collection`` a series.
    ``title`` and ``container`` may hold the marks of CSL-JSON (``<i>``, ``<b>``, ``<sup>``, ``<sub>``,
    ``<span class="nocase">``). ``more`` are other variables of CSL as (name, text), dates among them as EDTF;
    ``others`` are names in other roles as (role, names). Both are sorted.
    """

    key: str
    kind: str = "document"
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    date: str | None = None
    accessed: str | None = None
    publisher: str = ""
    place: str = ""
    container: str = ""
    collection: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    pages: str = ""
    edition: str = ""
    genre: str = ""
    authority: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    more: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, tuple[Name, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReference:
    """A record as it was read, and whole sentences on what of it could not be."""

    reference: Reference
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBibliography:
    """A file of records; ``problems`` are whole sentences on the file and on records that were left out."""

    form: BibliographyForm
    records: tuple[ReadReference, ...]
    problems: tuple[str, ...] = ()
