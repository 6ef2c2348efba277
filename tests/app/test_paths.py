from pathlib import Path

import pytest

from explorer.app.paths import DATA_VARIABLE, Paths, locate
from explorer.domain.errors import ReaderError


def test_the_environment_names_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "stick"))
    paths = locate()
    assert paths.data == tmp_path / "stick"
    assert paths.settings.parent == paths.reports.parent == paths.data


def test_a_relative_data_folder_is_taken_from_the_folder_of_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DATA_VARIABLE, "stick")
    assert locate().data == tmp_path / "stick"


def test_without_it_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    data = locate().data
    assert data.is_absolute()
    assert data.name == "timeline-explorer"


def test_a_checkout_has_its_resources_beside_the_package(root: Path) -> None:
    paths = locate()
    assert paths.resources == root / "resources"
    assert (paths.themes / "app.qss").is_file()


def test_prepare_makes_the_data_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path, tmp_path / "a" / "b")
    paths.prepare()
    paths.prepare()
    assert paths.data.is_dir()


def test_a_data_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReaderError, match=rf"cannot be made: a file is in its way.*{DATA_VARIABLE}"):
        Paths(tmp_path, tmp_path / "file" / "data").prepare()
