import os
from hashlib import sha256

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.reading import UnreadableError
from explorer.services.reading import files
from explorer.services.reading.files import Incoming, files_of, taken_in


def take(path):
    return taken_in(Incoming(path.name, path))


def test_a_file_and_what_was_copied_come_in_as_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    file = take(path)
    assert (file.name, file.path, file.data) == ("a.txt", str(path), b"words")
    assert file.sha256 == sha256(b"words").hexdigest()
    assert taken_in(Incoming("Clipboard", None, b"words")).path == ""


def test_a_folder_and_a_vanished_file_are_refused(tmp_path):
    with pytest.raises(UnreadableError, match="is a folder"):
        take(tmp_path)
    with pytest.raises(UnreadableError, match="not there any more"):
        take(tmp_path / "gone.txt")


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    path = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        with pytest.raises(UnreadableError, match="pipe"):
            take(path)


def test_a_file_one_may_not_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("text")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    # Root may read everything, so the refusal of the system is played.
    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(UnreadableError, match="You may not read"):
        take(path)


def test_a_file_that_is_too_large_for_any_kind_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(1_000_001))
    with pytest.raises(UnreadableError, match="larger than 1 MB"):
        take(path)


def test_links_out_of_a_folder_and_hidden_files_are_passed_over(tmp_path):
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
    (outside / "secret.txt").write_text("text")
    (inside / "a.txt").write_text("text")
    (inside / ".b.txt").write_text("text")
    (inside / "link").symlink_to(outside)
    assert [each.name for each in files_of([inside])] == ["a.txt"]


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_FILES", 2)
    for name in "abc":
        (tmp_path / name).write_text("text")
    with pytest.raises(ReaderError, match="several parts"):
        files_of([tmp_path])
