"""The bibliographic record of a source, as a reader writes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """Every field that can be written; "" is what is not known.

    ``kind`` is a type of CSL. ``authors`` are people ("Family, Given") and bodies (as they are called).
    ``date`` is EDTF. ``container`` is the journal, book or site it stands in. ``label`` is the short name on
    cards. ``is_checked`` tells that the reader has compared all of it with the document.
    """

    kind: str = "document"
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""
    language: str = ""
    rights: str = ""
    label: str = ""
    is_checked: bool = False
