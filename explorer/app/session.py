"""One run of the app with its window: what exists, in which order it is made and taken down."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from explorer.app.on_demand import OnDemand
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
    from explorer.widgets.main_window import MainWindow


class Session(QObject):
    """Models, look and window of one run.

    ``open`` starts loading; ``close`` waits for what is being written. The application object must exist. The
    window is built when it is first asked for: what was opened before loads meanwhile.
    """

    def __init__(self, paths: Paths, settings: SettingsModel, services: Services) -> None:
        super().__init__()
        self._paths = paths
        self.settings = settings
        self._workers = services.workers
        self.look = ThemeHolder(paths.themes, self._theme_name(), settings.text_scale / 100)
        self.look.dress()
        self.models = build_models(services, settings)
        self._summary = SummaryModel(self.models.timeline)
        self.on_demand = OnDemand(self.models, services, self.look, paths, self._get_window, self)
        self._to_say = paths.notice

    @cached_property
    def window(self) -> "MainWindow":
        """The window, laid out as it was left; it is not shown yet."""
        from explorer.widgets.icons import Icons
        from explorer.widgets.main_window import MainWindow

        window = MainWindow(self.models, self.look, Icons(self._paths.icons))
        window.parts.offer_tours(self.on_demand.make_tours_page)
        self._join(window)
        window.restore(self.settings.state("window"))
        return window

    def _get_window(self) -> "MainWindow":
        return self.window

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
        self.on_demand.close()
        self.models.keeping.stop()
        self.models.library.stop_loading()
        self.models.exports.cancel()
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
                self.on_demand.do(command)

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
        self.on_demand.leave_the_stage()
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
