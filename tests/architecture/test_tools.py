"""One rule of each tool of ``make lint`` is broken on purpose in a copy, and the tool sees it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

RUFF = ("-m", "ruff", "check", "--no-cache", "--quiet")
FORMAT = ("-m", "ruff", "format", "--check", "--no-cache", "--quiet")
IMPORTS = (
    "-c",
    "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())",
    "--no-cache",
)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The code and the settings of all tools, without tests."""
    project = tmp_path / "copy"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "explorer", project / "explorer", ignore=ignore)
    for name in ("pyproject.toml", "main.py"):
        shutil.copy(root / name, project / name)
    return project


@pytest.fixture
def run(copy: Path) -> Run:
    """Runs a tool in the copy."""

    def start(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=copy, capture_output=True, text=True, check=False, timeout=100
        )

    return start


def plant(copy: Path, name: str, text: str) -> None:
    (copy / name).write_text(f'"""Planted."""\n\n{text}', encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("explorer/domain/planted.py", "import os\n", "F401"),
        ("explorer/services/planted.py", "def work():\n    return 1\n", "D103"),
        (
            "explorer/store/planted.py",
            "try:\n    import os\nexcept Exception:\n    os = None\n",
            "BLE001",
        ),
        (
            "explorer/viewmodels/planted.py",
            "from PySide6.QtWidgets import QLabel\n\nLABEL = QLabel\n",
            "TID251",
        ),
        ("explorer/services/planted.py", "from PySide6 import QtNetwork\n\nNETWORK = QtNetwork\n", "TID251"),
    ],
)
def test_ruff_catches(name: str, text: str, rule: str, copy: Path, run: Run) -> None:
    plant(copy, name, "NOTHING = 0\n")
    before = run(*RUFF, name)
    assert before.returncode == 0, before.stdout
    plant(copy, name, text)
    after = run(*RUFF, name)
    assert after.returncode == 1
    assert rule in after.stdout
    assert "planted.py" in after.stdout


def test_ruff_catches_a_file_that_is_not_formatted(copy: Path, run: Run) -> None:
    plant(copy, "explorer/domain/planted.py", "NAME  =  'single'\n")
    assert run(*FORMAT, "explorer/domain/planted.py").returncode == 1
    plant(copy, "explorer/domain/planted.py", 'NAME = "double"\n')
    assert run(*FORMAT, "explorer/domain/planted.py").returncode == 0


def test_mypy_catches(copy: Path, run: Run) -> None:
    def check() -> subprocess.CompletedProcess[str]:
        return run("-m", "mypy", "--cache-dir", str(copy / "cache"), "explorer/domain/planted.py")

    plant(
        copy,
        "explorer/domain/planted.py",
        "import explorer.domain.errors as errors\n\nERROR = errors.DateError\n",
    )
    before = check()
    assert before.returncode == 0, before.stdout
    plant(copy, "explorer/domain/planted.py", "def twice(number: list) -> str:\n    return number\n")
    after = check()
    assert after.returncode == 1
    assert 'Missing type arguments for generic type "list"' in after.stdout
    assert "Incompatible return value type" in after.stdout


@pytest.mark.parametrize(
    ("name", "text", "contract"),
    [
        ("explorer/domain/planted.py", "import explorer.services.workers\n", "Layers point one way"),
        ("explorer/timeline/planted.py", "import explorer.store\n", "Layers point one way"),
        ("explorer/services/planted.py", "import PySide6.QtCore\n", "Qt stays out of the lower four"),
        ("explorer/viewmodels/planted.py", "import sqlite3\n", "SQL stays in the store"),
        ("explorer/timeline/planted.py", "import edtf\n", "The engine is numpy only"),
        ("explorer/extras.py", "NOTHING = 0\n", "Layers point one way"),
    ],
)
def test_import_linter_catches(name: str, text: str, contract: str, copy: Path, run: Run) -> None:
    plant(copy, name, text)
    after = run(*IMPORTS)
    assert after.returncode == 1
    said = after.stdout + after.stderr
    assert "extras" in said if "extras" in name else f"{contract} BROKEN" in said


def test_import_linter_passes_the_copy_as_it_is(run: Run) -> None:
    done = run(*IMPORTS)
    assert done.returncode == 0, done.stdout
    assert "BROKEN" not in done.stdout
