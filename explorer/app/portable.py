"""Where a portable app keeps its data, and where anything can be kept when its stick cannot be written to."""

import os
import stat
import sys
from pathlib import Path

MARKS = ("portable", "portable.txt")
"""A file of one of these names beside the program makes it portable. What stands in it does not matter."""
FOLDER = "data"
"""Where a portable app keeps its data, beside its program."""
_OWN = 0o700


def portable_folder() -> Path | None:
    """The data folder beside the program, made or not; None if this is no bundle or it is not portable."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).absolute().parent
    return beside / FOLDER if any((beside / mark).is_file() for mark in MARKS) else None


def may_hold(folder: Path) -> bool:
    """Whether a folder may be written to, or made if it is not there: as far as the system says."""
    nearest = _nearest(folder)
    return nearest.is_dir() and os.access(
        nearest, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids
    )


def holds(folder: Path) -> bool:
    """The same for a disk that may be write-protected, which some systems tell only to who writes."""
    if not may_hold(folder):
        return False
    probe = _nearest(folder) / f".timeline-explorer-{os.getpid()}"
    try:
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        probe.unlink()
    except OSError:
        return False
    return True


def passing_folder() -> Path | None:
    """A folder of this user's among the temporary ones: the same at the next start, if it is still there.

    None if it cannot be had, or if somebody else has made one of that name.
    """
    import tempfile

    try:
        user = os.geteuid() if hasattr(os, "geteuid") else 0
        folder = Path(tempfile.gettempdir()) / f"timeline-explorer-{user}"
        folder.mkdir(mode=_OWN, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    if hasattr(os, "geteuid") and (found.st_uid != user or stat.S_IMODE(found.st_mode) != _OWN):
        return None
    return folder if stat.S_ISDIR(found.st_mode) else None


def _nearest(folder: Path) -> Path:
    """The folder itself, or the one that is there and in which it would be made."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder
