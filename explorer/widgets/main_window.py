"""The window: header, pages, status line. It places parts and passes on what they ask."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.history import Ways
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.widgets.actions import Actions
from explorer.widgets.adding.intake import Intake
from explorer.widgets.citing.host import COMMANDS as CITING
from explorer.widgets.citing.host import CitingHost
from explorer.widgets.columns import Columns
from explorer.widgets.editor.host import COMMANDS, EditorHost
from explorer.widgets.header import Header
from explorer.widgets.icons import Icons
from explorer.widgets.late_parts import LateParts
from explorer.widgets.parts.rule import rule
from explorer.widgets.parts.tab_order import put_in_order
from explorer.widgets.search.field import SearchField
from explorer.widgets.status import StatusLine
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.view import TimelineView

FIRST_SIZE = (1600, 1000)
SMALLEST_SIZE = (640, 400)
SIDES = ("facets", "detail")
WITH_TAB = (Page.SOURCES, Page.CLAIMS, Page.TOURS)
"""Pages that have a tab of their own beside the timeline's."""
ON_TIMELINE = ("everything", "fit", "measure")
"""Commands whose keys count only while the timeline has the keyboard."""


class MainWindow(QMainWindow):
    """One window on one library.

    ``first_painted`` comes once, after the first frame with a library on it. What is asked for goes up:
    ``asked`` carries the name of a command, ``open_asked`` a path, ``event_asked`` and ``evidence_asked``
    an event's id, ``passage_asked`` a PassageCard, ``source_asked`` a Source, ``claim_asked`` a claim's id,
    ``entity_asked`` an Entity; ``closed`` carries the layout when the reader closes the window.
    """

    first_painted = Signal(object)
    asked = Signal(object)
    open_asked = Signal(object)
    event_asked = Signal(object)
    evidence_asked = Signal(object)
    passage_asked = Signal(object)
    source_asked = Signal(object)
    claim_asked = Signal(object)
    entity_asked = Signal(object)
    closed = Signal(object)

    def __init__(self, models: Models, look: ThemeHolder, icons: Icons) -> None:
        super().__init__()
        self._models = models
        self._look = look
        self.setWindowTitle("Timeline Explorer")
        self.actions_of_window = Actions(self)
        self.timeline = TimelineView(
            models.timeline, models.viewport, models.selection, models.area, models.ruler, look, self
        )
        self.search = SearchField(models.results, look, self)
        self.status = StatusLine(look, self)
        self._icons = icons
        menu = QMenu(self)
        self.actions_of_window.fill(menu)
        views = {
            Page.TIMELINE: self.tr("Timeline"),
            Page.SOURCES: self.tr("Sources"),
            Page.CLAIMS: self.tr("Claims"),
            Page.TOURS: self.tr("Tours"),
        }
        self.header = Header(views, self.search, menu, icons, look, self)
        self.header.offer(self.actions_of_window["present"])
        self._place_parts()
        self.editing = EditorHost(models, look, self.actions_of_window, self.timeline, self._pages)
        self.citing = CitingHost(models, self.actions_of_window, look, self)
        self._hosts: dict[str, EditorHost | CitingHost] = dict.fromkeys(COMMANDS, self.editing)
        self._hosts |= dict.fromkeys(CITING, self.citing)
        self.parts = LateParts(
            models,
            self.actions_of_window,
            self.editing,
            self.citing,
            self.intake,
            look,
            self,
        )
        self._own: dict[str, Callable[[], object]] = {
            "open": self.ask_for_library,
            "quit": self.close,
            "search": self.search.take_focus,
            "add": self.intake.ask,
            "paste": self.intake.paste,
            "attach": self.attach_copy,
            "coverage": self._show_coverage,
            "date": self._ask_for_date,
            "fit": self._fit,
            "measure": self._measure,
            "menu": self.header.open_menu,
        }
        self._join()
        self.show_page(Page.TIMELINE)
        self.setMinimumSize(*SMALLEST_SIZE)

    # Pages

    def show_page(self, page: Page) -> None:
        """Turn to the timeline, its list twin, the sources, the claims, the tours or one event's sources."""
        self.actions_of_window["list"].setChecked(page is Page.LIST)
        self._models.event_list.set_active(page is Page.LIST)
        self.header.show_view(page if page in WITH_TAB else Page.TIMELINE)
        if page is Page.SOURCES:
            self._pages.setCurrentWidget(self.parts.sources)
        elif page is Page.COMPARE:
            self._pages.setCurrentWidget(self.parts.compare)
            self.parts.compare.take_focus()
        elif page is Page.CLAIMS:
            self._pages.setCurrentWidget(self.parts.claims)
        elif page is Page.TOURS:
            self._pages.setCurrentWidget(self.parts.tours)
        else:
            self._pages.setCurrentWidget(self._columns)
            self._middle.setCurrentWidget(self.parts.event_list if page is Page.LIST else self.timeline)

    def show_side(self, name: str, shown: bool) -> None:
        """Show or hide the filters ("facets") or the details ("detail")."""
        self._columns.show_side(name, wanted=shown)
        self.actions_of_window[name].setChecked(name in self._columns.shown)

    def focus_page(self) -> None:
        """Give the keyboard to what the page shows."""
        shown = self._middle.currentWidget()
        match self._models.place.page:
            case Page.SOURCES:
                self.parts.sources.focus_reader()
            case Page.CLAIMS:
                self.parts.claims.setFocus(Qt.FocusReason.OtherFocusReason)
            case Page.COMPARE:
                self.parts.compare.take_focus()
            case Page.TOURS:
                self.parts.tours.take_focus()
            case _ if shown is not None:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def attach_copy(self) -> None:
        """Let the reader choose a copy of the source that is open, or of the first one."""
        self.asked.emit("sources")
        self._models.reader.open_first()
        self.parts.sources.attach_action.trigger()

    def show_look(self, name: str) -> None:
        """Mark the look that is set: "system", "light" or "dark"."""
        self.actions_of_window[name].setChecked(True)

    # State

    def state(self) -> dict[str, object]:
        """The layout of the window, to be remembered."""
        return {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "columns": self._columns.state(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Lay the window out as it was left."""
        geometry = state.get("geometry")
        kept = QByteArray.fromBase64(geometry.encode()) if isinstance(geometry, str) else QByteArray()
        if not self.restoreGeometry(kept):
            self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize()))
        self._columns.restore(state.get("columns"))

    # What is open

    def show_library(self, library: OpenLibrary) -> None:
        """Say which library is open and where it lies."""
        contents = library.contents
        self.header.show_title(contents.title, contents.subtitle)
        self.setWindowTitle(self.tr("{title} – Timeline Explorer").format(title=contents.title))
        kept = (
            self.tr("Offline · opened read-only")
            if library.store.read_only
            else self.tr("Offline · all changes saved")
        )
        self.status.show_kept(kept, self.tr("The library lies in {path}").format(path=library.store.path))

    def ask_for_library(self) -> None:
        """Let the reader choose a library file."""
        start = str(Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a library"), start, self.tr("Libraries (*.tlx);;All files (*)")
        )
        if name:
            self.open_asked.emit(Path(name))

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is on disk already; only the place and the layout are written down."""
        self.closed.emit(self.state())
        super().closeEvent(event)

    def _join(self) -> None:
        # These keys belong to the timeline; in a text or a list they mean something else.
        for name in ON_TIMELINE:
            self.actions_of_window[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.timeline.addAction(self.actions_of_window[name])
        parts = self.parts
        parts.page_made.connect(self._take_page)
        parts.twin_made.connect(self._take_twin)
        parts.left.connect(self.focus_page)
        parts.event_asked.connect(self.event_asked)
        parts.passage_asked.connect(self.passage_asked)
        parts.source_asked.connect(self.source_asked)
        parts.claim_asked.connect(self.claim_asked)
        parts.entity_asked.connect(self.entity_asked)
        self._models.history.changed.connect(self._show_ways)
        self._show_ways(self._models.history.ways)
        self.search.left.connect(self.focus_page)
        self.editing.left.connect(self.focus_page)
        self.search.chosen.connect(self._leave_search)
        self.timeline.first_painted.connect(self._tell_first_paint, Qt.ConnectionType.QueuedConnection)
        self.timeline.source_asked.connect(self.evidence_asked)
        self.header.view_asked.connect(self._turn)
        self.actions_of_window.asked.connect(self._do)

    def _show_ways(self, ways: Ways) -> None:
        self.actions_of_window["back"].setEnabled(ways.back)
        self.actions_of_window["forward"].setEnabled(ways.forward)

    def _leave_search(self, _hit: object) -> None:
        self.focus_page()

    def _open_source(self, source_id: int) -> None:
        self._models.reader.open_source(source_id)
        self.asked.emit("sources")

    def _turn(self, page: str) -> None:
        self.asked.emit(str(page))

    def _do(self, command: str) -> None:
        if command in self._own:
            self._own[command]()
        elif command in self._hosts:
            self._hosts[command].do(command)
        elif command in SIDES:
            self.show_side(command, self.actions_of_window[command].isChecked())
        else:
            self.asked.emit(command)

    def _show_coverage(self) -> None:
        self.parts.coverage.show()
        self.parts.coverage.raise_()

    def _ask_for_date(self) -> None:
        self.parts.date_field.open_over(self._pages)

    def _fit(self) -> None:
        self.asked.emit("timeline")
        self.timeline.fit()

    def _measure(self) -> None:
        self.asked.emit("timeline")
        self.timeline.measure()

    def _take_page(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._order_tabs()

    def _take_twin(self, twin: QWidget) -> None:
        self._middle.addWidget(twin)
        self._order_tabs()

    def _tell_first_paint(self, _timeline: QWidget) -> None:
        self.first_painted.emit(self)
        self._columns.fill("facets", self.parts.facets)
        self._columns.fill("detail", self.parts.detail)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes through what is there from left to right, whenever it was made."""
        whole = self.centralWidget()
        if whole is not None:
            put_in_order(whole)

    def _place_parts(self) -> None:
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.timeline)
        self._columns = Columns(self._middle, self._look, self)
        self._columns.shown_changed.connect(self._mark_sides)
        self._columns.crowded.connect(self._explain_crowd)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._columns)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(rule(whole))
        column.addWidget(self._pages, 1)
        column.addWidget(rule(whole))
        foot = QVBoxLayout()
        column.addLayout(foot)
        self.intake = Intake(self._models.adding, self._models.settings, self._look, foot, self)
        self.intake.source_asked.connect(self._open_source)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _mark_sides(self, shown: tuple[str, ...]) -> None:
        for name in SIDES:
            self.actions_of_window[name].setChecked(name in shown)

    def _explain_crowd(self, name: str) -> None:
        what = self.tr("filters") if name == "facets" else self.tr("details")
        text = self.tr("There is no room for the {what}: make the window wider or the text smaller.")
        self._models.messages.show_notice(text.format(what=what))
