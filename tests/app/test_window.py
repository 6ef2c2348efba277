import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.screen import Screen


def test_the_window_is_shown_until_it_is_closed_and_its_place_is_kept(root: Path, data_folder: Path) -> None:
    body = """
from PySide6.QtCore import QSettings
from explorer.app import main, window
from explorer.app.session import Session

class Closing(Session):
    def open(self, *library):
        self.window.first_painted.connect(self.leave)
        super().open(*library)
    def leave(self, _):
        print("shown:", self.window.isVisible(), self.window.windowTitle())
        self.window.close()

window.Session = Closing
print("code:", main.main([]))
kept = QSettings(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "QtProject")
print("What Qt keeps:", kept.fileName())
"""
    command = [sys.executable, "-c", body]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=60)
    assert "shown: True Fentanyl and foreign relations" in done.stdout
    assert "code: 0" in done.stdout
    assert done.stderr == ""
    assert (data_folder / "settings.ini").exists()
    assert f"What Qt keeps: {data_folder / 'QtProject.conf'}" in done.stdout


@pytest.mark.window
def test_the_app_opens_a_real_window_large_enough_to_read(screen: Screen, root: Path, tmp_path: Path) -> None:
    with screen.app(root) as child:
        window = screen.window("Fentanyl and foreign relations")
        width, height = screen.size(window)
        assert width >= 1200
        assert height >= 700
        screen.place(window, 1600, 1000)
        screen.until(lambda: "yes" if screen.size(window) == (1600, 1000) else "")
        screen.click(800, 500)
        screen.key("ctrl+q")
        assert child.wait(20) == 0
