"""Starts the app: reads the command line and does what it says."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from explorer.app import cli
from explorer.app.crash import CrashReports
from explorer.app.display import display_problem, missing_library
from explorer.app.paths import Paths, locate
from explorer.domain.errors import ReaderError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app and return its exit code: 0 well, 1 something is wrong, 2 the command line is."""
    command = cli.parse(sys.argv[1:] if arguments is None else arguments)
    paths = locate()
    reports = CrashReports(paths.reports)
    reports.install()
    try:
        return _run(command, paths, reports)
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our lines has seen enough (a pager, ``head``). Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


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
    from explorer.services.libraries import story_library
    from explorer.services.report import check_library
    from explorer.store.library import Library

    if library is None:
        paths.prepare()
        library = story_library(paths.story, paths.data)
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
    from explorer.services.libraries import story_library

    library = wanted.library
    if library is None:
        paths.prepare()
        library = story_library(paths.story, paths.data)
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
    from explorer.app.render import render

    if wanted.library is None:
        paths.prepare()
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
    paths.prepare()
    # Imports make much and throw nothing away: two full collections would cost a tenth of the start.
    gc.disable()
    from explorer.app.services import build_services

    services = build_services(paths)
    from explorer.app.window import run

    return run(paths, services, library, reports)


def _stop_if_a_library_is_missing() -> None:
    problem = missing_library()
    if problem is not None:
        raise ReaderError(problem)
