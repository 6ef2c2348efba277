"""Tells what kind of file one is: by what it holds, and by its name only where that leaves it open."""

import codecs
import io
import re
import zipfile
from pathlib import PurePath

from explorer.domain.reading import ENDINGS, Kind, UnreadableError

MOST_BYTES = {
    Kind.TEXT: 20_000_000,
    Kind.MARKDOWN: 20_000_000,
    Kind.HTML: 20_000_000,
    Kind.PDF: 200_000_000,
    Kind.DOCX: 60_000_000,
    Kind.EPUB: 60_000_000,
    Kind.BIBLIOGRAPHY: 10_000_000,
}
"""Of the largest file of each kind that is read."""
LARGEST = max(MOST_BYTES.values())

_OTHER = (
    (b"\xd0\xcf\x11\xe0", "an old Word document: open it there and save it as .docx"),
    (b"{\\rtf", "a rich text document (RTF): save it as .docx"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"7z\xbc\xaf", "a compressed file: unpack it first"),
    (b"Rar!", "a compressed file: unpack it first"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_WEB_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*Content-Type:\s*multipart/related", re.IGNORECASE
)
"""A page that a browser saved with all its parts in one file (MHTML)."""
_BIBLIOGRAPHY = {
    "bib": re.compile(rb"@\s*\w+\s*[{(]"),
    "ris": re.compile(rb"^TY  - ", re.MULTILINE),
    "json": re.compile(rb"""^\s*[\[{].*"type"\s*:""", re.DOTALL),
}
_SAMPLE = 65_536


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file that holds ``data`` and is called ``name``.

    Raises:
        UnreadableError: it is empty, of a kind that is not read, or too large for its kind.
    """
    if not data:
        raise UnreadableError(f"“{name}” is empty.", no_text=False)
    kind = _kind_of(data, name)
    if len(data) > MOST_BYTES[kind]:
        raise UnreadableError(
            f"“{name}” is larger than {MOST_BYTES[kind] // 1_000_000} MB, the most that is read of its kind."
            " Add the part that you need."
        )
    return kind


def format_of(name: str) -> str:
    """How the name of a file ends, in small letters, without the dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def _kind_of(data: bytes, name: str) -> Kind:
    ending = format_of(name)
    sample = data[:_SAMPLE]
    if b"%PDF-" in sample[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, name)
    for start, what in _OTHER:
        if data.startswith(start):
            raise UnreadableError(f"“{name}” is {what}. It was not added.")
    bare = sample.removeprefix(codecs.BOM_UTF8)
    if _WEB_PAGE.match(bare) or _WEB_ARCHIVE.match(bare) or ending in ENDINGS[Kind.HTML]:
        return Kind.HTML
    pattern = _BIBLIOGRAPHY.get(ending)
    if pattern is not None and pattern.search(bare):
        return Kind.BIBLIOGRAPHY
    return Kind.MARKDOWN if ending in ENDINGS[Kind.MARKDOWN] else Kind.TEXT


def _packed(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise UnreadableError(
            f"“{name}” is damaged: its parts cannot be unpacked. Get the file again from where it came."
        ) from error
    if "word/document.xml" in names:
        return Kind.DOCX
    if "META-INF/container.xml" in names:
        return Kind.EPUB
    if "content.xml" in names:
        raise UnreadableError(f"“{name}” is an OpenDocument file: save it as .docx. It was not added.")
    raise UnreadableError(f"“{name}” is an archive of other files: unpack it first. It was not added.")
