"""What many runs never need (tours, presenting, class work, paper): made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer import __version__
from explorer.app.paths import Paths
from explorer.app.services import Services
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.app.classwork import ClassworkParts
    from explorer.app.handing_out import HandingOutParts
    from explorer.app.presenting import Presenting
    from explorer.app.tours import Tours
    from explorer.viewmodels.series_import import SeriesImportModel
    from explorer.viewmodels.tours import PlayAsk
    from explorer.widgets.figures.taking_out import TakingOut
    from explorer.widgets.figures.window import SeriesWindow
    from explorer.widgets.main_window import MainWindow
    from explorer.widgets.pages import TextPage
    from explorer.widgets.tours.view import ToursView


class OnDemand(QObject):
    """The parts of one session that its start does not build or import.

    ``window`` gives the session's window, which may not exist before a part needs it.
    """

    def __init__(
        self,
        models: Models,
        services: Services,
        look: ThemeHolder,
        paths: Paths,
        window: "Callable[[], MainWindow]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._services = services
        self._look = look
        self._paths = paths
        self._window_of = window
        self._pages: dict[str, TextPage] = {}

    def do(self, command: str) -> None:
        """Do what a command of the menu asks for.

        Raises:
            ValueError: There is no such command here.
        """
        match command:
            case "keep_step":
                self.tours.model.keep_view()
            case "new_tour":
                self._begin_tour()
            case "present" | "present_here":
                self.presenting.present(here=command == "present_here")
            case "reveal" | "place_it" | "source_detective":
                self.classwork.do(command)
            case "hand_out":
                self.handing_out.export_dialog.open_with_last()
            case "print":
                self.handing_out.print_window.open_with_last()
            case "figures":
                self.figures.ask_for_file()
            case "take_out":
                self.taking_out.open_list()
            case _:
                self._open_page(command)

    def leave_the_stage(self) -> None:
        """End what is presented, if anything is."""
        if "presenting" in vars(self):
            self.presenting.close()

    def close(self) -> None:
        """End what is presented, and what is being written for handing out."""
        self.leave_the_stage()
        if "handing_out" in vars(self):
            self.handing_out.model.cancel()

    # Tours and the class

    @cached_property
    def tours(self) -> "Tours":
        """All that tours need."""
        from explorer.app.tours import Tours

        tours = Tours(self._models, self._services, self)
        tours.model.play_asked.connect(self._play)
        return tours

    def make_tours_page(self, look: ThemeHolder, window: QWidget) -> "ToursView":
        """The page of tours."""
        return self.tours.view(look, window)

    @cached_property
    def presenting(self) -> "Presenting":
        """Shows tours on the whole screen."""
        from explorer.app.presenting import Presenting

        presenting = Presenting(
            self._models,
            self.tours.model,
            self._services.workers,
            self._look,
            self._paths.themes,
            self._window,
        )
        presenting.tour_wanted.connect(self._begin_tour)
        return presenting

    def _play(self, asked: "PlayAsk") -> None:
        self.presenting.play(asked)

    def _begin_tour(self) -> None:
        self._models.place.turn_to(Page.TOURS)
        self._window.parts.tours.commands.begin_tour()

    @cached_property
    def classwork(self) -> "ClassworkParts":
        """The reveal and the games of a class."""
        from explorer.app.classwork import ClassworkParts

        return ClassworkParts(self._models, self._services.workers, self._look, self._window)

    # Paper and figures

    @cached_property
    def handing_out(self) -> "HandingOutParts":
        """What exports and prints."""
        from explorer.app.handing_out import HandingOutParts

        return HandingOutParts(self._models, self._look, self._paths, self._services.workers, self._window)

    @cached_property
    def series_import(self) -> "SeriesImportModel":
        """Reads a series from a file and brings it into the library."""
        from explorer.services.series_files import SeriesFiles
        from explorer.viewmodels.series_import import SeriesImportModel

        models, files = self._models, SeriesFiles(self._services.workers)
        return SeriesImportModel(
            models.library, models.timeline, files, models.edits, models.courier, models.messages
        )

    @cached_property
    def figures(self) -> "SeriesWindow":
        """The window that imports series."""
        from explorer.widgets.figures.window import SeriesWindow

        return SeriesWindow(self.series_import, self._look, self._window)

    @cached_property
    def taking_out(self) -> "TakingOut":
        """The window that takes series out."""
        from explorer.widgets.figures.taking_out import TakingOut

        return TakingOut(self._models.library, self._models.edits, self._look, self._window)

    # Pages of text

    def _open_page(self, name: str) -> None:
        from explorer.widgets.pages import TextPage, keys_of_the_window, read_page

        match name:
            case "help":
                title, text = self.tr("Help"), read_page(self._paths.help, "help")
            case "keys":
                title, text = self.tr("All keys"), keys_of_the_window()
            case "about":
                licences = read_page(self._paths.help, "licences")
                title, text = self.tr("About Timeline Explorer"), self._about() + licences
            case _:
                raise ValueError(f"no such command: {name}")
        if name not in self._pages:
            self._pages[name] = TextPage(title, self._look, self._window)
        self._pages[name].show_text(text)

    def _about(self) -> str:
        library = self._models.library.current
        where = self.tr("No library is open.") if library is None else f"`{library.store.path}`"
        head = self.tr(
            "# Timeline Explorer {version}\n\nA zoomable timeline that links every event to the words of its "
            "sources. It never opens a connection.\n\n"
            "**This library:** {where}\n\n**Everything it writes:** `{data}`\n\n"
        )
        return head.format(version=__version__, where=where, data=self._paths.data) + self._carried()

    def _carried(self) -> str:
        """Why its data lies where it does, if that is not the usual place."""
        if self._paths.notice:
            return f"{self._paths.notice}\n\n"
        if self._paths.beside is not None:
            return self.tr("It is portable: what it writes lies beside it, and goes where it goes.") + "\n\n"
        return ""

    @property
    def _window(self) -> "MainWindow":
        return self._window_of()
