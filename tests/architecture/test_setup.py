"""The set-up script, run in a folder where Python, apt and sudo only write down how they were called."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PYTHON = """#!/bin/sh
echo "python $*" >>"$CALLS"
case "$*" in
--version) echo "Python 3.99" ;;
*version_info*) exit "$OLD" ;;
*ensurepip*) exit "$NO_VENV" ;;
"-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*missing_libraries*) printf '%s\\n' $MISSING ;;
esac
"""
NOTED = '#!/bin/sh\necho "$(basename "$0") $*" >>"$CALLS"\n'
TOOLS = ("sh", "env", "dirname", "basename", "cmp", "cp", "rm", "mkdir", "sort", "tr", "grep", "find", "head")

Setup = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A checkout of the set-up alone."""
    folder = tmp_path / "project"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(root / ".ci" / "setup", folder / ".ci")
    (folder / "requirements.lock").write_text("numpy==2\n", encoding="utf-8")
    return folder


@pytest.fixture
def setup(project: Path, tmp_path: Path) -> Setup:
    """Runs the script with nothing on the path but stand-ins and the tools every Unix has."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(shutil.which(name) or name)

    def stand_in(name: str, text: str) -> None:
        (tools / name).write_text(text, encoding="utf-8")
        (tools / name).chmod(0o755)

    stand_in("python3", PYTHON)
    stand_in("apt-get", NOTED)
    stand_in("uname", "#!/bin/sh\necho Linux\n")

    def run(
        user: int = 1000, system: str = "Linux", wants: str = "", **given: str
    ) -> subprocess.CompletedProcess[str]:
        stand_in("id", f"#!/bin/sh\necho {user}\n")
        stand_in("uname", f"#!/bin/sh\necho {system}\n")
        (project / "calls").write_text("", encoding="utf-8")
        environment = {
            "PATH": str(tools),
            "HOME": str(tmp_path),
            "CALLS": str(project / "calls"),
            "OLD": "0",
            "NO_VENV": "0",
            "MISSING": "libneverwas1",
        }
        return subprocess.run(
            ["sh", ".ci/setup", *wants.split()],
            cwd=project,
            env=environment | given,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def calls(project: Path) -> Callable[[], str]:
    """What the stand-ins noted in the last run."""
    return lambda: (project / "calls").read_text(encoding="utf-8")


def test_the_first_run_installs_with_hashes_and_the_second_does_nothing(
    setup: Setup, calls: Callable[[], str]
) -> None:
    first = setup(user=0)
    assert first.returncode == 0, first.stderr
    assert "python -m venv .venv" in calls()
    assert "--require-hashes --only-binary :all: --requirement requirements.lock" in calls()
    assert "libneverwas1" in calls()
    second = setup(user=0)
    assert second.returncode == 0
    assert (second.stdout, second.stderr) == ("", "")
    assert calls().splitlines() == ["python -c import pip"]


def test_a_new_lock_is_installed_into_the_same_venv(
    setup: Setup, project: Path, calls: Callable[[], str]
) -> None:
    setup(user=0)
    (project / "requirements.lock").write_text("numpy==3\n", encoding="utf-8")
    assert setup(user=0).returncode == 0
    assert "pip install" in calls()
    assert "venv .venv" not in calls()


def test_without_a_fitting_python_it_says_what_to_install(setup: Setup, project: Path) -> None:
    done = setup(OLD="1")
    assert done.returncode == 1
    assert "needs Python 3.11 or later, and none was found" in done.stderr
    assert not (project / ".venv").exists()


def test_without_venv_it_names_the_package(setup: Setup, project: Path) -> None:
    done = setup(NO_VENV="1")
    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert not (project / ".venv").exists()


def test_who_may_not_install_is_told_the_one_line_to_type(setup: Setup, calls: Callable[[], str]) -> None:
    done = setup(user=1000)
    assert done.returncode == 0
    line = done.stderr.splitlines()[-1]
    assert line.startswith("    sudo apt install ")
    assert "libneverwas1" in line
    assert "apt-get" not in calls()
    assert "libneverwas1" in setup(user=1000).stderr, "it says so until the package is there"


def test_only_the_tests_want_a_virtual_display(setup: Setup) -> None:
    assert "xvfb" not in setup(user=1000).stderr
    said = setup(user=1000, wants="test").stderr
    assert "xvfb" in said
    assert "xdotool" in said


def test_macos_needs_no_system_packages(setup: Setup, calls: Callable[[], str]) -> None:
    done = setup(user=1000, system="Darwin")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "missing_libraries" not in calls()


def test_the_scripts_may_be_run(root: Path) -> None:
    for name in ("run", "setup", "tests", "bundle"):
        script = root / ".ci" / name
        assert os.access(script, os.X_OK)
        assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


def test_make_alone_says_what_can_be_made(root: Path) -> None:
    said = subprocess.run(["make", "-C", root], capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "lint", "bench", "bundle", "lock", "clean"):
        assert f"make {target}" in said
