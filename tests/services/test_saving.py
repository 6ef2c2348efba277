import os
import stat

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.saving import save_text


def test_a_text_is_written_and_replaces_an_older_one(tmp_path):
    path = tmp_path / "list.txt"
    save_text(path, "Señor\n")
    assert path.read_bytes() == "Señor\n".encode()
    save_text(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_it_can_be_read_by_whom_other_files_can_be_read(tmp_path):
    plain, path = tmp_path / "plain.txt", tmp_path / "list.txt"
    plain.write_text("")
    save_text(path, "")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    path.chmod(0o600)
    save_text(path, "again")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "said"),
    [("gone/list.txt", "The folder is not there."), ("folder", "There is a folder of that name.")],
)
def test_a_place_that_cannot_be_written_is_said(tmp_path, name, said):
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReaderError, match=f"cannot be written. {said} Choose another place"):
        save_text(tmp_path / name, "text")


def test_what_cannot_be_finished_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "list.txt"
    path.write_text("old", encoding="utf-8")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match="No space left on device"):
        save_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
