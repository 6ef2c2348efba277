"""Where the app's own files lie, and where it may write."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from explorer.app.portable import holds, may_hold, passing_folder, portable_folder
from explorer.domain.errors import ReaderError

DATA_VARIABLE = "TIMELINE_EXPLORER_DATA"
_AWAY = (
    "The folder {beside} cannot be written to. What is there is only read,"
    " and what is new is kept on this computer, in {data}."
)
_PASSING = (
    "No folder was found in which this app may keep anything for good. What is new lies in {data}, which the"
    " system may clear away: copy from there what you want to keep."
)


@dataclass(frozen=True, slots=True)
class Paths:
    """Two folders: ``resources`` is shipped and only read; everything that is written lies in ``data``.

    ``beside`` is the data folder beside the program of a portable app. It is ``data`` too, unless it cannot
    be written to. ``notice`` says why ``data`` is not where the reader would look for it.
    """

    resources: Path
    data: Path
    beside: Path | None = None
    notice: str = ""

    @property
    def story(self) -> Path:
        """The shipped story as JSON and CSV files."""
        return self.resources / "library"

    @property
    def themes(self) -> Path:
        """Colours and the style sheet."""
        return self.resources / "themes"

    @property
    def icons(self) -> Path:
        """SVG files, one weight."""
        return self.resources / "icons"

    @property
    def help(self) -> Path:
        """The pages behind F1."""
        return self.resources / "help"

    @property
    def settings(self) -> Path:
        """What the reader has set, and how the window stood (INI)."""
        return self.data / "settings.ini"

    @property
    def reports(self) -> Path:
        """Crash reports; they are never sent anywhere."""
        return self.data / "reports"

    @property
    def base(self) -> Path | None:
        """What a portable app names files from, for its stick is found elsewhere on the next computer."""
        return None if self.beside is None else self.beside.parent

    def home_of(self, name: str) -> Path:
        """The data folder in which a file of the app's own lies, the newer one if it lies in two."""
        homes = (self.data,) if self.beside is None else (self.data, self.beside)
        there = [home for home in homes if (home / name).is_file()]
        return max(there, key=lambda home: (home / name).stat().st_mtime, default=self.data)

    def prepare(self) -> None:
        """Make the data folder. What was set in one that is only read is brought into it.

        Raises:
            ReaderError: It cannot be made or written to.
        """
        try:
            self.data.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise ReaderError(
                f"The folder {self.data} cannot be made: a file is in its way. "
                f"Move that file or name another folder in the environment variable {DATA_VARIABLE}."
            ) from error
        except OSError as error:
            raise ReaderError(
                f"The folder {self.data} cannot be made ({error.strerror}). "
                f"Free some space or name another folder in the environment variable {DATA_VARIABLE}."
            ) from error
        if not os.access(self.data, os.W_OK | os.X_OK):
            raise ReaderError(
                f"The folder {self.data} cannot be written to. "
                f"Change its permissions or name another folder in the environment variable {DATA_VARIABLE}."
            )
        if self.beside is not None and self.home_of(self.settings.name) != self.data:
            # Without them the app looks as at its first start: no reason not to start.
            with contextlib.suppress(OSError):
                shutil.copy2(self.beside / self.settings.name, self.settings)


def locate() -> Paths:
    """The folders of this run: a wheel carries its resources inside, a checkout beside the package."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    resources = inside if inside.is_dir() else package.parent / "resources"
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Paths(resources, Path(named).expanduser().absolute())
    return _on_this_computer(resources, portable_folder())


def _on_this_computer(resources: Path, beside: Path | None) -> Paths:
    """The best place for the data: beside a portable app, else the reader's own folder, else what passes."""
    if beside is not None and holds(beside):
        return Paths(resources, beside, beside)
    own = _own_folder() if beside is None else _own_folder() / "portable"
    if not may_hold(own):
        passing = passing_folder()
        if passing is not None:
            return Paths(resources, passing, beside, _PASSING.format(data=passing))
    return Paths(resources, own, beside, "" if beside is None else _AWAY.format(beside=beside, data=own))


def _own_folder() -> Path:
    import platformdirs

    if not os.environ.get("HOME", "set or not"):
        # Nobody's folder, and not the root of the disk: the system is asked for the home of this account.
        del os.environ["HOME"]
    return platformdirs.user_data_path("timeline-explorer", appauthor=False).absolute()
