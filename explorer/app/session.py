"""One run of the app with its window: what exists, in which order it is made and taken down."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer import __version__
from explorer.app.paths import Paths
from explorer.app.services import Services
from explorer.app.wiring import build_models
from explorer.domain.errors import ReaderError
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.pages import Page
from explorer.viewmodels.settings import LOOK, TEXT_SCALE, Setting, SettingsModel
from explorer.viewmodels.summary import SummaryModel, ViewSummary
from explorer.widgets.theme import ThemeHolder, system_is_dark

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


class Session(QObject):
    """Models, look and window of one run.

    ``open`` starts loading; ``close`` waits for what is being written. The application object must exist. The
    window is built when it is first asked for: what was opened before loads meanwhile.
    """

    def __init__(self, paths: Paths, settings: SettingsModel, services: Services) -> None:
        super().__init__()
        self._paths = paths
        self.settings = settings
        self._services = services
        self._workers = services.workers
        self.look = ThemeHolder(paths.themes, self._theme_name(), settings.text_scale / 100)
        self.look.dress()
        self.models = build_models(services, settings)
        self._summary = SummaryModel(self.models.timeline)
        self._pages: dict[str, TextPage] = {}
        self._to_say = paths.notice

    @cached_property
    def window(self) -> "MainWindow":
        """The window, laid out as it was left; it is not shown yet."""
        from explorer.widgets.icons import Icons
        from explorer.widgets.main_window import MainWindow

        window = MainWindow(self.models, self.look, Icons(self._paths.icons))
        window.parts.offer_tours(self._make_tours)
        self._join(window)
        window.restore(self.settings.state("window"))
        return window

    def open(self, library: Path | None = None) -> None:
        """Open a library; without one, the one that was open last, or the shipped story."""
        if library is None:
            last = self.settings.state("last").get("library")
            library = self.settings.found(last) if isinstance(last, str) else None
            library = library if library is not None and library.is_file() else None
        if library is None:
            self.models.library.open_story()
        else:
            self.models.library.open(library)

    def settle(self) -> None:
        """Say at once what the status line would say a moment later."""
        self._summary.settle()

    def close(self) -> None:
        """Write down where the reader is, let writes finish, close the library."""
        self.models.place.keep()
        self.settings.flush()
        if "presenting" in self.__dict__:
            self.presenting.close()
        self.models.keeping.stop()
        self.models.library.stop_loading()
        self.models.exports.cancel()
        if "handing_out" in vars(self):
            self.handing_out.model.cancel()
        self._summary.settle()
        self.models.adding.cancel()
        self.models.reader.cancel()
        self.models.suggestions.cancel()
        self.models.courier.stop()
        self._workers.close()
        self.models.library.close()

    def _join(self, window: "MainWindow") -> None:
        models = self.models
        navigator = models.navigator
        models.library.opened.connect(self._note_opened)
        models.library.changed.connect(window.show_library)
        models.library.failed.connect(self._note_failed)
        models.library.progressed.connect(window.status.show_progress)
        models.place.page_changed.connect(window.show_page)
        models.messages.shown.connect(window.status.show_message)
        models.settings.changed.connect(self._apply)
        self._summary.changed.connect(self._show_summary)
        window.passage_asked.connect(navigator.open_passage)
        window.source_asked.connect(navigator.open_record)
        window.entity_asked.connect(navigator.show_entity)
        window.event_asked.connect(navigator.show_event)
        window.evidence_asked.connect(navigator.open_evidence)
        window.claim_asked.connect(navigator.show_claim)
        window.open_asked.connect(models.library.open)
        window.asked.connect(self._do)
        window.closed.connect(self._note_closed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        window.show_look(self.settings.value(LOOK))

    # What the reader asks for by menu or key

    def _do(self, command: str) -> None:
        models = self.models
        match command:
            case "story":
                models.library.open_story()
            case "timeline" | "sources" | "claims" | "tours" | "compare":
                models.place.turn_to(Page(command))
            case "keep_step" | "new_tour" | "present" | "present_here":
                self._do_with_tours(command)
            case "list":
                models.place.turn_to(Page.TIMELINE if models.place.page is Page.LIST else Page.LIST)
            case "everything":
                models.viewport.show_all()
            case "clear":
                models.facets.clear()
            case "back":
                models.history.go_back()
            case "forward":
                models.history.go_forward()
            case "system" | "light" | "dark":
                self.settings.set_value(LOOK, command)
            case "larger" | "smaller" | "normal":
                self.settings.change_text_scale({"larger": 1, "smaller": -1, "normal": 0}[command])
            case _:
                self._open_page(command)

    def _do_with_tours(self, command: str) -> None:
        match command:
            case "keep_step":
                self.tours.model.keep_view()
            case "new_tour":
                self.models.place.turn_to(Page.TOURS)
                self.window.parts.tours.commands.begin_tour()
            case _:
                self.presenting.present(here=command == "present_here")

    @cached_property
    def presenting(self) -> "Presenting":
        """Shows tours on the whole screen; made when one is first asked for."""
        from explorer.app.presenting import Presenting

        presenting = Presenting(
            self.models, self.tours.model, self._workers, self.look, self._paths.themes, self.window
        )
        presenting.tour_wanted.connect(self._begin_tour)
        return presenting

    @cached_property
    def tours(self) -> "Tours":
        """All that tours need; made when they are first asked for."""
        from explorer.app.tours import Tours

        tours = Tours(self.models, self._services, self)
        tours.model.play_asked.connect(self._play)
        return tours

    def _play(self, asked: "PlayAsk") -> None:
        self.presenting.play(asked)

    def _begin_tour(self) -> None:
        self._do("new_tour")

    def _make_tours(self, look: ThemeHolder, window: QWidget) -> "ToursView":
        return self.tours.view(look, window)

    @cached_property
    def handing_out(self) -> "HandingOutParts":
        """What exports and prints; made when it is first asked for."""
        from explorer.app.handing_out import HandingOutParts

        return HandingOutParts(self.models, self.look, self._paths, self._workers, self.window)

    @cached_property
    def classwork(self) -> "ClassworkParts":
        """The reveal and the games of a class; made when one is first asked for."""
        from explorer.app.classwork import ClassworkParts

        return ClassworkParts(self.models, self._workers, self.look, self.window)

    @cached_property
    def _series_import(self) -> "SeriesImportModel":
        from explorer.services.series_files import SeriesFiles
        from explorer.viewmodels.series_import import SeriesImportModel

        models, files = self.models, SeriesFiles(self._workers)
        return SeriesImportModel(
            models.library, models.timeline, files, models.edits, models.courier, models.messages
        )

    @cached_property
    def _figures(self) -> "SeriesWindow":
        """The window that imports series; made when it is first asked for."""
        from explorer.widgets.figures.window import SeriesWindow

        return SeriesWindow(self._series_import, self.look, self.window)

    @cached_property
    def _taking_out(self) -> "TakingOut":
        """The window that takes series out; made when it is first asked for."""
        from explorer.widgets.figures.taking_out import TakingOut

        return TakingOut(self.models.library, self.models.edits, self.look, self.window)

    def _open_page(self, name: str) -> None:
        from explorer.widgets.pages import TextPage, keys_of_the_window, read_page

        match name:
            case "figures":
                self._figures.ask_for_file()
                return
            case "take_out":
                self._taking_out.open_list()
                return
            case "hand_out":
                self.handing_out.export_dialog.open_with_last()
                return
            case "print":
                self.handing_out.print_window.open_with_last()
                return
            case "reveal" | "place_it" | "source_detective":
                self.classwork.do(name)
                return
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
            self._pages[name] = TextPage(title, self.look, self.window)
        self._pages[name].show_text(text)

    def _about(self) -> str:
        library = self.models.library.current
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

    # What happened

    def _note_opened(self, library: OpenLibrary) -> None:
        self.window.show_library(library)
        story = self.models.library.is_story
        self.settings.remember("last", {} if story else {"library": self.settings.named(library.store.path)})
        notice = " ".join(filter(None, (self._to_say, library.store.notice)))
        self._to_say = ""
        if notice:
            self.models.messages.show_notice(notice, seconds=15)

    def _note_failed(self, error: ReaderError) -> None:
        self.models.messages.show_problem(str(error))
        if self.models.library.current is None and not self.models.library.story_asked:
            self.models.library.open_story()

    def _note_closed(self, state: dict[str, object]) -> None:
        if "presenting" in self.__dict__:
            self.presenting.close()
        self.settings.remember("window", state)

    def _show_summary(self, summary: ViewSummary) -> None:
        self.window.status.show_counts(summary.counts)
        self.window.status.show_span(summary.span)

    # Look

    def _theme_name(self) -> str:
        chosen: str = self.settings.value(LOOK)
        if chosen in {"light", "dark"}:
            return chosen
        return "dark" if system_is_dark() else "light"

    def _apply(self, setting: Setting) -> None:
        if setting in {LOOK, TEXT_SCALE}:
            self.look.apply(self._theme_name(), self.settings.text_scale / 100)
            self.window.show_look(self.settings.value(LOOK))

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        self.look.apply(self._theme_name(), self.settings.text_scale / 100)
