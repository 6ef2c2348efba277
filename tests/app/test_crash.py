import subprocess
import sys
from pathlib import Path

import pytest

from explorer.app.crash import KEPT_REPORTS, MOST_PER_RUN, CrashReports
from explorer.domain.errors import ReaderError

SECRET = "the minister said it in confidence"


def fail(error: Exception) -> None:
    raise error


def take(reports: CrashReports, error: Exception) -> None:
    """Hand over ``error`` with a traceback, as Python does to its hook."""
    with pytest.raises(type(error)) as raised:
        fail(error)
    reports.take(raised.type, raised.value, raised.tb)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "reports"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def reports(folder: Path, told: list[str]) -> CrashReports:
    reports = CrashReports(folder)
    reports.tell = told.append
    return reports


def only_report(folder: Path) -> str:
    (path,) = folder.iterdir()
    return path.read_text(encoding="utf-8")


def test_a_report_says_what_where_and_with_what_versions(
    reports: CrashReports, folder: Path, told: list[str]
) -> None:
    take(reports, ZeroDivisionError("division by zero"))
    text = only_report(folder)
    assert "builtins.ZeroDivisionError: division by zero" in text
    assert "in fail" in text
    assert f"Python {sys.version.split()[0]}" in text
    assert "Timeline Explorer " in text
    (sentences,) = told
    assert str(next(folder.iterdir())) in sentences
    assert "nothing was sent" in sentences


def test_a_report_holds_no_text_of_documents(reports: CrashReports, folder: Path) -> None:
    try:
        {}[SECRET]
    except KeyError as cause:
        error = ValueError(f"cannot place “{SECRET}” in 'column_name'\n{SECRET}")
        error.__cause__ = cause
    take(reports, error)
    text = only_report(folder)
    assert SECRET not in text
    assert "KeyError: (34 characters)" in text
    assert "cannot place (34 characters) in 'column_name'" in text
    assert "which led to:" in text


def test_a_report_names_no_folder_of_a_person(reports: CrashReports, folder: Path) -> None:
    take(reports, ValueError("x"))
    assert str(Path(__file__).parent) not in only_report(folder)


def test_an_error_that_repeats_is_reported_once(reports: CrashReports, folder: Path, told: list[str]) -> None:
    for _ in range(5):
        take(reports, ValueError("again"))
    assert len(list(folder.iterdir())) == len(told) == 1


def test_a_flood_of_errors_stops(reports: CrashReports, told: list[str]) -> None:
    for number in range(3 * MOST_PER_RUN):
        take(reports, type(f"Error{number}", (Exception,), {})())
    assert len(told) == MOST_PER_RUN


def test_old_reports_make_room(reports: CrashReports, folder: Path) -> None:
    folder.mkdir()
    for number in range(KEPT_REPORTS + 5):
        (folder / f"2001-01-01 0000{number:02}.txt").write_text("old")
    take(reports, ValueError("new"))
    kept = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    assert len(kept) == KEPT_REPORTS
    assert kept.count("old") == KEPT_REPORTS - 1


def test_what_is_not_our_fault_is_said_without_a_report(
    reports: CrashReports, folder: Path, told: list[str]
) -> None:
    take(reports, ReaderError("The disk is full. Free some space."))
    assert told == ["The disk is full. Free some space."]
    assert not folder.exists()


def test_a_report_that_cannot_be_written_goes_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    take(CrashReports(tmp_path / "file" / "reports"), ValueError("lost?"))
    said = capsys.readouterr().err
    assert "no report could be written" in said
    assert "ValueError: lost?" in said


def test_a_window_that_cannot_tell_is_stood_in_for(
    reports: CrashReports, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(sentences: str) -> None:
        raise RuntimeError("the window is gone")

    reports.tell = broken
    take(reports, ValueError("x"))
    assert "Something went wrong" in capsys.readouterr().err


def test_messages_of_qt_wait_for_the_next_report(
    reports: CrashReports, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    reports.take_message(QtMsgType.QtWarningMsg, QMessageLogContext(), f'QFont: odd size in "{SECRET}"')
    assert not folder.exists()
    assert capsys.readouterr() == ("", "")
    take(reports, ValueError("x"))
    text = only_report(folder)
    assert "warning: QFont: odd size in" in text
    assert SECRET not in text


def test_a_fatal_message_of_qt_is_reported_at_once(
    reports: CrashReports, folder: Path, told: list[str]
) -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    reports.take_message(QtMsgType.QtFatalMsg, QMessageLogContext(), "no platform plugin")
    assert "Qt gave up" in only_report(folder)
    assert len(told) == 1


def run(root: Path, folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    """A child process with the hooks installed, as the app has them."""
    code = "from pathlib import Path; from explorer.app.crash import CrashReports\n" + body
    start = f"import sys; folder = {str(folder)!r}\n"
    return subprocess.run(
        [sys.executable, "-c", start + code],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_all_hooks_lead_to_a_report_and_the_work_goes_on(root: Path, folder: Path) -> None:
    done = run(
        root,
        folder,
        """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
reports = CrashReports(Path(folder)); reports.install(); reports.install_for_qt()
app = QCoreApplication([])
def in_slot(): raise ValueError("slot")
def in_thread(): raise ValueError("thread")
class Odd:
    def __del__(self): raise ValueError("destructor")
QTimer.singleShot(0, in_slot)
for job in (in_thread, sys.exit):
    worker = threading.Thread(target=job); worker.start(); worker.join()
Odd()
QTimer.singleShot(50, app.quit)
app.exec()
print("still here")
raise ValueError("main")
""",
    )
    assert "still here" in done.stdout
    assert "Traceback" not in done.stderr
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    told = {
        where
        for where in ("slot", "thread", "destructor", "main")
        for text in texts
        if f"ValueError: {where}" in text
    }
    assert len(texts) == 4
    assert told == {"slot", "thread", "destructor", "main"}


def test_the_running_app_tells_of_its_own_error_and_goes_on(root: Path, data_folder: Path) -> None:
    """A slot fails once the window stands: a report, a sentence in the status line, the place is kept."""
    body = """
import sys
from PySide6.QtCore import QTimer
from explorer.app import main, window
from explorer.app.session import Session

class Failing(Session):
    def open(self, *library):
        self.window.first_painted.connect(self.fail)
        self.models.messages.shown.connect(self.note)
        super().open(*library)
    def fail(self, _):
        QTimer.singleShot(200, self.window.close)
        raise ValueError("planted")
    def note(self, message):
        print("told:", message.text, message.problem)

window.Session = Failing
print("code:", main.main([]))
"""
    done = subprocess.run(
        [sys.executable, "-c", body], cwd=root, capture_output=True, text=True, check=False, timeout=60
    )
    assert "told: Something went wrong inside Timeline Explorer. What you saved is safe." in done.stdout
    assert "code: 0" in done.stdout
    assert "ValueError: planted" in only_report(data_folder / "reports")
    assert (data_folder / "settings.ini").exists()
    assert done.stderr == ""


def test_control_c_is_no_crash(root: Path, folder: Path) -> None:
    done = run(root, folder, "CrashReports(Path(folder)).install(); raise KeyboardInterrupt")
    assert not folder.exists()
    assert done.returncode != 0
