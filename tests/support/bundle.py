"""The bundle as it is started elsewhere: without our environment, and from media that nobody can write to."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

NAME = "TimelineExplorer"
_READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


class Bundle:
    """A built folder, wherever it lies. ``home`` is all it is told of this machine."""

    def __init__(self, folder: Path, home: Path, read_only: Path | None = None) -> None:
        """``read_only`` is a folder that cannot be written to while the bundle runs, not even by root."""
        self.folder = folder
        self.home = home
        self._read_only = read_only

    def command(self, *arguments: str | Path) -> list[str | Path]:
        """What starts it, for a child process whose environment does not matter."""
        command: list[str | Path] = [self.folder / NAME, *arguments]
        if self._read_only is None:
            return command
        apart = ["unshare", *([] if os.geteuid() == 0 else ["--map-root-user"]), "--mount"]
        return [*apart, "sh", "-c", _READ_ONLY, self._read_only, *command]

    def environment(self, **given: str) -> dict[str, str]:
        """The environment of such a child: a home, the way to the system's own tools, and what is given."""
        return {"HOME": str(self.home), "PATH": os.defpath} | given

    def run(
        self, *arguments: str | Path, cwd: Path, data: bytes = b"", **given: str
    ) -> subprocess.CompletedProcess[bytes]:
        """Run it to its end."""
        return subprocess.run(
            self.command(*arguments),
            cwd=cwd,
            env=self.environment(**given),
            input=data,
            capture_output=True,
            check=False,
            timeout=100,
        )


def carried(built: Path, to: Path, marks: Sequence[str] = ()) -> Path:
    """The bundle in a folder of its own, with empty files of these names beside its program."""
    folder = to / NAME
    # Links where they can be had: the files are many, large and never written to.
    try:
        shutil.copytree(built, folder, copy_function=os.link)
    except shutil.Error:
        shutil.copytree(built, folder, dirs_exist_ok=True)
    for mark in marks:
        (folder / mark).touch()
    return folder
