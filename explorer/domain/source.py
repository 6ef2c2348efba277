"""Documents that events rest on."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.reading import Kind, PageStart


class SourceRole(StrEnum):
    """An article whose passages are kept, or a document of public record that is cited."""

    ARTICLE = "article"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Source:
    """A document.

    ``label`` is the short name used on cards ("Pfeiffer"). ``date`` is EDTF. ``unknown`` and ``inferred``
    name the fields of the record that are not known, or known by inference only. ``csl`` is the CSL-JSON
    record as text. ``sha256`` is that of the file the passages were taken from, if there is one;
    ``characters`` and ``paragraphs`` are its counts (code points; non-empty paragraphs).
    """

    id: int
    uuid: str
    slug: str
    role: SourceRole
    label: str
    title: str
    authors: str
    publisher: str
    date: str | None
    kind: str
    rights: str
    language: str
    note: str
    unknown: tuple[str, ...]
    inferred: tuple[str, ...]
    csl: str
    sha256: str | None
    characters: int | None
    paragraphs: int | None


@dataclass(frozen=True, slots=True)
class Document:
    r"""A reader's own copy of a source's text, attached to the library.

    ``text`` is canonical: decoded, line ends as ``\n``, control characters removed, NFC. ``sha256`` is
    that of the file as it was; ``encoding`` how it was decoded; ``attached`` an ISO date and time in UTC.
    ``extractor`` is the name and version of what took the text out of the file, ``sketch`` what near-same
    texts have in common, ``notices`` are sentences on what had to be guessed. ``is_kept`` tells that the
    file itself lies in the library, too; ``path`` is where it was found, "" if it came by the clipboard.
    """

    source_id: int
    filename: str
    sha256: str
    encoding: str
    text: str
    attached: str
    kind: Kind = Kind.TEXT
    extractor: str = ""
    pages: tuple[PageStart, ...] = ()
    sketch: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    is_kept: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A source with what rests on it, for the list of sources."""

    source: Source
    passages: int
    events: int
    attached: str | None
    exact: int
    moved: int
    lost: int
    approximate: int = 0
    several: int = 0
