import json
import subprocess
import sys
from pathlib import Path


def bench(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.bench", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=100)


def test_the_start_is_measured_and_says_on_what(root: Path) -> None:
    done = bench(root, "startup", "--runs", "1", "--json", "-")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == {"name", "events", "figures", "machine", "versions"}
    assert answer["name"] == "startup"
    assert answer["events"] > 100
    figures = answer["figures"]
    assert 0 < figures["imports_ms"] < figures["first_frame_ms"]
    assert abs(figures["ratio"] - figures["first_frame_ms"] / figures["imports_ms"]) < 0.01
    assert answer["machine"]["cores"] >= 1
    assert "PySide6_Essentials" in answer["versions"]


def test_a_size_is_refused_where_it_means_nothing(root: Path) -> None:
    done = bench(root, "startup", "--events", "1000")
    assert done.returncode != 0
    assert "leave --events out" in done.stderr
