"""Which of the files that PyInstaller finds go into the bundle."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]
"""Place in the bundle, file that goes there, and what PyInstaller takes it for."""

# Could be used by something that is needed, and is not. readline is under the GPL, ssl opens connections.
MODULES_LEFT_OUT = [
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "_curses",
    "_ssl",
    "_tkinter",
    "greenlet",
    "matplotlib",
    "numpy.f2py",
    "pkg_resources",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pytest",
    "readline",
    "setuptools",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.testing",
    "tkinter",
]

# By their place in the bundle. Of Qt's plugins stay those that show a window, or draw without one; not the
# look of GTK, which would bring half a desktop that fits no other one.
_FILES_LEFT_OUT = re.compile(
    r"""
      PySide6/(Qt/)?translations/
    | PySide6/(Qt/)?plugins/(?!
          platforms/(lib)?q(xcb|wayland|offscreen|minimal|windows|cocoa)\b
        | iconengines/ | imageformats/(lib)?q(svg|jpeg|ico|gif)\b
        | platforminputcontexts/(lib)?(compose|ibus)
        | platformthemes/(lib)?qxdgdesktopportal
        | printsupport/ | styles/ | xcbglintegrations/
        | wayland-(decoration-client|graphics-integration-client|shell-integration)/
      )
    | PySide6/(Qt/lib/)?(lib)?Qt6?(Network|Pdf|Qml|Quick|Sql|Test|VirtualKeyboard|Web)
    | PySide6/opengl32sw
    | babel/locale-data/(?!en(_[A-Z]|\.)|root\.)
    | citeproc/data/(schema|styles)/
    | pyqtgraph/(icons|examples|opengl)/
    | tld/tests/
    """,
    re.VERBOSE,
)
# What prints belongs to the system: it fits the printers there, and its encryption is kept up to date there.
# Where it is missing, Qt prints into PDF only.
_OF_THE_SYSTEM = re.compile(r"libcups\.so")
_LOADED_BY_NAME = ("libpython", "python", "Python", "pypdfium2_raw/")
_PLUGIN = re.compile(r"PySide6/(Qt/)?plugins/")


def chosen(entries: Iterable[Entry]) -> list[Entry]:
    """The data files that go into the bundle.

    Links stay only where there are frameworks (macOS): the disk of a stick may know none, and nothing here
    needs them.
    """
    return [
        entry
        for entry in entries
        if not _FILES_LEFT_OUT.match(Path(entry[0]).as_posix())
        and (entry[2] != "SYMLINK" or sys.platform == "darwin")
    ]


def chosen_libraries(entries: Iterable[Entry]) -> list[Entry]:
    """The same of libraries, on Linux without those that only what is left out has asked for."""
    kept = chosen(entries)
    if sys.platform != "linux":
        return kept
    asked: set[str] = set()
    waiting = {source for place, source, kind in kept if _is_root(place, kind)}
    while waiting:
        source = waiting.pop()
        asked.add(source)
        imports = get_imports(source)
        # All that these need is named, however far away. Qt, the rest of it, is asked for by others as well.
        if not any(_OF_THE_SYSTEM.match(name) for name, _ in imports):
            waiting |= {found for _, found in imports if found is not None} - asked
    files = {Path(source).resolve() for source in asked}
    return [entry for entry in kept if Path(entry[1]).resolve() in files]


def slimmed(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same, with Python's own libraries copied to ``folder`` and rid of what only a debugger reads.

    A Python that was built on the spot carries much of that; those of the system do not, and the libraries of
    others are left as they came.
    """
    own, strip = Path(sys.base_prefix).resolve(), shutil.which("strip")
    if sys.platform != "linux" or strip is None or own == Path("/usr"):
        return list(entries)
    return [
        (place, _stripped(strip, source, folder / place), kind)
        if Path(source).resolve().is_relative_to(own)
        else (place, source, kind)
        for place, source, kind in entries
    ]


def _stripped(strip: str, source: str, copy: Path) -> str:
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, copy)
    subprocess.run([strip, "--strip-unneeded", copy], check=True)
    return str(copy)


def _is_root(place: str, kind: str) -> bool:
    """Whether a library is loaded by name: by Python, by Qt, or as the one that reads PDF."""
    posix = Path(place).as_posix()
    return kind == "EXTENSION" or posix.startswith(_LOADED_BY_NAME) or bool(_PLUGIN.match(posix))
