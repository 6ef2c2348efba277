"""Decodes text, whatever its encoding, and makes it the canonical text that passages are counted in."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from explorer.domain.reading import UnreadableError

SAMPLE = 65_536
ODD_SHARE = 0.02
HEAP = 100
FOREIGN_SHARE = 0.2
"""The share of bytes beyond ASCII that no Western text reaches."""
FEWEST_FOREIGN = 40
"""Of fewer such bytes nothing can be guessed."""
PIECE = 100_000

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_UTF8_RUN = re.compile(
    rb"[\x00-\x7f]+"
    rb"|(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
    rb"|[\x80-\xff]"
)
_AS_WINDOWS = frozenset(("iso8859-1", "ascii"))
_NAMES = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_GAP = re.compile("(?=[ -~])")
_JOINED = re.compile("\u00ad+\n")


def decoded(data: bytes, name: str, declared: str = "") -> tuple[str, str, tuple[str, ...]]:
    """The text that bytes stand for, the name of their encoding, and notices.

    A mark at the beginning counts more than what is ``declared``, which counts more than a guess.

    Raises:
        UnreadableError: they are not text.
    """
    text, encoding, notices = _decode_declared(data, declared) or _decode(data)
    odd = sum(len(_CONTROLS.findall(piece)) for piece in _pieces(text)) + text.count("\ufffd")
    if odd > ODD_SHARE * len(text) + 8:
        raise UnreadableError(f"“{name}” does not look like text. Save the document as plain text first.")
    _refuse_heaps(text, name)
    return text, encoding, notices


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


def _refuse_heaps(text: str, name: str) -> None:
    """No writing heaps a hundred accents on a letter, and to put them in order would take hours."""
    for piece in _pieces(text):
        accents = "" if piece.isascii() else "".join(filter(unicodedata.combining, set(piece)))
        if not accents or not re.search(f"[{accents}]{{{HEAP},}}", piece):
            continue
        raise UnreadableError(
            f"“{name}” does not look like text: hundreds of accents stand on one letter."
            " Save the document as plain text first."
        )


def _decode_declared(data: bytes, declared: str) -> tuple[str, str, tuple[str, ...]] | None:
    """The text as its declared encoding has it; None if there is none, or it is plainly not that one."""
    if not declared or any(data.startswith(mark) for mark, _, _ in _BOMS):
        return None
    try:
        name = codecs.lookup(declared).name
        # What calls itself one of these is Windows-1252 to every browser.
        name = "cp1252" if name in _AS_WINDOWS else name
        return data.decode(name), _NAMES.get(name, name.upper()), ()
    except (LookupError, ValueError):
        return None


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
    guess = _guessed(data)
    if guess is not None:
        return guess
    notices = (
        ("Some bytes stand for no character in Windows-1252; they are shown as “�”.",) if undefined else ()
    )
    return data.decode("cp1252", "replace"), "Windows-1252", notices


def _guessed(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """Text of a script that is not Latin, by how often its bytes occur; None where that is not what it is."""
    sample = data[:SAMPLE]
    if sum(byte >= 0x80 for byte in sample) < max(FOREIGN_SHARE * len(sample), FEWEST_FOREIGN):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_8", "cp1252", "latin_1"]).best()
    if best is None:
        return None
    notice = (
        f"The file does not say how its letters are written; they were read as {best.encoding}:"
        " look it through."
    )
    return data.decode(best.encoding, "replace"), best.encoding, (notice,)
