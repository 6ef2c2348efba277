import subprocess
import sys
from pathlib import Path

import pytest

START = "from explorer.services.reading.sandbox import close_in; close_in()\n"


def run(body: str) -> str:
    done = subprocess.run([sys.executable, "-c", START + body], capture_output=True, text=True, check=False)
    return done.stderr


@pytest.mark.parametrize(
    "body",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('made.txt', 'w')",
        "open('made.txt', 'ab')",
        "import os; os.open('made.txt', os.O_CREAT | os.O_WRONLY)",
        "import os; os.remove('made.txt')",
    ],
)
def test_what_reading_does_not_need_is_refused(body):
    assert "not allowed here" in run(body)
    assert not Path("made.txt").exists()


def test_reading_goes_on(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("words")
    assert run(f"assert open({str(path)!r}).read() == 'words'") == ""


def test_memory_is_bounded():
    assert "MemoryError" in run("bytearray(2 << 30)")
