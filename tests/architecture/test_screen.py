"""The virtual display sends real events: the tests of the real window rest on it."""

from pathlib import Path

import pytest

from tests.support.screen import Screen

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit

app = QApplication([])
field = QLineEdit()
field.setWindowTitle("Planted field")
field.setStyleSheet("background: #0B5CAD")
field.returnPressed.connect(app.quit)
field.show()
app.exec()
Path(sys.argv[1]).write_text(field.text())
"""


@pytest.mark.window
def test_keys_and_mouse_reach_a_real_window(screen: Screen, tmp_path: Path, root: Path) -> None:
    from PySide6.QtGui import QImage

    script, answer = tmp_path / "script.py", tmp_path / "answer"
    script.write_text(SCRIPT, encoding="utf-8")
    with screen.app(root, str(answer), script=script) as child:
        window = screen.window("Planted field")
        screen.place(window, 300, 60)
        screen.until(lambda: "yes" if screen.size(window) == (300, 60) else "")
        screen.click(150, 30)
        screen.type("Woodside")
        picture = QImage(str(screen.photograph(tmp_path / "picture.png")))
        assert picture.pixelColor(290, 5).name() == "#0b5cad"
        screen.key("Return")
        assert child.wait(20) == 0
    assert answer.read_text() == "Woodside"
