"""Reads a bibliography of any of the three forms from the bytes of a file."""

import re

from explorer.domain.errors import ReaderError
from explorer.domain.reference import BibliographyForm, ReadBibliography

LARGEST = 20_000_000
"""Bytes of a file."""
MOST_RECORDS = 20_000
_HEAD = 20_000
_RIS = re.compile(r"^\ufeff?\s?TY {1,2}- ?\w", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_BY_SUFFIX = {".json": BibliographyForm.CSL, ".bib": BibliographyForm.BIBTEX, ".ris": BibliographyForm.RIS}
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def form_of(data: bytes) -> BibliographyForm | None:
    """What the beginning of a file looks like; None for no bibliography."""
    text = _decoded(data[:_HEAD])[0]
    if text.lstrip("\ufeff \t\r\n")[:1] in {"[", "{"}:
        return BibliographyForm.CSL
    for form, pattern in ((BibliographyForm.RIS, _RIS), (BibliographyForm.BIBTEX, _BIBTEX)):
        if pattern.search(text):
            return form
    return None


def read_bibliography(data: bytes, name: str) -> ReadBibliography:
    """Read a file of records.

    Args:
        data: the bytes of the file.
        name: its name, for its ending and for what is said of it.

    Raises:
        ReaderError: it is too large, or no bibliography in a form we know, or has no record.
    """
    if len(data) > LARGEST:
        raise ReaderError(
            f"“{name}” is larger than {LARGEST // 1_000_000} MB. Export the records in several files."
        )
    form = form_of(data) or next(
        (form for end, form in _BY_SUFFIX.items() if name.lower().endswith(end)), None
    )
    if form is None:
        raise ReaderError(
            f"“{name}” is no bibliography that can be read here. Export it as CSL-JSON, BibTeX or RIS."
        )
    text, problems = _decoded(data)
    try:
        found = _read(form, text)
    except ReaderError as error:
        raise ReaderError(f"“{name}”: {error}") from error
    if not found.records:
        said = " ".join(found.problems[:3])
        raise ReaderError(f"No record was found in “{name}”. {said or 'Export the bibliography once more.'}")
    return ReadBibliography(form, found.records, (*problems, *found.problems))


def _read(form: BibliographyForm, text: str) -> ReadBibliography:
    from explorer.services.bibliography import bibtex, csl_json, ris

    match form:
        case BibliographyForm.CSL:
            return csl_json.read(text, MOST_RECORDS)
        case BibliographyForm.BIBTEX:
            return bibtex.read(text, MOST_RECORDS)
        case BibliographyForm.RIS:
            return ris.read(text, MOST_RECORDS)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # a beginning of a file may end within a letter
            return data.decode("utf-8", "ignore"), ()
    said = "The file is not UTF-8; it was read as Windows-1252. Check letters with accents."
    return data.decode("cp1252", "replace"), (said,)
