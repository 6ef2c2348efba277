"""What is loaded with what, asked of a fresh interpreter."""

import json
import subprocess
import sys
from pathlib import Path

WALK = """
import importlib, json, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""
CORE = ("explorer.domain", "explorer.store", "explorer.timeline", "explorer.services")


def loaded_by(root: Path, *packages: str) -> set[str]:
    """Names of the modules in memory after every module of ``packages`` was imported."""
    done = subprocess.run(
        [sys.executable, "-c", WALK, *packages], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_the_services_and_all_below_them_load_no_qt(root: Path) -> None:
    loaded = loaded_by(root, *CORE)
    assert "explorer.services.workers" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))}


def test_the_view_models_load_no_pixels(root: Path) -> None:
    loaded = loaded_by(root, "explorer.viewmodels")
    assert not loaded & {"PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph"}


def test_the_whole_app_loads_no_network_of_qt(root: Path) -> None:
    loaded = loaded_by(root, "explorer.widgets", "explorer.app")
    assert "PySide6.QtWidgets" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))}


def test_what_is_heavy_waits_until_it_is_needed(root: Path) -> None:
    assert not loaded_by(root, *CORE) & {"edtf", "sqlalchemy.orm", "jsonschema"}


def test_the_engine_needs_numpy_only(root: Path) -> None:
    loaded = loaded_by(root, "explorer.timeline")
    assert "numpy" in loaded
    assert not loaded & {"sqlalchemy", "sqlite3", "edtf", "PySide6", "pyqtgraph", "platformdirs"}
