"""Puts the licence of the app, and those of everything that is in its bundle, beside the app."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""What starts the app in the bundle is theirs."""
_SHARED = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that its packages only name."""


def put_licences(root: Path, folder: Path, modules: Iterable[str], libraries: Iterable[Path]) -> None:
    """Write LICENSE and the folder ``licences``.

    Args:
        root: the project.
        folder: the bundle.
        modules: names of modules, and places of files, that are in it.
        libraries: the files that the libraries in it were copied from.
    """
    shutil.copy(root / "LICENSE", folder / "LICENSE.txt")
    texts = folder / "licences"
    shutil.copytree(root / "resources" / "help", texts, ignore=shutil.ignore_patterns("help.md", "*.png"))
    for part in sorted(_parts(modules), key=lambda part: part.name):
        _put(_texts_of(part), texts / part.name)
    _put(_texts_of_python(), texts / "Python")
    owners = [Path(path).resolve() for path in (sys.prefix, sys.base_prefix, root)]
    others = {path.resolve() for path in libraries}
    others = {path for path in others if not any(map(path.is_relative_to, owners))}
    if others and sys.platform == "linux":
        _put_of_system(sorted(others), texts / "system")


def _parts(modules: Iterable[str]) -> list[Distribution]:
    owners = packages_distributions()
    tops = {re.split(r"[./\\]", name, maxsplit=1)[0] for name in modules}
    names = {owner for top in tops for owner in owners.get(top, ())}
    return [distribution(name) for name in names.union(_BUILDERS)]


def _texts_of(part: Distribution) -> Iterator[Path]:
    for file in part.files or ():
        if ".dist-info" in file.parts[0] and _LICENCE.search(file.as_posix().partition("/")[2]):
            yield Path(str(part.locate_file(file)))


def _texts_of_python() -> Iterator[Path]:
    for folder in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (folder / "LICENSE.txt").is_file():
            yield folder / "LICENSE.txt"
            return


def _put(texts: Iterable[Path], folder: Path) -> None:
    for text in texts:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(text, folder / (text.name if text.suffix else f"{text.name}.txt"))


def _put_of_system(libraries: Iterable[Path], folder: Path) -> None:
    """The texts of the system's own libraries, as Debian and its kin keep them for each package."""
    folder.mkdir()
    without = []
    for library in libraries:
        package = _package(library)
        text = Path("/usr/share/doc", package, "copyright")
        if not package or not text.is_file():
            without.append(library.name)
            continue
        shutil.copy(text, folder / f"{package}.txt")
        said = text.read_text(encoding="utf-8", errors="replace")
        for name in re.findall(rf"{_SHARED}/([\w.+-]*\w)", said):
            if (_SHARED / name).is_file():
                shutil.copy(_SHARED / name, folder / f"{name}.txt")
    if without:
        sys.stderr.write(f"Before you pass the bundle on, put into {folder} the licences of: {without}\n")


def _package(library: Path) -> str:
    """The package that a library belongs to; "" if the system cannot say."""
    if shutil.which("dpkg-query") is None:
        return ""
    real = library.resolve()
    # A system whose /lib is a link to /usr/lib may know the file by either name.
    for path in (real, Path("/", *real.parts[2:])):
        asked = subprocess.run(["dpkg-query", "--search", path], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    return ""
