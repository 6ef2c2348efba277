from pathlib import Path

import pytest

from tests.support.child import App, picture_size


def test_render_draws_what_was_asked_for(app: App, tmp_path: Path) -> None:
    options = [
        "--size",
        "1280x800",
        "--theme",
        "dark",
        "--from",
        "2018",
        "--to",
        "2024",
        "--text-scale",
        "150",
    ]
    done = app("render", "view.png", *options)
    assert done.returncode == 0, done.stderr
    assert "view.png" in done.stdout
    assert picture_size(tmp_path / "view.png") == (1280, 800)


def test_render_uses_neither_the_readers_settings_nor_changes_them(app: App, data_folder: Path) -> None:
    assert app("render", "view.png").returncode == 0
    assert not (data_folder / "settings.ini").exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("render view.png --from someday", "someday"),
        ("render view.png --from 2020 --to 2010", "--from 2020 is not before --to 2010"),
        ("render view.png --event no-such-event", "no-such-event"),
        ("render view.png --library nowhere.tlx", "nowhere.tlx"),
        ("render nowhere/view.png", "nowhere"),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence_and_leaves_no_picture(
    typed: str, words: str, app: App, tmp_path: Path
) -> None:
    done = app(*typed.split())
    assert done.returncode == 1, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.png"))


def test_the_same_view_is_drawn_alike_twice(app: App, tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        assert app("render", name, "--from", "2018", "--to", "2023", "--size", "1000x700").returncode == 0
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
