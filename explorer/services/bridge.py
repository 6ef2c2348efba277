"""Reads a plain text file, whatever its encoding, into the canonical text that passages are counted in."""

import codecs
import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.errors import ReaderError

LARGEST = 5_000_000
SAMPLE = 65_536
ODD_SHARE = 0.02
HEAP = 100
PIECE = 100_000

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document, an e-book or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html[\s>])", re.IGNORECASE)
_UTF8_RUN = re.compile(
    rb"[\x00-\x7f]+"
    rb"|(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
    rb"|[\x80-\xff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_GAP = re.compile("(?=[ -~])")
_JOINED = re.compile("\u00ad+\n")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A file as text.

    ``text`` is canonical (see :func:`canonical`). ``sha256`` is that of the file's bytes, in
    hexadecimal. ``encoding`` names how it was decoded. ``notices`` are whole sentences on what had
    to be guessed or mended.
    """

    filename: str
    sha256: str
    encoding: str
    text: str
    notices: tuple[str, ...]


def read_document(path: Path) -> PlainText:
    """Read a plain text file.

    Raises:
        ReaderError: The file cannot be read, is empty, is too large or is not plain text.
    """
    data = _read_bytes(path)
    _refuse_what_is_not_text(data, path.name)
    decoded, encoding, notices = _decode(data)
    odd = sum(len(_CONTROLS.findall(piece)) for piece in _pieces(decoded)) + decoded.count("\ufffd")
    if odd > ODD_SHARE * len(decoded) + 8:
        raise ReaderError(
            f"“{path.name}” does not look like text. Attach a plain text file, or save the document as plain "
            "text first."
        )
    _refuse_heaps(decoded, path.name)
    text = canonical(decoded)
    if not text.strip():
        raise ReaderError(
            f"There is no text in “{path.name}”. Attach a file that holds the text of the document."
        )
    return PlainText(path.name, hashlib.sha256(data).hexdigest(), encoding, text, notices)


def canonical(text: str) -> str:
    r"""The form in which texts are stored and passages counted, in code points.

    Line ends become ``\n``, soft hyphens at line ends are joined, NUL and other control characters
    fall out, lone surrogates become U+FFFD, letters are composed (NFC). Nothing else changes: not
    NFKC, which would take no-break spaces, and no straightening of quotes.
    """
    if _SURROGATES.search(text):
        # Halves of one character that were encoded apart find each other again on the way through UTF-16.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(map(_canonical_piece, _pieces(text))).lstrip("\ufeff")


def _canonical_piece(text: str) -> str:
    text = _LINE_ENDS.sub("\n", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", _JOINED.sub("", text))


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that end before a character that prints in ASCII.

    No rule of this module reaches across such a place: it does not join or compose with what is before it.
    Between pieces other threads get their turn, which a regular expression at work does not give them.
    """
    begin, at = 0, PIECE
    while begin < len(text):
        gap = _GAP.search(text, at, at + PIECE)
        if gap is not None or at >= len(text):
            end = gap.end() if gap is not None else len(text)
            yield text[begin:end]
            begin, at = end, end
        at += PIECE


def _read_bytes(path: Path) -> bytes:
    name = path.name
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise ReaderError(f"“{name}” is a folder. Choose the text file itself.")
        if not stat.S_ISREG(state.st_mode):
            raise ReaderError(f"“{name}” is a device or a pipe, not a file. Choose a plain text file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ReaderError(f"“{name}” is not there any more. Was it moved, or its disk taken out?") from None
    except PermissionError:
        raise ReaderError(
            f"You may not read “{name}”. Change its permissions, or copy it to a folder of yours."
        ) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise ReaderError(
            f"“{name}” cannot be read ({reason}). Copy it to this computer and try again."
        ) from problem
    if len(data) > LARGEST:
        raise ReaderError(
            f"“{name}” is larger than {LARGEST // 1_000_000} MB. Attach the part that holds the document."
        )
    if not data:
        raise ReaderError(f"“{name}” is empty. Attach a file that holds the text of the document.")
    return data


def _refuse_what_is_not_text(data: bytes, name: str) -> None:
    for start, what in _NOT_TEXT:
        if data.startswith(start):
            raise ReaderError(
                f"“{name}” is {what}. This version takes plain text only: open it in the program it belongs "
                "to, save or copy its text as a plain text file (.txt), and attach that."
            )
    if _WEB_PAGE.match(data[:SAMPLE].removeprefix(codecs.BOM_UTF8)):
        raise ReaderError(
            f"“{name}” is a web page. This version takes plain text only: open it in a browser, copy the "
            "article into a plain text file (.txt), and attach that."
        )


def _refuse_heaps(text: str, name: str) -> None:
    """No writing heaps a hundred accents on a letter, and to put them in order would take hours."""
    for piece in _pieces(text):
        accents = "" if piece.isascii() else "".join(filter(unicodedata.combining, set(piece)))
        if not accents or not re.search(f"[{accents}]{{{HEAP},}}", piece):
            continue
        raise ReaderError(
            f"“{name}” does not look like text: hundreds of accents stand on one letter. Attach a plain text "
            "file, or save the document as plain text first."
        )


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and notices."""
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], codec, name)
    codec = _unmarked_utf16(data)
    if codec:
        return _decode_marked(data, codec, "UTF-16 LE" if codec.endswith("le") else "UTF-16 BE")
    try:
        return data.decode("utf-8", "surrogatepass"), "UTF-8", ()
    except UnicodeDecodeError:
        return _decode_mixed(data)


def _decode_marked(data: bytes, codec: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Text whose encoding is known. A bad spot becomes U+FFFD and a notice."""
    if codec == "utf-8":
        try:
            return data.decode(codec, "surrogatepass"), name, ()
        except UnicodeDecodeError:
            return _decode_mixed(data)
    width = 4 if codec.startswith("utf-32") else 2
    notices: tuple[str, ...] = ()
    if len(data) % width:
        notices = ("The file ends in the middle of a character; that character is missing.",)
        data = data[: len(data) // width * width]
    try:
        return data.decode(codec, "surrogatepass"), name, notices
    except UnicodeDecodeError:
        return (
            data.decode(codec, "replace"),
            name,
            (*notices, "Some characters could not be read; they are shown as “�”."),
        )


def _unmarked_utf16(data: bytes) -> str:
    """The codec where every other byte is NUL so often that the text can only be UTF-16; "" otherwise."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    if not pairs:
        return ""
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return ""


def _decode_mixed(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Windows-1252, or UTF-8 with stray bytes in it where most of what is not ASCII is sound UTF-8."""
    runs = [found.group() for found in _UTF8_RUN.finditer(data)]
    strays = sum(1 for run in runs if len(run) == 1 and run[0] >= 0x80)
    sound = sum(1 for run in runs if len(run) > 1 and run[0] >= 0x80)
    undefined = sum(data.count(byte) for byte in b"\x81\x8d\x8f\x90\x9d")
    if sound >= strays:
        text = "".join(
            run.decode("cp1252", "replace") if len(run) == 1 else run.decode("utf-8") for run in runs
        )
        return text, "UTF-8, damaged", (f"{strays:,} bytes are not UTF-8 and were read as Windows-1252.",)
    notices = (
        ("Some bytes stand for no character in Windows-1252; they are shown as “�”.",) if undefined else ()
    )
    return data.decode("cp1252", "replace"), "Windows-1252", notices
