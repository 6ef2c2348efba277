"""A child of the memory bench: the window on a library, or on none; prints its memory in MB as JSON."""

import json
import sys
from pathlib import Path

from explorer.app.qt import load_qt

# As the app does before it imports its window.
load_qt()

from tests.bench.window import application, session_on, settle  # noqa: E402

NAMES = {"now": "VmRSS", "peak": "VmHWM"}


def resident() -> dict[str, float]:
    """Resident memory of this process, now and at its peak.

    Raises:
        SystemExit: the system does not tell (it is not Linux).
    """
    status = Path("/proc/self/status")
    if not status.exists():
        raise SystemExit("Memory is measured on Linux only.")
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    return {name: int(lines[line].split()[0]) * 1024 / 1e6 for name, line in NAMES.items()}


if __name__ == "__main__":
    qt = application()
    with session_on(Path(sys.argv[1]) if sys.argv[1:] else None) as session:
        settle(session)
        print(json.dumps(resident()))
