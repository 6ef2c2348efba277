"""Takes the files of readers in: as bytes, bounded, with a sentence for whatever stands against it."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from explorer.domain.errors import ReaderError
from explorer.domain.reading import UnreadableError
from explorer.services.reading.kinds import LARGEST

MOST_FILES = 2_000
"""Files of a folder that are taken at once."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a reader gives: a file of the disk at ``path``, or ``data`` of the clipboard without one."""

    name: str
    path: Path | None
    data: bytes = b""


@dataclass(frozen=True, slots=True, eq=False)
class FileBytes:
    """A file in memory. ``sha256`` is that of its bytes; ``path`` is "" if it came by the clipboard."""

    name: str
    path: str
    data: bytes
    sha256: str


def taken_in(incoming: Incoming) -> FileBytes:
    """The bytes of what a reader gives.

    Raises:
        UnreadableError: it cannot be read, or is too large.
    """
    data = incoming.data if incoming.path is None else _read(incoming.path, incoming.name)
    path = "" if incoming.path is None else str(incoming.path)
    return FileBytes(incoming.name, path, data, sha256(data).hexdigest())


def files_of(paths: Iterable[Path]) -> tuple[Incoming, ...]:
    """The files at these paths; of folders those in them, at any depth, in the order of their paths.

    Hidden files and links out of a folder are passed over.

    Raises:
        ReaderError: a folder cannot be read, or there are too many files.
    """
    found: list[Incoming] = []
    for path in paths:
        try:
            within = sorted(_within(path)) if path.is_dir() else [path]
        except OSError as error:
            raise ReaderError(f"The folder “{path.name}” cannot be read ({error.strerror}).") from error
        found += [Incoming(each.name, each) for each in within]
        if len(found) > MOST_FILES:
            raise ReaderError(f"These are more than {MOST_FILES:,} files. Add them in several parts.")
    return tuple(found)


def _within(folder: Path) -> Iterator[Path]:
    folders = [folder]
    count = 0
    while folders:
        for entry in folders.pop().iterdir():
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir():
                folders.append(entry)
            elif count <= MOST_FILES:
                count += 1
                yield entry


def _read(path: Path, name: str) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableError(f"“{name}” is a folder. Choose the file itself.")
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError(f"“{name}” is a device or a pipe, not a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableError(
            f"“{name}” is not there any more. Was it moved, or its disk taken out?"
        ) from None
    except PermissionError:
        raise UnreadableError(
            f"You may not read “{name}”. Change its permissions, or copy it to a folder of yours."
        ) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise UnreadableError(
            f"“{name}” cannot be read ({reason}). Copy it to this computer and try again."
        ) from problem
    if len(data) > LARGEST:
        raise UnreadableError(f"“{name}” is larger than {LARGEST // 1_000_000} MB. Add it in parts.")
    return data
