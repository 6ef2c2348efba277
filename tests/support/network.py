"""Makes a network connection an error, here and in child processes (``tests/support/guarded.py``)."""

import socket
import sys
from pathlib import Path
from typing import Any

_INTERNET = {socket.AF_INET, socket.AF_INET6}
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}


class ConnectionForbiddenError(Exception):
    """The code under test tried to reach a network."""


class NetworkGuard:
    """Refuses Internet sockets and name look-ups once installed, and keeps what was tried.

    Local sockets pass: a display server is spoken to through one. The list makes sure that code which
    swallows the exception is found all the same.
    """

    def __init__(self) -> None:
        self.tried: list[str] = []

    def install(self) -> None:
        """Watch this process until its end: an audit hook cannot be taken out again."""
        sys.addaudithook(self._audit)

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not event.startswith("socket."):
            return
        opens = event in {"socket.__new__", "socket.connect", "socket.bind"}
        family = args[1] if event == "socket.__new__" else getattr(args[0], "family", None) if opens else None
        if event in _LOOK_UPS or family in _INTERNET:
            self.tried.append(f"{event} {args[1:]}")
            raise ConnectionForbiddenError(f"{event} {args[1:]}: the app never opens a connection")


def network_modules() -> list[str]:
    """Qt's network modules in this process: imported, or (Linux) loaded as a library by a plugin."""
    found = [name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))]
    maps = Path("/proc/self/maps")
    if maps.exists():
        loaded = maps.read_text(encoding="utf-8", errors="replace")
        found += [name for name in ("libQt6Network", "libQt6WebSockets") if name in loaded]
    return found
