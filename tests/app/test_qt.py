"""PySide6 comes in without its own import."""

import subprocess
import sys

SCRIPT = """
import builtins, linecache
from explorer.app.qt import load_qt

usual = builtins.__import__
load_qt()
import colorsys
from PySide6.QtCore import QObject

assert builtins.__import__ is usual
assert not any("colorsys" in name for name in linecache.cache), sorted(linecache.cache)
print(QObject().objectName() == "")
"""


def test_what_is_imported_after_it_is_not_read():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("True", "")
