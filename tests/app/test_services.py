import subprocess
import sys
from pathlib import Path

from explorer.app.paths import Paths
from explorer.app.services import build_services

ROOT = Path(__file__).parents[2]


def test_the_services_are_imported_without_qt() -> None:
    script = "import sys, explorer.app.services; print([name for name in sys.modules if 'PySide6' in name])"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_the_services_open_the_story_on_their_own_threads(paths: Paths) -> None:
    services = build_services(paths)
    try:
        library = services.libraries.open_story().result(20)
        assert library.index.size == 188
        library.store.close()
    finally:
        services.workers.close()
