"""The command that hands out, and what it says."""

from pathlib import Path

import pytest

from explorer.app import cli
from explorer.app.export import export
from explorer.app.paths import Paths
from explorer.domain.errors import ReaderError
from tests.support.child import App, picture_size


def test_a_view_is_written_without_a_display(app: App, story_path: Path, tmp_path: Path) -> None:
    done = app(
        "export", story_path, "autumn.png", "--from", "2023-10", "--to", "2023-12", "--size", "1400x900"
    )
    assert done.returncode == 0, done.stderr
    assert "autumn.png" in done.stdout
    assert picture_size(tmp_path / "autumn.png") == (1400, 900)


@pytest.fixture
def folders(resources: Path, tmp_path: Path) -> Paths:
    return Paths(resources, tmp_path / "data")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"start": "2020", "end": "2010"}, "--from 2020 is not before --to 2010"),
        ({"start": "someday"}, "someday"),
        ({"tour": "no-such-tour"}, "There is no tour named “no-such-tour”"),
        ({"library": Path("nowhere.tlx")}, "nowhere.tlx"),
    ],
)
def test_what_cannot_be_written_is_a_sentence(
    wanted: dict[str, object], words: str, folders: Paths, story_path: Path, tmp_path: Path, qapp: object
) -> None:
    given = {"library": story_path} | wanted
    with pytest.raises(ReaderError, match=words):
        export(folders, cli.Export(tmp_path / "view.svg", "svg", **given))
    assert not (tmp_path / "view.svg").exists()


def test_a_folder_that_is_not_there_is_said(
    folders: Paths, story_path: Path, tmp_path: Path, qapp: object
) -> None:
    with pytest.raises(ReaderError, match="The folder is not there"):
        export(folders, cli.Export(tmp_path / "nowhere" / "view.svg", "svg", story_path))
