"""Writes a file so that at its place there is always a whole one: the old one, or the new one."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from explorer.domain.errors import ReaderError

_SAYS = {
    "FileNotFoundError": "The folder is not there.",
    "IsADirectoryError": "There is a folder of that name.",
    "NotADirectoryError": "The folder is not there.",
    "PermissionError": "You may not write to this folder.",
}


def save_text(path: Path, text: str) -> None:
    """Write a text as UTF-8; see :func:`save`."""
    save(path, text.encode())


def save(path: Path, data: bytes) -> None:
    """Write a file beside its place, and put it there once it is on the disk.

    Raises:
        ReaderError: it cannot be written; what was at its place is still there.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # As a file that is simply written: mkstemp makes it for its owner alone.
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _refused(path, error) from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(path: Path, error: OSError) -> ReaderError:
    reason = _SAYS.get(type(error).__name__) or f"{error.strerror or 'The disk refused it'}."
    return ReaderError(f"“{path.name}” cannot be written. {reason} Choose another place for it.")
