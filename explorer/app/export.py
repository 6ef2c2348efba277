"""Hands something out from the command line, without a window."""

import os
from contextlib import closing

from explorer.app import cli
from explorer.app.paths import Paths
from explorer.domain.edtf import parse
from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import PAINTED, Form, HandedOut
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary, open_library, open_story
from explorer.services.workers import Errand


def export(paths: Paths, wanted: cli.Export) -> HandedOut:
    """Write ``wanted.out``, or one file a step of the tour beside it.

    Raises:
        ReaderError: a date or the tour's name means nothing, the library cannot be opened, or a file cannot
        be written.
    """
    form = Form(wanted.form)
    if form in PAINTED:
        _prepare_painting(paths)
    from explorer.app.handing_out import makers

    if wanted.library is None:
        paths.prepare()
    library = open_story(paths.story, paths.data) if wanted.library is None else open_library(wanted.library)
    with closing(library.store):
        return makers(paths)[form](library, _order(library, wanted, form), Errand(), _ignore)


def _prepare_painting(paths: Paths) -> None:
    """Fonts need an application, though none is shown."""
    from explorer.app.display import missing_library

    problem = missing_library()
    if problem is not None:
        raise ReaderError(problem)
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from explorer.app.window import make_application

        make_application(paths)


def _order(library: OpenLibrary, wanted: cli.Export, form: Form) -> Order:
    return Order(
        form=form,
        out=wanted.out,
        view=_view(library, wanted),
        tour=wanted.tour,
        theme=wanted.theme,
        width=wanted.width,
        height=wanted.height,
        ratio=wanted.ratio,
        paper=wanted.paper,
        landscape=wanted.landscape,
    )


def _view(library: OpenLibrary, wanted: cli.Export) -> View | None:
    if wanted.start is None and wanted.end is None:
        return None
    first, last = library.index.extent() if library.index.size else (0.0, 0.0)
    start = first if wanted.start is None else parse(wanted.start).extent.earliest
    end = last if wanted.end is None else parse(wanted.end).extent.latest
    if start >= end:
        raise ReaderError(f"--from {wanted.start} is not before --to {wanted.end}.")
    return View(start, end)


def _ignore(_share: float) -> None:
    """Nobody waits to see how far it is."""
