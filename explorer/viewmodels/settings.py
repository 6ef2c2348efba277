"""What the reader has set, and where the reader was."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

SMALLEST_TEXT = 80
LARGEST_TEXT = 250
TEXT_STEP = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set; ``since`` is the version that brought it."""

    key: str
    kind: type
    default: Any
    title: str
    since: str


LOOK = Setting("look/theme", str, "system", "Light, dark or as the system", "0.1.0")
TEXT_SCALE = Setting("look/text_scale", int, 100, "Size of all text in per cent", "0.1.0")
BANDS = Setting("timeline/bands", str, "", "Rows of eras shown above the lanes", "0.1.0")
SERIES = Setting("timeline/series", str, "", "Series drawn below the lanes", "0.1.0")
KEEP_FILES = Setting("documents/keep_files", int, 1, "Keep the files of documents in the library", "0.1.0")
CITATION_STYLE = Setting("citing/style", str, "chicago", "Style in which citations are copied", "0.1.0")
DECLARED = (LOOK, TEXT_SCALE, BANDS, SERIES, KEEP_FILES, CITATION_STYLE)


class SettingsModel(QObject):
    """Settings in one INI file; ``changed`` carries the :class:`Setting` that was changed.

    Apart from the settings it keeps states: window layout, and for each library (by its key) the view the
    reader left. A state that cannot be read is as if there were none.

    With a ``base``, files on the same disk are named from there: the app is carried about with them.
    """

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None, base: Path | None = None) -> None:
        super().__init__(parent)
        self._base = base
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def value(self, setting: Setting) -> Any:
        """What is set, or the default."""
        # Read as text and converted here: QSettings turns a broken number into 0 without a word.
        try:
            return setting.kind(self._store.value(setting.key, str(setting.default), type=str))
        except (TypeError, ValueError):
            return setting.default

    def set_value(self, setting: Setting, value: Any) -> None:
        """Set and remember."""
        if value != self.value(setting):
            self._store.setValue(setting.key, value)
            self.changed.emit(setting)

    @property
    def text_scale(self) -> int:
        """Size of all text in per cent, 80 to 250."""
        return min(max(int(self.value(TEXT_SCALE)), SMALLEST_TEXT), LARGEST_TEXT)

    def change_text_scale(self, steps: int) -> None:
        """Larger (positive) or smaller text; 0 returns to 100 %."""
        wanted = 100 if steps == 0 else self.text_scale + steps * TEXT_STEP
        self.set_value(TEXT_SCALE, min(max(wanted, SMALLEST_TEXT), LARGEST_TEXT))

    def state(self, name: str) -> dict[str, Any]:
        """A remembered state, or an empty one."""
        try:
            found = json.loads(str(self._store.value(f"state/{name}", "{}", type=str)))
        except (TypeError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def remember(self, name: str, state: dict[str, Any]) -> None:
        """Remember a state, replacing the older one."""
        self._store.setValue(f"state/{name}", json.dumps(state))

    def named(self, path: Path) -> str:
        """What a file is called in a state."""
        if self._base is None or not _on_one_disk(path.parent, self._base):
            return str(path)
        return Path(os.path.relpath(path, self._base)).as_posix()

    def found(self, name: str) -> Path:
        """The path of a file that has this name in a state."""
        return Path(name) if self._base is None else Path(os.path.normpath(self._base / name))

    def flush(self) -> None:
        """Write everything to the file now."""
        self._store.sync()


def _on_one_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
