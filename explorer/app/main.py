"""Starts the app: reads the command line and does what it says."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from explorer.app import cli
from explorer.app.crash import CrashReports
from explorer.app.display import display_problem, missing_library
from explorer.app.paths import Paths, locate
from explorer.app.qt import load_qt
from explorer.domain.errors import ReaderError
from explorer.services.reading import READ_ONE_FILE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app and return its exit code: 0 well, 1 something is wrong, 2 the command line is."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words == [READ_ONE_FILE]:
        return _read_one_file()
    has_console = sys.stderr is not None
    if not has_console:
        # Windows' kind of program that has windows only: what is printed goes nowhere, and is no error.
        sys.stdout = sys.stderr = io.StringIO()
    command = cli.parse(words)
    paths = locate()
    reports = CrashReports(paths.reports)
    reports.install()
    try:
        return _run(command, paths, reports)
    except ReaderError as error:
        print(error, file=sys.stderr)
        if not has_console:
            _tell_in_a_window(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our lines has seen enough (a pager, ``head``). Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _read_one_file() -> int:
    """Be the process that reads one file: without what the app sets up, for it may not write."""
    from explorer.services.reading import child

    child.main()
    return 0


def _tell_in_a_window(problem: str) -> None:
    from PySide6.QtWidgets import QApplication, QMessageBox

    application = QApplication.instance() or QApplication([])
    QMessageBox.critical(None, "Timeline Explorer", problem)
    del application


def _run(command: cli.Command, paths: Paths, reports: CrashReports) -> int:
    match command:
        case cli.Build(out):
            return _build(paths, out)
        case cli.Check(library, documents):
            return _check(paths, library, documents)
        case cli.Cite():
            return _cite(paths, command)
        case cli.Export():
            return _export(paths, command)
        case cli.Render():
            return _render(paths, command)
        case cli.Show(library):
            return _show(paths, library, reports)


def _build(paths: Paths, out: Path) -> int:
    from explorer.services.libraries import build_story

    build_story(paths.story, out)
    print(f"The story was written to {out}.")
    return 0


def _check(paths: Paths, library: Path | None, documents: Path | None) -> int:
    from explorer.services.report import check_library
    from explorer.store.library import Library

    if library is None:
        library = _story(paths)
    opened = Library.open(library)
    try:
        report = check_library(opened, documents)
    finally:
        opened.close()
    print("\n".join(report.lines), flush=True)
    return 1 if report.problems else 0


def _cite(paths: Paths, wanted: cli.Cite) -> int:
    from explorer.domain.citation import CitationStyle, ExportForm
    from explorer.services.exporting import printed

    library = _story(paths) if wanted.library is None else wanted.library
    print(printed(library, ExportForm(wanted.form), CitationStyle(wanted.style)), end="", flush=True)
    return 0


def _export(paths: Paths, wanted: cli.Export) -> int:
    from explorer.app.export import export

    done = export(paths, wanted)
    for sentence in done.left_out:
        print(sentence)
    where = done.files[0] if len(done.files) == 1 else f"{done.files[0]} to {Path(done.files[-1]).name}"
    print(f"Written to {where}.")
    return 0


def _render(paths: Paths, wanted: cli.Render) -> int:
    _stop_if_a_library_is_missing()
    load_qt()
    from explorer.app.render import render

    if wanted.library is None:
        _prepare(paths)
    render(paths, wanted)
    print(f"The picture was written to {wanted.out}.")
    return 0


def _show(paths: Paths, library: Path | None, reports: CrashReports) -> int:
    problem = display_problem()
    if problem is not None:
        out = Path("timeline.png").absolute()
        print(f"{problem} The opening view is drawn into a picture instead.")
        return _render(paths, cli.Render(out, library))
    _stop_if_a_library_is_missing()
    _prepare(paths)
    # Imports make much and throw nothing away: two full collections would cost a tenth of the start.
    gc.disable()
    from explorer.app.services import build_services

    services = build_services(paths)
    load_qt()
    from explorer.app.window import run

    return run(paths, services, library, reports)


def _story(paths: Paths) -> Path:
    """The file of the shipped story, built first where that is due."""
    from explorer.services.libraries import STORY_FILE, story_library

    _prepare(paths)
    return story_library(paths.story, paths.home_of(STORY_FILE))


def _prepare(paths: Paths) -> None:
    """Make the folder that is written to, and say so if it is another than the reader would expect."""
    paths.prepare()
    if paths.notice:
        print(paths.notice, file=sys.stderr)


def _stop_if_a_library_is_missing() -> None:
    problem = missing_library()
    if problem is not None:
        raise ReaderError(problem)
