"""The files of the shipped story: which they are, and whether they are others than before."""

import hashlib
from pathlib import Path

from explorer.domain.errors import ReaderError


def fingerprint(folder: Path) -> str:
    """A hash of all files of a story: it differs as soon as one of them differs.

    Raises:
        ReaderError: a file that is there cannot be read.
    """
    digest = hashlib.sha256()
    try:
        for path in sorted([*folder.glob("*.json"), *folder.glob("series/*")]):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    except OSError as error:
        raise unreadable(folder, error) from error
    return digest.hexdigest()


def unreadable(folder: Path, error: Exception) -> ReaderError:
    """The sentence for a story whose files are not as they should be."""
    return ReaderError(
        f"The story that comes with Timeline Explorer cannot be read from {folder}"
        f" ({type(error).__name__}: {error}). Install the app again."
    )
