"""Where the app's own files lie, and where it may write."""

import os
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.errors import ReaderError

DATA_VARIABLE = "TIMELINE_EXPLORER_DATA"


@dataclass(frozen=True, slots=True)
class Paths:
    """Two folders: ``resources`` is shipped and only read; everything that is written lies in ``data``."""

    resources: Path
    data: Path

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
    def web(self) -> Path:
        """The parts of the web page that is handed out: template, style, scripts."""
        return self.resources / "web"

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

    def prepare(self) -> None:
        """Make the data folder.

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


def locate() -> Paths:
    """The folders of this run: a wheel carries its resources inside, a checkout beside the package."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    return Paths(inside if inside.is_dir() else package.parent / "resources", _data_folder())


def _data_folder() -> Path:
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("timeline-explorer", appauthor=False)
