"""What happens when the app itself is wrong: a report on this machine, a plain sentence, and work goes on.

A report says where in the code the error arose and with what versions. It holds no text of the reader's
documents: of an exception's message only the first line is kept, and what stands in quotation marks there is
left out unless it is a name.
"""

import contextlib
import faulthandler
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from explorer import __version__
from explorer.domain.errors import ReaderError

KEPT_REPORTS = 20
KEPT_MESSAGES = 50
MOST_PER_RUN = 10

_QUOTED = re.compile(r"""(?<!\w)(?:(['"])(.*?)\1(?!\w)|[“‘](.*?)[”’])""")
_NAME = re.compile(r"[\w.]{1,60}")


class CrashReports:
    """Writes a report on every unhandled error and tells the reader.

    ``tell`` is called with a few sentences, on the thread where the error arose: give it something that may
    be called from any thread, such as a signal's ``emit``. Until the window sets it, the sentences go to
    standard error. An error that repeats (a paint event) is reported once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._messages: deque[str] = deque(maxlen=KEPT_MESSAGES)
        self._seen: set[tuple[str, str, int]] = set()
        self.tell: Callable[[str], None] | None = None

    def install(self) -> None:
        """Take over Python's hooks: errors in the main thread, Qt slots, other threads and destructors."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable
        # Without a terminal there may be no real standard error for a dying process to write to.
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            faulthandler.enable()

    def install_for_qt(self) -> None:
        """Take over Qt's message handler; apart, because it loads QtCore."""
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(self.take_message)

    def take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
        where: str = "",
    ) -> None:
        """Report an unhandled error; the signature of ``sys.excepthook``.

        A :class:`ReaderError` that nobody caught is no bug: its own sentence is told, and no report written.
        """
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        error = error or kind()
        if isinstance(error, ReaderError):
            self._say(str(error))
            return
        mark = _mark(error)
        if mark in self._seen or len(self._seen) >= MOST_PER_RUN:
            return
        self._seen.add(mark)
        self._file("\n".join(_describe(error)), where or threading.current_thread().name)

    def take_message(self, kind: Any, context: Any, text: str | None) -> None:
        """Keep a message of Qt for the next report; the signature of Qt's message handler.

        A fatal one ends the process when this returns, so it is reported at once.
        """
        name = getattr(kind, "name", str(kind)).removeprefix("Qt").removesuffix("Msg").lower()
        line = _without_texts(f"{getattr(context, 'category', None) or 'qt'} {name}: {text}")
        self._messages.append(line)
        if sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write(f"{line}\n")
        if name == "fatal":
            self._file(f"Qt gave up: {line}", "Qt")

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "a thread"
            self.take(args.exc_type, args.exc_value, args.exc_traceback, name)

    def _take_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self.take(args.exc_type, args.exc_value, args.exc_traceback, "a destructor or callback")

    def _file(self, what: str, where: str) -> None:
        text = "\n".join(
            [*_circumstances(where), "", what, "", "Last messages of Qt:", *(self._messages or ["none"]), ""]
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{time.strftime('%Y-%m-%d %H%M%S')} {os.getpid()}-{len(self._seen)}.txt"
            path.write_text(text, encoding="utf-8")
            self._tidy()
        except OSError:
            self._say("Something went wrong inside Timeline Explorer, and no report could be written.", text)
            return
        self._say(
            "Something went wrong inside Timeline Explorer. What you saved is safe. "
            f"A report without any text of your documents lies in {path}; nothing was sent."
        )

    def _say(self, sentences: str, report: str = "") -> None:
        if self.tell is not None:
            try:
                self.tell(sentences)
            except Exception:
                # The window that would tell may be what is broken, or gone.
                self.tell = None
            else:
                return
        if sys.stderr is not None:
            sys.stderr.write(f"{sentences}\n{report}")

    def _tidy(self) -> None:
        """Keep the newest reports only; their names sort by time."""
        for old in sorted(self._folder.glob("*.txt"))[:-KEPT_REPORTS]:
            old.unlink(missing_ok=True)


def _circumstances(where: str) -> Iterator[str]:
    """Versions of what could be to blame. Only what is loaded is asked, to keep a broken process calm."""
    import platform

    yield f"Timeline Explorer {__version__}, {time.strftime('%Y-%m-%d %H:%M:%S %z')}"
    yield f"{platform.platform()}, Python {platform.python_version()}"
    for name in ("PySide6", "numpy", "pyqtgraph", "sqlalchemy", "sqlite3"):
        module = sys.modules.get(name)
        if module is not None:
            version = getattr(module, "sqlite_version", None) or getattr(module, "__version__", "unknown")
            yield f"{name} {version}"
    yield f"In: {where}"


def _describe(error: BaseException) -> Iterator[str]:
    """The traceback with its causes, oldest first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _describe(cause)
        yield ""
        yield "which led to:" if error.__cause__ else "and while that was handled:"
        yield ""
    import traceback

    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"      {frame.line}"
    message = str(error).partition("\n")[0]
    yield f"{type(error).__module__}.{type(error).__qualname__}: {_without_texts(message)}"


def _without_texts(message: str) -> str:
    """``message`` without the texts quoted in it; names in quotation marks stay."""
    return _QUOTED.sub(_names_only, message)[:300]


def _names_only(found: re.Match[str]) -> str:
    inside = found[2] or found[3] or ""
    return found[0] if _NAME.fullmatch(inside) else f"({len(inside)} characters)"


def _short(filename: str) -> str:
    """The path of a source file from its package on, so that no name of a person's folder is told."""
    parts = Path(filename).parts
    for root in ("site-packages", "explorer"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return parts[-1] if parts else filename


def _mark(error: BaseException) -> tuple[str, str, int]:
    """What makes two errors the same: their type and the place they arose."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__qualname__, "", 0
    return type(error).__qualname__, trace.tb_frame.f_code.co_filename, trace.tb_lineno
