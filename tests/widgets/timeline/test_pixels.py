"""Everything stands on one x axis, to the pixel, at every device pixel ratio."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module", params=["1", "1.5", "2"])
def found(request, root):
    """What :mod:`tests.support.canvas_probe` finds at a device pixel ratio."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.canvas_probe"],
        cwd=root,
        env={**os.environ, "QT_SCALE_FACTOR": request.param, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["ratio"] == float(request.param)
    return found


def test_each_disc_has_its_lanes_colour_in_its_middle(found):
    discs = [pair for view in found["views"] for pair in view["discs"]]
    assert len(discs) > 5
    assert all(painted == wanted for painted, wanted in discs)


def test_ticks_stand_on_their_column(found):
    for view in found["views"]:
        wanted = [tick + part for tick in view["ticks"] for part in range(view["line"])]
        assert view["marked"] == wanted


def test_era_edges_run_through_the_lanes_on_their_column(found):
    for view in found["views"]:
        assert set(view["edges"]) <= set(view["grid"])
        assert view["edges"]


def test_the_series_lies_on_the_same_axis(found):
    for view in found["views"]:
        assert view["series"] == pytest.approx(view["expected"], abs=1e-6)


def test_the_overview_frames_what_is_in_view(found):
    for view in found["views"]:
        left, right = view["frame"]
        assert view["accent"][0] == round(left)
        assert view["accent"][-1] == round(right) - 1
