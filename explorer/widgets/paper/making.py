"""Makes what is printed and handed out: pictures, posters and handouts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import PICTURES, Form, HandedOut, Part, paper_named
from explorer.domain.tour import Step, Tour
from explorer.services.handing_out.content import Content
from explorer.services.handing_out.gathering import counted, gather, tour_named
from explorer.services.handing_out.narrowing import whole_view
from explorer.services.handing_out.order import Order, View
from explorer.services.handing_out.pacing import Pace
from explorer.services.libraries import OpenLibrary
from explorer.services.saving import save
from explorer.services.workers import Errand, Progress
from explorer.viewmodels.step_views import view_of_step
from explorer.widgets.paper.faces import Faces
from explorer.widgets.paper.handout import handout
from explorer.widgets.paper.items import Sheet
from explorer.widgets.paper.output import pdf_bytes, png_bytes, svg_bytes
from explorer.widgets.paper.picture import sheet_of
from explorer.widgets.paper.wording import PaperWording
from explorer.widgets.theme import Theme

POINTS_A_MM = 72 / 25.4
SMALLEST_TEXT = 7.0 / 12
"""Points a pixel on the smallest paper: titles of 7 points."""
USUAL_SIDE = 595.0
"""Of A4, in points."""
PICTURE_MARGIN, POSTER_MARGIN = 26.0, 0.035
LEAST_MARGIN = 28.0
SMALL_PICTURE = (1_000.0, 640.0)
"""A smaller picture is this one made smaller: head, legend and foot would leave no room for the time."""
_GATHERED, _LAID_OUT, _WRITTEN = 0.3, 0.5, 0.99
"""Shares of the work that are done then."""


class PaperMaker:
    """Draws sheets and writes them. It may be called on any thread, by several at once."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        """``themes`` by name: "paper", and "dark" for pictures for the screen."""
        self._themes = themes

    def __call__(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the files of an order; see :class:`explorer.services.handing_out.order.Maker`."""
        pace = Pace(errand)
        faces, content, sheets = self._drawn(library, order, errand, progress, pace)
        if order.form in PICTURES:
            files = self._write_pictures(order, sheets, faces, pace, progress)
        else:

            def further(share: float) -> None:
                progress(_LAID_OUT + (_WRITTEN - _LAID_OUT) * share)

            data = pdf_bytes(sheets, content.title, faces, pace, further)
            errand.go_on()
            save(order.out, data)
            files = (str(order.out),)
        progress(1.0)
        return HandedOut(files, len(sheets), _left_out(order, content))

    def sheets(
        self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress
    ) -> tuple[list[Sheet], Faces]:
        """The sheets of an order, for a preview or a printer, with the faces to paint them.

        Raises:
            ReaderError: there is nothing to show, or the library cannot be read.
            CancelledError: the errand was called off.
        """
        faces, _, sheets = self._drawn(library, order, errand, progress, Pace(errand))
        return sheets, faces

    def _drawn(
        self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress, pace: Pace
    ) -> tuple[Faces, Content, list[Sheet]]:
        def gathering(share: float) -> None:
            progress(_GATHERED * share)

        screen = order.form in PICTURES and order.theme == "dark"
        faces = Faces(self._themes["dark" if screen else "paper"])
        tour = tour_named(library, order.tour) if order.tour else None
        content = _content(library, order, tour, errand, gathering)
        # As the reader's own day is: a handout is not dated tomorrow in the evening.
        wording = PaperWording(datetime.now(UTC).astimezone().date())
        progress(_GATHERED)
        if order.form is Form.PDF:
            return faces, content, handout(library, content, order.parts, faces, wording, _paper(order), pace)
        sheets = []
        for number in range(len(content.views)):
            errand.go_on()
            sheets.append(
                sheet_of(
                    library,
                    content,
                    number,
                    faces,
                    wording,
                    *_measures(order),
                    paged=order.form is Form.POSTER,
                )
            )
            progress(_GATHERED + (_LAID_OUT - _GATHERED) * (number + 1) / len(content.views))
        return faces, content, sheets

    @staticmethod
    def _write_pictures(
        order: Order, sheets: Sequence[Sheet], faces: Faces, pace: Pace, progress: Progress
    ) -> tuple[str, ...]:
        files = []
        for number, sheet in enumerate(sheets, start=1):
            data = (
                svg_bytes(sheet, faces)
                if order.form is Form.SVG
                else png_bytes(sheet, faces, order.ratio, pace)
            )
            pace.step()
            out = order.out if len(sheets) == 1 else out_of_step(order.out, number, len(sheets))
            save(out, data)
            files.append(str(out))
            progress(_LAID_OUT + (_WRITTEN - _LAID_OUT) * number / len(sheets))
        return tuple(files)


def out_of_step(out: Path, number: int, count: int) -> Path:
    """The name of the picture of one step: "talk.png" becomes "talk-03.png"."""
    return out.with_name(f"{out.stem}-{number:0{max(len(str(count)), 2)}}{out.suffix}")


def _content(
    library: OpenLibrary, order: Order, tour: Tour | None, errand: Errand, progress: Progress
) -> Content:
    views: list[tuple[View, Step | None]] = [(order.view or whole_view(library), None)]
    if tour is not None:
        views = [(view_of_step(library, step), step) for step in tour.steps]
    shown = counted(library, views)
    parts = order.parts if order.form is Form.PDF else (Part.EVENTS,)
    return gather(library, shown, tour, parts, errand, progress, listed=order.form is Form.PDF)


def _paper(order: Order) -> tuple[float, float]:
    try:
        paper = paper_named(order.paper)
    except ValueError:
        raise ReaderError(f"There is no paper called “{order.paper}”.") from None
    width, height = paper.width * POINTS_A_MM, paper.height * POINTS_A_MM
    return (height, width) if order.landscape else (width, height)


def _measures(order: Order) -> tuple[tuple[float, float], float, float]:
    """Size, margin, and points a pixel at least, of a picture or a poster."""
    if order.form in PICTURES:
        width, height = order.width / order.ratio, order.height / order.ratio
        share = min(width / SMALL_PICTURE[0], height / SMALL_PICTURE[1], 1.0)
        return (width, height), PICTURE_MARGIN * share, share
    size = _paper(order)
    grown = max(min(size) / USUAL_SIDE, 1.0) ** 0.5
    return size, max(min(size) * POSTER_MARGIN, LEAST_MARGIN), SMALLEST_TEXT * grown


def _left_out(order: Order, content: Content) -> tuple[str, ...]:
    if order.form is not Form.PDF:
        return ()
    wording = PaperWording(datetime.now(UTC).date())
    said = []
    if Part.EVENTS in order.parts:
        said.append(wording.left_out(len(content.events), content.counted.in_view))
    if Part.QUOTATIONS in order.parts:
        said.append(wording.quotations_left_out(len(content.quotations), content.quotations_in_view))
    return tuple(filter(None, said))
