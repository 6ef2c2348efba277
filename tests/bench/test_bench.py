import json
import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 500


def bench(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.bench", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=300)


NAMES = ("startup", "open", "frames", "search", "filter", "import", "edit", "memory")
"""What the others measure is tested where it lives: documents, passages and dates have no size to choose."""


def answer_of(root: Path, folder: Path, name: str) -> dict:
    """What a bench says, run once on a small library."""
    size = () if name == "startup" else ("--events", str(SIZE))
    done = bench(root, name, "--runs", "1", *size, "--libraries", str(folder), "--json", "-")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def figures(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """The figures of the benches by their names."""
    folder = tmp_path_factory.mktemp("libraries")
    answers = [answer_of(root, folder, name) for name in NAMES]
    for answer in answers:
        assert set(answer) == {"name", "events", "figures", "machine", "versions"}
        assert answer["machine"]["cores"] >= 1
        assert "PySide6_Essentials" in answer["versions"]
        assert answer["figures"]["runs"] == 1
        assert answer["events"] == SIZE or answer["name"] == "startup"
    return {answer["name"]: answer["figures"] for answer in answers}


def test_the_start_is_set_against_the_imports(figures: dict[str, dict]) -> None:
    start = figures["startup"]
    assert start["imports_ms"] > 0
    assert start["first_frame_ms"] > 0
    assert start["ratio"] == pytest.approx(start["first_frame_ms"] / start["imports_ms"], abs=0.01)


def test_a_frame_is_one_paint_and_is_set_against_one_paint_of_an_empty_view(figures: dict[str, dict]) -> None:
    frames = figures["frames"]
    assert 0 < frames["frame_ms_p50"] <= frames["frame_ms_p95"] <= frames["frame_ms_max"]
    assert frames["ratio_p95"] == pytest.approx(frames["frame_ms_p95"] / frames["floor_ms"], rel=0.01)
    assert frames["paints_per_frame"] == 1
    assert frames["floor_paints_per_frame"] == 1


def test_the_way_to_the_first_frame_is_set_against_the_same_with_the_story(figures: dict[str, dict]) -> None:
    opened = figures["open"]
    assert opened["ratio"] == pytest.approx(
        opened["first_frame_ms"] / opened["story_first_frame_ms"], abs=0.01
    )
    assert opened["examine_ms"] > 0


def test_hits_are_set_against_the_bare_index_and_come_before_the_frame(figures: dict[str, dict]) -> None:
    search = figures["search"]
    # The frame that shows the hits comes after they are known; one run, so that no machine can turn it round.
    assert 0 < search["hits_ms_p50"] < search["lit_ms_p50"]
    assert search["floor_ms_p50"] > 0
    assert search["worst"] in search["answer_ms_by_query"]


def test_a_filter_takes_longer_to_its_frame_than_on_its_worker(figures: dict[str, dict]) -> None:
    filtered = figures["filter"]
    assert 0 < filtered["answer_ms_p50"] < filtered["frame_ms_p50"] <= filtered["frame_ms_p95"]


def test_an_import_is_set_against_bare_sqlite(figures: dict[str, dict]) -> None:
    imported = figures["import"]
    assert imported["events_per_second"] == pytest.approx(SIZE / imported["seconds"], rel=0.01)
    assert imported["ratio"] == pytest.approx(imported["seconds"] / imported["floor_seconds"], rel=0.05)


def test_an_edit_is_one_paint_and_all_edits_stay_beside_the_index(figures: dict[str, dict]) -> None:
    edit = figures["edit"]
    assert 0 < edit["patch_ms_p50"] < edit["edit_ms_p50"] <= edit["edit_ms_p95"] <= edit["edit_ms_max"]
    assert edit["ratio_p95"] == pytest.approx(edit["edit_ms_p95"] / edit["floor_ms"], rel=0.01)
    assert edit["paints_per_edit"] == 1
    assert edit["beside"] > 20


def test_memory_is_set_against_the_app_without_a_library(figures: dict[str, dict]) -> None:
    memory = figures["memory"]
    assert memory["empty_mb"] > 0
    assert memory["over_empty_mb"] <= memory["peak_over_empty_mb"]


def test_a_size_is_refused_where_it_means_nothing(root: Path) -> None:
    done = bench(root, "startup", "--events", "1000")
    assert done.returncode != 0
    assert "leave --events out" in done.stderr
