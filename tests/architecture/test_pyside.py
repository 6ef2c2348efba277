"""The installed PySide6 is sound where an older or newer one was not."""

import subprocess
import sys
from pathlib import Path

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QGuiApplication

class Sender(QObject):
    sent = Signal(object)
    def receive(self, value): pass

app = QGuiApplication([])
sender, timer, pixmap = Sender(), QTimer(), QPixmap(8, 8)
sender.sent.connect(sender.receive)

def void_calls():
    sender.setObjectName("name")
    sender.blockSignals(False)
    sender.sent.emit(None)
    timer.setInterval(5)
    timer.stop()
    pixmap.fill()
    painter = QPainter(pixmap)
    painter.drawLine(0, 0, 5, 5)
    painter.save()
    painter.restore()
    painter.end()

for _ in range(200):
    void_calls()
before = sys.getrefcount(None)
for _ in range(20_000):
    void_calls()
print(before, sys.getrefcount(None))
"""


def test_void_calls_keep_the_reference_count_of_none(root: Path) -> None:
    """Python 3.11 counts references to None; PySide6 6.12.0 dropped one in every void call until it died.

    From Python 3.12 on None is immortal: its count is a constant and nothing can drop it.
    """
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stdout.split())
    if sys.version_info < (3, 12):
        assert abs(after - before) < 100
    else:
        assert before == after >= 2**30
