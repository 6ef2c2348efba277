"""The guards of ``tests/conftest.py`` see what they are there to see."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = {
    "test_socket": ("import socket\n    socket.socket().close()", "the app never opens a connection"),
    "test_swallowed": (
        "import contextlib, socket\n    with contextlib.suppress(Exception):\n        socket.socket()",
        "the network was touched",
    ),
    "test_name": (
        "import socket\n    socket.gethostbyname('example.org')",
        "the app never opens a connection",
    ),
    "test_qt_network": ("import PySide6.QtNetwork", "the network was touched"),
    "test_thread": (
        "import threading as t\n    t.Thread(target=t.Event().wait, name='lost', daemon=True).start()",
        "the thread lost still runs",
    ),
    "test_timer": (
        "from PySide6.QtCore import QTimer\n    global t\n    t = QTimer()\n    t.start(100000)",
        "the timer QTimer",
    ),
    "test_window": (
        "from PySide6.QtWidgets import QWidget\n    global w\n    w = QWidget()\n    w.show()",
        "the window QWidget",
    ),
    "test_home": ("import pathlib\n    assert 'timeline-explorer-tests' in str(pathlib.Path.home())", ""),
    "test_data": ("import os\n    assert not os.path.exists(os.environ['TIMELINE_EXPLORER_DATA'])", ""),
    "test_local_socket": ("import socket\n    [end.close() for end in socket.socketpair()]", ""),
}


@pytest.fixture(scope="module")
def report(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the planted tests under a copy of our conftest."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "tests").mkdir()
    shutil.copytree(root / "tests" / "support", folder / "tests" / "support")
    shutil.copy(root / "tests" / "conftest.py", folder / "tests")
    shutil.copy(root / "pyproject.toml", folder)
    bodies = [f"def {name}(qapp):\n    {body}\n" for name, (body, _) in PLANTED.items()]
    (folder / "tests" / "test_planted.py").write_text("\n\n".join(bodies), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=short", "tests"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("name", PLANTED)
def test_the_guard_sees(name: str, report: str) -> None:
    sentence = PLANTED[name][1]
    lines = [line for line in report.splitlines() if line.startswith(("FAILED", "ERROR")) and name in line]
    assert bool(lines) == bool(sentence), report
    if sentence:
        assert sentence in report


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("print('fine')", 0),
        ("raise SystemExit(3)", 3),
        ("import socket\ntry:\n    socket.socket()\nexcept Exception:\n    pass", 97),
        ("import PySide6.QtNetwork", 97),
    ],
)
def test_a_guarded_child_ends_with_its_own_code_or_97(
    body: str, code: int, root: Path, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(body, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.guarded", str(script)],
        cwd=root,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
