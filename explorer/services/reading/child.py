"""The process that reads one file and ends: without a library, a window, a network or a disk to write to.

Its input is a line of JSON with the name of the file, then the bytes of the file. Its output are frames: four
bytes with the length of what follows, a letter, and then for ``p`` a count of pages as JSON, for ``a`` the
answer (see :mod:`explorer.services.reading.wire`).
"""

import json
import sys
from collections.abc import Callable
from time import monotonic
from typing import BinaryIO

from explorer.domain.errors import ReaderError
from explorer.domain.reading import Kind, Reading, UnreadableError
from explorer.domain.reference import ReadBibliography
from explorer.services.reading.kinds import kind_of
from explorer.services.reading.sandbox import close_in
from explorer.services.reading.wire import packed

PULSE = 0.1
"""Seconds between two counts of pages."""

Progress = Callable[[int, int], None]


def main() -> None:
    """Read the file that comes in, and answer."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    # What a library prints must not stand among the answers.
    sys.stdout = sys.stderr
    close_in()
    order = json.loads(source.readline(10_000))
    data = source.read()
    send(answers, b"a", packed(answer_to(data, str(order["name"]), _Pulse(answers))))


def answer_to(data: bytes, name: str, progress: Progress) -> Reading | ReadBibliography | UnreadableError:
    """What stands in the file, or why it cannot be read."""
    try:
        return read(data, name, progress)
    except UnreadableError as refusal:
        return refusal
    except ReaderError as error:
        return UnreadableError(str(error))
    except MemoryError:
        return UnreadableError(f"“{name}” needs more memory to be read than it is given. It was not added.")


def read(data: bytes, name: str, progress: Progress) -> Reading | ReadBibliography:
    """Read a file of any kind.

    Raises:
        ReaderError: it cannot be read.
    """
    kind = kind_of(data, name)
    match kind:
        case Kind.PDF:
            from explorer.services.reading import pdf

            return pdf.read(data, name, progress)
        case Kind.HTML:
            from explorer.services.reading import web

            return web.read(data, name)
        case Kind.DOCX:
            from explorer.services.reading import word

            return word.read(data, name)
        case Kind.EPUB:
            from explorer.services.reading import epub

            return epub.read(data, name)
        case Kind.BIBLIOGRAPHY:
            from explorer.services.bibliography.reading import read_bibliography

            return read_bibliography(data, name)
        case _:
            from explorer.services.reading import plain

            return plain.read(data, name, kind)


def send(out: BinaryIO, letter: bytes, body: bytes) -> None:
    """Write one frame."""
    out.write(len(body).to_bytes(4, "big") + letter + body)
    out.flush()


class _Pulse:
    """Tells how far it is, but not more often than anybody looks."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._last = 0.0

    def __call__(self, done: int, of: int) -> None:
        now = monotonic()
        if now - self._last > PULSE:
            self._last = now
            send(self._out, b"p", json.dumps([done, of]).encode())


if __name__ == "__main__":
    main()
