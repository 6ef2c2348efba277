"""Libraries of the size a bench is asked for."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from explorer.services.libraries import build_story
from tests.bench.make_library import STORY, make_library


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of libraries; each is made when it is first asked for."""

    folder: Path

    def of(self, events: int | None) -> tuple[Path, int]:
        """A library of made-up events, or the shipped story if no number is asked for; how many it has."""
        path = self.folder / ("story.tlx" if events is None else f"{events}.tlx")
        if not path.exists():
            draft = path.with_suffix(".part")
            draft.unlink(missing_ok=True)
            if events is None:
                build_story(STORY, draft)
            else:
                make_library(events, draft)
            draft.rename(path)
        return path, size_of(path)


def size_of(library: Path) -> int:
    """Events in a library file."""
    with closing(sqlite3.connect(library)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM event").fetchone()
    return int(count)
