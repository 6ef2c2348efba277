"""What is handed out, as the reader chooses it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QLocale, QObject, Signal

from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import (
    LARGEST_PICTURE,
    MOST_PIXELS,
    SMALLEST_PICTURE,
    SUFFIXES,
    Form,
    HandedOut,
    Part,
    paper_named,
)
from explorer.domain.tour import Tour
from explorer.services.handing_out.handing import HandingOut
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.viewmodels.work import WorkModel

CHANNEL = "handing out"
SAID_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen. ``tour`` is a slug; without one ("") it is what is in view, or all if ``whole``.

    The rest is as in :class:`explorer.services.handing_out.order.Order`.
    """

    form: Form = Form.PDF
    whole: bool = False
    tour: str = ""
    theme: str = "light"
    width: int = 1920
    height: int = 1080
    ratio: float = 1.0
    paper: str = "A4"
    landscape: bool = False
    parts: tuple[Part, ...] = tuple(Part)

    def as_json(self) -> dict[str, Any]:
        """As plain JSON, to be remembered."""
        return asdict(self)

    @classmethod
    def of_json(cls, kept: Mapping[str, Any], usual: Self) -> Self:
        """What ``as_json`` gave; what cannot be read of it is as in ``usual``."""
        read: dict[str, Any] = {}
        for field in fields(cls):
            value, default = kept.get(field.name), getattr(usual, field.name)
            try:
                if field.name == "form":
                    value = Form(str(value))
                elif field.name == "parts":
                    value = tuple(Part(one) for one in value or ())
                elif field.name == "paper":
                    value = paper_named(str(value)).name
                elif type(value) is not type(default):
                    value = default
            except (ValueError, TypeError):
                value = default
            read[field.name] = value
        made = cls(**read)
        return made if made.problem == "" else usual

    @property
    def problem(self) -> str:
        """Why nothing can be made of it, as a key; "" where it can."""
        if self.form is Form.PDF and not self.parts:
            return "parts"
        size = (self.width, self.height)
        if not all(
            low <= one <= high for low, one, high in zip(SMALLEST_PICTURE, size, LARGEST_PICTURE, strict=True)
        ):
            return "size"
        if self.width * self.height > MOST_PIXELS:
            return "pixels"
        return ""


class HandingOutModel(WorkModel):
    """Makes one thing at a time; the name of sheets to be printed is "".

    ``written`` carries a :class:`HandedOut`, ``drawn`` what was drawn for a printer, ``failed`` a sentence.
    """

    written = Signal(object)
    drawn = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        viewport: ViewportModel,
        facets: FacetsModel,
        handing: HandingOut[Any],
        settings: SettingsModel,
        courier: Courier,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(CHANNEL, library, courier, parent)
        self._library = library
        self._timeline = timeline
        self._viewport = viewport
        self._facets = facets
        self._handing = handing
        self._settings = settings
        self._messages = messages

    @property
    def forms(self) -> tuple[Form, ...]:
        """What can be made."""
        return self._handing.forms

    @property
    def library(self) -> OpenLibrary | None:
        """The library that is open."""
        return self._library.current

    @property
    def tours(self) -> tuple[Tour, ...]:
        """The tours that have steps."""
        library = self._library.current
        return () if library is None else tuple(tour for tour in library.contents.tours if tour.steps)

    def remembered(self, name: str) -> Choice:
        """What was chosen last, for "export" or "print"."""
        metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
        usual = Choice(paper="A4" if metric else "Letter")
        return Choice.of_json(self._settings.state(f"handing_out/{name}"), usual)

    def remember(self, name: str, choice: Choice) -> None:
        """Remember what is chosen now."""
        self._settings.remember(f"handing_out/{name}", choice.as_json())

    def file_name(self, choice: Choice) -> str:
        """A name for the file, from the title of the tour or the library."""
        library = self._library.current
        tour = next((tour.title for tour in self.tours if tour.slug == choice.tour), "")
        title = tour or ("" if library is None else library.contents.title)
        letters = "".join(each if each.isalnum() or each in "-_" else " " for each in title)
        name = " ".join(letters.split())[:60].rstrip() or self.tr("Timeline")
        return f"{name}{SUFFIXES[choice.form]}"

    def write(self, choice: Choice, path: Path) -> None:
        """Make a file, or one a step of a tour beside it."""
        library = self._library.current
        if library is not None and not self.busy:
            errand = self._begin(path.name, share=0.0)
            future = self._handing.write(library, self._order(choice, path), errand, self._note_share)
            self._courier.ask(CHANNEL, future, self._take_written, self._refuse)

    def draw(self, choice: Choice) -> None:
        """Draw the sheets; what was being drawn before is given up."""
        library = self._library.current
        if library is not None:
            self.cancel()
            errand = self._begin("", share=0.0)
            future = self._handing.draw(library, self._order(choice, Path()), errand, self._note_share)
            self._courier.ask(CHANNEL, future, self._take_drawn, self._refuse)

    def _order(self, choice: Choice, path: Path) -> Order:
        return Order(
            form=choice.form,
            out=path,
            view=None if choice.whole else self._view(),
            tour=choice.tour,
            theme=choice.theme,
            width=choice.width,
            height=choice.height,
            ratio=choice.ratio,
            paper=choice.paper,
            landscape=choice.landscape,
            parts=choice.parts,
        )

    def _view(self) -> View | None:
        stage, viewport = self._timeline.stage, self._viewport.viewport
        if stage is None:
            return None
        state = self._facets.state
        return View(
            start=viewport.start,
            end=viewport.end,
            visible=stage.visible,
            series=tuple(one.slug for one in stage.series),
            bands=stage.bands,
            filters=", ".join(one.text for one in state.active) if state is not None else "",
        )

    def _take_written(self, done: HandedOut) -> None:
        self._end()
        first, last = Path(done.files[0]), Path(done.files[-1])
        if len(done.files) > 1:
            said = self.tr("“{first}” to “{last}” written.").format(first=first.name, last=last.name)
        elif done.pages > 1:
            said = self.tr("“{name}” written, {pages} pages.").format(name=first.name, pages=done.pages)
        else:
            said = self.tr("“{name}” written.").format(name=first.name)
        self._messages.show_notice(" ".join((said, *done.left_out)), seconds=SAID_SECONDS)
        self.written.emit(done)

    def _take_drawn(self, drawn: object) -> None:
        self._end()
        self.drawn.emit(drawn)

    def _refuse(self, error: ReaderError) -> None:
        self._end()
        self.failed.emit(str(error))
