import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.story import read_story
from explorer.store import content, reads
from explorer.store.library import Library
from tests.support.permissions import ordinary_user

NOW = "2026-01-02T03:04:05+00:00"


@pytest.fixture(scope="module")
def whole(resources):
    return read_story(resources / "library", NOW)


def test_what_was_written_is_read_again(whole, tmp_path):
    path = tmp_path / "new" / "folder" / "story.tlx"
    content.write(path, whole)
    library = Library.open(path)
    with library.reading() as connection:
        assert reads.contents(connection) == whole.contents
        assert reads.web(connection) == whole.web
        assert reads.evidence(connection) == tuple(
            sorted(whole.evidence, key=lambda each: (each.passage_id, each.event_id))
        )
        details = {each.id: reads.event_detail(connection, each.id) for each in whole.events}
        passages = [each for s in whole.contents.sources for each in reads.passages(connection, s.id)]
    library.close()
    assert tuple(detail.event for detail in details.values()) == whole.events
    assert sorted(passages, key=lambda each: each.id) == list(whole.passages)
    assert [each.name for each in path.parent.iterdir()] == ["story.tlx"]


def test_the_same_content_gives_the_same_file(whole, tmp_path):
    for name in ("a.tlx", "b.tlx"):
        content.write(tmp_path / name, whole)
    assert (tmp_path / "a.tlx").read_bytes() == (tmp_path / "b.tlx").read_bytes()


def test_a_newer_state_takes_the_place_of_an_older_one(whole, tmp_path):
    path = tmp_path / "story.tlx"
    content.write(path, whole)
    content.write(path, replace(whole, contents=replace(whole.contents, title="Newer")))
    library = Library.open(path)
    with library.reading() as connection:
        assert reads.contents(connection).title == "Newer"
    library.close()


def test_another_library_is_not_overwritten(whole, tmp_path):
    path = tmp_path / "mine.tlx"
    content.write(path, replace(whole, uuid=uuid4()))
    before = path.read_bytes()
    with pytest.raises(ReaderError, match="is another library and was not replaced"):
        content.write(path, whole)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.glob("*.tlx*")] == ["mine.tlx"]


@pytest.mark.parametrize("there", [b"My thesis. Five years of work.", b""])
def test_a_file_that_is_no_library_is_not_overwritten(there, whole, tmp_path):
    path = tmp_path / "thesis.docx"
    path.write_bytes(there)
    with pytest.raises(ReaderError, match=r"thesis\.docx"):
        content.write(path, whole)
    assert path.read_bytes() == there
    assert [each.name for each in tmp_path.glob("*thesis*")] == ["thesis.docx"]


def test_a_library_that_a_window_has_open_is_not_replaced(whole, tmp_path):
    path = tmp_path / "story.tlx"
    content.write(path, whole)
    with closing(sqlite3.connect(path)) as window:
        window.execute("PRAGMA journal_mode = WAL")
        window.execute("SELECT count(*) FROM event").fetchone()
        with pytest.raises(ReaderError, match="open in another window"):
            content.write(path, whole)
    content.write(path, whole)
    read = Library.open(path)
    read.close()


def test_a_mistake_in_the_content_leaves_no_file(whole, tmp_path):
    events = (replace(whole.events[0], theme_id=999), *whole.events[1:])
    with pytest.raises(Exception, match="FOREIGN KEY"):
        content.write(tmp_path / "story.tlx", replace(whole, events=events))
    assert not list(tmp_path.glob("*story*"))


def test_a_folder_that_may_not_be_written_to_is_told(whole, tmp_path_factory):
    folder = Path(tempfile.mkdtemp(prefix="shelf-"))
    try:
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(ReaderError, match="read-only, or you lack permission"):
            content.write(folder / "story.tlx", whole)
        assert not list(folder.iterdir())
    finally:
        shutil.rmtree(folder)


BUILD = """
import sys
from pathlib import Path
from explorer.domain.errors import ReaderError
from explorer.services.libraries import build_story
try:
    build_story(Path(sys.argv[1]), Path(sys.argv[2]))
except ReaderError as error:
    print(error)
"""


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a disk of 300 kB where this user may; answers whether that was done."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    tried = shutil.which("mount") and subprocess.run(mount, check=False, capture_output=True)
    mounted = bool(tried) and tried.returncode == 0
    yield folder, mounted
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def built(story: Path, out: Path, root: Path, size: int | None) -> str:
    """What a process says that builds the story; no file of it may grow beyond ``size`` bytes."""
    ran = subprocess.run(
        [sys.executable, "-c", BUILD, story, out],
        check=True,
        cwd=root,
        capture_output=True,
        text=True,
        preexec_fn=None if size is None else partial(limit, size),
    )
    assert not ran.stderr
    return ran.stdout


def test_a_full_disk_is_told_and_nothing_is_left_behind(small_disk, resources, root):
    """Where no small disk can be mounted, the system refuses to let files grow instead."""
    folder, mounted = small_disk
    out = folder / "out" / "story.tlx"
    said = built(resources / "library", out, root, None if mounted else 300_000)
    assert "the disk is full" in said.lower()
    assert "story.tlx" in said
    assert not list(out.parent.iterdir())


def test_a_disk_that_fails_at_the_first_byte_is_told(resources, tmp_path, root):
    out = tmp_path / "out" / "story.tlx"
    assert "could not be read or written" in built(resources / "library", out, root, 0)
    assert not list(out.parent.iterdir())
