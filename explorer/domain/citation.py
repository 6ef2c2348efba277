"""Citations: the styles, and what a citation says in plain and in rich text."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class CitationStyle(StrEnum):
    """The styles citations are written in: Chicago's notes, and three that cite by author in the text."""

    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"
    HARVARD = "harvard"


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a document: ``label`` is "page" or "paragraph", ``value`` a number or range as text."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text twice: plain, and as HTML in which only ``p``, ``i``, ``b``, ``sup`` and ``sub`` occur."""

    plain: str
    html: str

    @classmethod
    def joined(cls, parts: "tuple[Formatted, ...]", between: str, between_html: str) -> "Formatted":
        """Several texts as one."""
        return cls(between.join(part.plain for part in parts), between_html.join(part.html for part in parts))


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation to be copied, and what must be said beside it.

    ``unchecked``: nobody compared the citation with the document. ``inferred`` and ``unknown`` name what of
    the works cited was inferred or is not known, as (work, field).
    """

    text: Formatted
    unchecked: bool = False
    inferred: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


class ExportForm(StrEnum):
    """The files in which works and passages leave a library."""

    TEXT = "text"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"
    ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and how many works or passages are in it."""

    path: Path
    form: ExportForm
    count: int
