"""Takes from a process what reading a file does not need: network, other processes, writing, much memory."""

import gc
import os
import sys
from typing import Any

MOST_MEMORY = 1 << 30
"""Bytes of address space, where the system knows how to hold a process to it (not on Windows)."""
MOST_SECONDS = 600
"""Of computing, where the system counts it; the parent's patience ends earlier."""

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "shutil.",
    "ftplib.",
    "smtplib.",
    "urllib.",
)
_WRITES = frozenset("wax+")


class ForbiddenError(PermissionError):
    """What is asked for is not needed to read a file."""


def close_in() -> None:
    """Hold this process to reading from now on to its end; none of it can be taken back."""
    # It ends with its one file: nothing that it leaves behind is worth to be collected.
    gc.disable()
    _hold_to_limits()
    sys.addaudithook(_refuse)


def _hold_to_limits() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (held, held))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        if _writes(*args):
            raise ForbiddenError(f"writing is not allowed here: {args[0]}")
    elif event.startswith(_FORBIDDEN):
        raise ForbiddenError(f"not allowed here: {event}")


def _writes(_path: object, mode: object, flags: object) -> bool:
    """Whether a file is opened to be written: by its mode, or where there is none by its flags."""
    if isinstance(mode, str):
        return bool(_WRITES & set(mode))
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
