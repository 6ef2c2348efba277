"""Writes bibliographies and passages into files of the reader's."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from explorer.domain.citation import CitationStyle, Exported, ExportForm
from explorer.domain.source import Source
from explorer.services.citations.citing import Citations
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.saving import save_text
from explorer.services.workers import Errand, Progress, Workers
from explorer.store import reads
from explorer.timeline.mask import Sieve


@dataclass(frozen=True, slots=True, eq=False)
class InView:
    """The events in [start, end) (day numbers) that pass the filter; ``visible`` None: all do."""

    start: float
    end: float
    visible: Sieve | None


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What to write: the works that events in view rest on, or all (``view`` None), in a form and style."""

    form: ExportForm
    path: Path
    style: CitationStyle = CitationStyle.CHICAGO
    view: InView | None = None


class Exports:
    """Writes files on a worker. A file is whole or not there: see :mod:`explorer.services.saving`."""

    def __init__(self, workers: Workers, citations: Citations) -> None:
        self._workers = workers
        self._citations = citations

    def write(
        self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress
    ) -> Future[Exported]:
        """Write what is ordered.

        The future raises ReaderError if there is nothing to write or the file cannot be written, and
        CancelledError if the errand was called off; nothing is written then.
        """
        return self._workers.carry(self._write, library, order, errand, progress)

    def text(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> tuple[str, int]:
        """What the file would hold, on the thread that calls, and how many works or passages are in it."""
        sources = library.contents.sources if order.view is None else _sources_in(library, order.view)
        if order.form is ExportForm.ANNOTATIONS:
            from explorer.services.annotations.travel import annotations_of

            return annotations_of(library, None if order.view is None else sources)
        if order.form is ExportForm.TEXT:
            listed = self._citations.listed(sources, order.style, errand, progress)
            return f"{listed.plain}\n" if sources else "", len(sources)
        return _writer(order.form)(sources), len(sources)

    def _write(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> Exported:
        text, count = self.text(library, order, errand, progress)
        errand.go_on()
        save_text(order.path, text)
        return Exported(order.path, order.form, count)


def printed(path: Path, form: ExportForm, style: CitationStyle) -> str:
    """All works, or passages, of a library file, on the thread that calls.

    Raises:
        ReaderError: the library cannot be opened or read.
    """
    library = open_library(path)
    workers = Workers()
    try:
        text, _ = Exports(workers, Citations(workers)).text(
            library, Order(form, path, style), Errand(), _ignore
        )
    finally:
        workers.close()
        library.store.close()
    return text


def _ignore(_share: float) -> None:
    """Nobody waits to see how far it is."""


def _sources_in(library: OpenLibrary, view: InView) -> tuple[Source, ...]:
    index = library.index
    rows = np.flatnonzero(index.reach.meeting(view.start, view.end, certain=False))
    if view.visible is not None:
        rows = rows[view.visible[rows]]
    with library.store.reading() as connection:
        return reads.sources_of(connection, index.id[rows].tolist())


def _writer(form: ExportForm) -> Callable[[Sequence[Source]], str]:
    from explorer.services.bibliography import bibtex, csl_json, ris
    from explorer.services.citations.composing import in_author_order

    write = {ExportForm.CSL: csl_json.write, ExportForm.BIBTEX: bibtex.write, ExportForm.RIS: ris.write}[form]
    return lambda sources: write(in_author_order(sources))
