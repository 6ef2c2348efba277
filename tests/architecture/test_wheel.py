"""The wheel: everything the app needs is inside, and it runs from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from explorer import __version__


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without isolation and so without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel, and nothing else, is installed."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def run(installed: Path, elsewhere: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the console script from a folder that has nothing to do with the checkout."""
    elsewhere.mkdir(exist_ok=True)
    return subprocess.run(
        [installed / "bin" / "timeline-explorer", *arguments],
        cwd=elsewhere,
        env=os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_the_wheel_holds_the_code_the_resources_and_the_licence(wheel: Path, root: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        path.relative_to(root).as_posix()
        for path in (root / "explorer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {
        f"explorer/{path.relative_to(root).as_posix()}"
        for path in (root / "resources").rglob("*")
        if path.is_file()
    }
    assert ours | shipped <= held
    extra = {name for name in held - ours - shipped if ".dist-info/" not in name}
    assert not extra
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_the_script_knows_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path / "elsewhere", "--version")
    assert done.stdout == f"Timeline Explorer {__version__}\n"


def test_the_script_builds_checks_and_draws_the_story_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    for arguments in (["build", "story.tlx"], ["check", "story.tlx"], ["render", "story.png"]):
        done = run(installed, elsewhere, *arguments)
        assert done.returncode == 0, done.stderr
    assert (elsewhere / "story.tlx").read_bytes().startswith(b"SQLite format 3\0")
    assert (elsewhere / "story.png").read_bytes().startswith(b"\x89PNG")


def test_the_module_is_the_same_as_the_script(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "explorer", "--version"]
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == f"Timeline Explorer {__version__}\n"
