import sys
import threading
from concurrent.futures import CancelledError
from pathlib import Path
from time import monotonic

import pytest

from explorer.domain.reading import Kind, UnreadableError
from explorer.services.reading import process
from explorer.services.reading.process import read_apart
from explorer.services.workers import Errand
from tests.support import papers


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (papers.PARAGRAPHS[0].encode(), "a.txt", Kind.TEXT),
        (papers.PARAGRAPHS[0].encode("utf-16"), "a.md", Kind.MARKDOWN),
        (papers.page(), "a.html", Kind.HTML),
        (papers.pdf(), "a.pdf", Kind.PDF),
        (papers.word(), "a.docx", Kind.DOCX),
        (papers.book(), "a.epub", Kind.EPUB),
    ],
)
def test_each_kind_is_read_in_another_process(data, name, kind):
    reading = read_apart(data, name, Errand())
    assert reading.kind is kind
    assert papers.PARAGRAPHS[0] in reading.text
    assert reading.sketch


def test_in_a_bundle_the_app_itself_is_the_other_process(monkeypatch, tmp_path):
    root = Path(process.__file__).parents[3]
    app = tmp_path / "app"
    app.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{root / "main.py"}" "$@"\n', encoding="utf-8")
    app.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(app))
    assert read_apart(b"Read in a bundle.", "a.txt", Errand()).text == "Read in a bundle."


def test_progress_tells_the_share_of_pages():
    shares = []
    read_apart(papers.pdf(papers.PARAGRAPHS * 200), "a.pdf", Errand(), shares.append)
    assert shares == sorted(shares)
    assert shares
    assert 0 < shares[0] <= shares[-1] <= 1


def test_what_is_refused_comes_back_as_a_sentence():
    with pytest.raises(UnreadableError, match="no text layer") as refused:
        read_apart(papers.scan(), "scan.pdf", Errand())
    assert refused.value.no_text


def test_a_reading_that_takes_too_long_is_left(monkeypatch):
    monkeypatch.setattr(process, "_START", "import time; time.sleep(60)")
    with pytest.raises(UnreadableError, match="took longer"):
        read_apart(b"words", "a.txt", Errand(), patience=0.2)


def test_a_reading_that_is_called_off_ends_at_once(monkeypatch):
    monkeypatch.setattr(process, "_START", "import time; time.sleep(60)")
    errand = Errand()
    timer = threading.Timer(0.2, errand.call_off)
    timer.start()
    began = monotonic()
    with pytest.raises(CancelledError):
        read_apart(b"words", "a.txt", errand)
    timer.join()
    assert monotonic() - began < 30


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\xff\xff\xffa" + b"x" * 1000,
        b"\x00\x00\xff\xffp",
        b"\x00\x00\x00\x04a" + b"{}{}",
        b'\x00\x00\x00\x02a{"',
        b"\x00\x00\x00\x03p[]]\x00\x00\x00\x02a[]",
        b"Traceback",
    ],
)
def test_an_answer_that_does_not_hold_is_not_believed(monkeypatch, answer):
    say = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answer!r})"
    monkeypatch.setattr(process, "_START", say)
    with pytest.raises(UnreadableError, match="broke down"):
        read_apart(b"words", "a.txt", Errand())


def test_the_child_loads_neither_qt_nor_sql(tmp_path):
    import subprocess

    script = (
        "import sys; import explorer.services.reading.child;"
        "heavy = ('PySide6', 'sqlalchemy', 'sqlite3', 'numpy');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
