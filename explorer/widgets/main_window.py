"""The window: header, pages, status line. It places parts and passes on what they ask."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from explorer.domain.change import History
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.history import Ways
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.widgets.actions import Actions
from explorer.widgets.adding.intake import Intake
from explorer.widgets.columns import Columns
from explorer.widgets.editor.host import COMMANDS, EditorHost
from explorer.widgets.editor.menu import EventMenu
from explorer.widgets.header import Header
from explorer.widgets.icons import Icons
from explorer.widgets.parts.tab_order import put_in_order
from explorer.widgets.search.field import SearchField
from explorer.widgets.status import StatusLine
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.view import TimelineView
from explorer.widgets.undo import show_history

if TYPE_CHECKING:
    from explorer.widgets.claims.view import ClaimsView
    from explorer.widgets.compare.view import CompareView
    from explorer.widgets.coverage import CoverageWindow
    from explorer.widgets.date_field import DateField
    from explorer.widgets.detail.pane import DetailPane
    from explorer.widgets.event_list import EventList
    from explorer.widgets.facets.panel import FacetsPanel
    from explorer.widgets.sources.view import SourcesView

FIRST_SIZE = (1600, 1000)
SMALLEST_SIZE = (640, 400)
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
        self._sources: SourcesView | None = None
        self._list: EventList | None = None
        self._icons = icons
        menu = QMenu(self)
        self.actions_of_window.fill(menu)
        views = {
            Page.TIMELINE: self.tr("Timeline"),
            Page.SOURCES: self.tr("Sources"),
            Page.CLAIMS: self.tr("Claims"),
        }
        self.header = Header(views, self.search, menu, icons, look, self)
        self._place_parts()
        self.editing = EditorHost(models, look, self.timeline, self._pages, self)
        self.event_menu = EventMenu(models.editor, models.selection, self.actions_of_window, self.timeline)
        self._join()
        self.show_page(Page.TIMELINE)
        self.setMinimumSize(*SMALLEST_SIZE)

    # Pages

    @cached_property
    def facets(self) -> "FacetsPanel":
        """The filters at the left; built after the first frame, which shows the timeline."""
        from explorer.widgets.facets.panel import FacetsPanel

        panel = FacetsPanel(self._models.facets, self._look, self)
        panel.passage_asked.connect(self.passage_asked)
        return panel

    @cached_property
    def detail(self) -> "DetailPane":
        """The details at the right; built after the first frame, as the filters are."""
        from explorer.widgets.detail.pane import DetailPane

        pane = DetailPane(self._models.detail, self._models.selection, self._look, self)
        pane.passage_asked.connect(self.passage_asked)
        pane.entity_asked.connect(self.entity_asked)
        pane.event_asked.connect(self.event_asked)
        pane.source_asked.connect(self.source_asked)
        pane.claim_asked.connect(self.claim_asked)
        pane.clear_asked.connect(self._models.facets.clear)
        pane.compare_asked.connect(self.actions_of_window["compare"].trigger)
        steps, history = pane.sheet.heading.steps, self._models.history
        steps.back_asked.connect(history.go_back)
        steps.forward_asked.connect(history.go_forward)
        history.changed.connect(steps.show_ways)
        steps.show_ways(history.ways)
        pane.sheet.heading.edit_asked.connect(self.actions_of_window["edit_event"].trigger)
        self.editing.give_key(pane)
        pane.sheet.notes.written.connect(self._models.notes.write)
        return pane

    @cached_property
    def date_field(self) -> "DateField":
        """The field in which a date is typed; made when it is first asked for."""
        from explorer.widgets.date_field import DateField

        field = DateField(self._models.navigator, self._look, self)
        field.left.connect(self.focus_page)
        return field

    @cached_property
    def coverage(self) -> "CoverageWindow":
        """What no passage supports, in a window of its own; made when it is first asked for."""
        from explorer.widgets.coverage import CoverageWindow

        window = CoverageWindow(self._models.coverage, self._look, self)
        window.event_asked.connect(self.event_asked)
        return window

    @cached_property
    def compare(self) -> "CompareView":
        """The sources of an event side by side; made when it is first asked for."""
        from explorer.widgets.compare.view import CompareView

        view = CompareView(self._models.comparison, self._look, self)
        view.passage_asked.connect(self.passage_asked)
        view.left.connect(self._models.history.go_back)
        self._pages.addWidget(view)
        self._order_tabs()
        return view

    @property
    def sources(self) -> "SourcesView":
        """The sources page, made when it is first asked for: a start on the timeline need not wait for it."""
        if self._sources is None:
            from explorer.widgets.sources.tools import ReaderTools
            from explorer.widgets.sources.view import SourcesView

            self._sources = SourcesView(
                self._models.sources, self._models.reader, self._models.selection, self._look, self
            )
            self._sources.event_asked.connect(self._models.selection.lead_to)
            self._sources.offer_adding(self.actions_of_window["add"])
            self._sources.offer_record(self._models.record)
            self.intake.serve(self._sources)
            tools = ReaderTools(self._models.placing, self._models.words, self._sources.pane, self._look)
            tools.claim_asked.connect(self._begin_claim)
            self._sources.offer_dates(self._models.suggestions)
            self._pages.addWidget(self._sources)
            self._order_tabs()
        return self._sources

    def _begin_claim(self, passage: object) -> None:
        self.claims.begin_claim(passage)

    @cached_property
    def claims(self) -> "ClaimsView":
        """The claims page, made when it is first asked for."""
        from explorer.widgets.claims.view import ClaimsView

        view = ClaimsView(self._models.claims, self._models.claim_editor, self._look, self)
        view.passage_asked.connect(self._models.navigator.open_claim)
        view.lane_asked.connect(self._models.navigator.show_on_lane)
        self._pages.addWidget(view)
        self._order_tabs()
        return view

    @property
    def event_list(self) -> "EventList":
        """The list twin of the timeline; made when it is first asked for."""
        if self._list is None:
            from explorer.widgets.event_list import EventList

            self._list = EventList(self._models.event_list, self._models.selection, self._look, self)
            self._list.event_asked.connect(self.event_asked)
            self.event_menu.serve(self._list.table)
            self._middle.addWidget(self._list)
            self._order_tabs()
        return self._list

    def show_page(self, page: Page) -> None:
        """Turn to the timeline, its list twin, the sources, the claims or one event's sources."""
        self.actions_of_window["list"].setChecked(page is Page.LIST)
        self._models.event_list.set_active(page is Page.LIST)
        self.header.show_view(page if page in {Page.SOURCES, Page.CLAIMS} else Page.TIMELINE)
        if page is Page.SOURCES:
            self._pages.setCurrentWidget(self.sources)
        elif page is Page.COMPARE:
            self._pages.setCurrentWidget(self.compare)
            self.compare.take_focus()
        elif page is Page.CLAIMS:
            self._pages.setCurrentWidget(self.claims)
        else:
            self._pages.setCurrentWidget(self._columns)
            self._middle.setCurrentWidget(self.event_list if page is Page.LIST else self.timeline)

    def show_side(self, name: str, shown: bool) -> None:
        """Show or hide the filters ("facets") or the details ("detail")."""
        self._columns.show_side(name, wanted=shown)
        self.actions_of_window[name].setChecked(name in self._columns.shown)

    def focus_page(self) -> None:
        """Give the keyboard to what the page shows."""
        shown = self._middle.currentWidget()
        if self._sources is not None and self._pages.currentWidget() is self._sources:
            self._sources.focus_reader()
        elif self._models.place.page is Page.CLAIMS:
            self.claims.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def attach_copy(self) -> None:
        """Let the reader choose a copy of the source that is open, or of the first one."""
        self._models.reader.open_first()
        self.sources.attach_action.trigger()

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
        self._models.history.changed.connect(self._show_ways)
        self._show_ways(self._models.history.ways)
        self._models.edits.history_changed.connect(self._show_history)
        self._show_history(self._models.edits.history)
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

    def _show_history(self, history: History) -> None:
        show_history(self.actions_of_window, history)

    def _leave_search(self, _hit: object) -> None:
        self.focus_page()

    def _open_source(self, source_id: int) -> None:
        self._models.reader.open_source(source_id)
        self.asked.emit("sources")

    def _turn(self, page: str) -> None:
        self.asked.emit(str(page))

    def _do(self, command: str) -> None:
        match command:
            case "open":
                self.ask_for_library()
            case "quit":
                self.close()
            case "facets" | "detail":
                self.show_side(command, self.actions_of_window[command].isChecked())
            case _ if command in COMMANDS:
                self.editing.do(command)
            case "search":
                self.search.take_focus()
            case "add":
                self.intake.ask()
            case "paste":
                self.intake.paste()
            case "attach":
                self.asked.emit("sources")
                self.attach_copy()
            case "coverage":
                self.coverage.show()
                self.coverage.raise_()
            case "date":
                self.date_field.open_over(self._pages)
            case "fit":
                self.asked.emit("timeline")
                self.timeline.fit()
            case "measure":
                self.asked.emit("timeline")
                self.timeline.measure()
            case "menu":
                self.header.open_menu()
            case _:
                self.asked.emit(command)

    def _tell_first_paint(self, _timeline: QWidget) -> None:
        self.first_painted.emit(self)
        self._columns.fill("facets", self.facets)
        self._columns.fill("detail", self.detail)
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
        column.addWidget(self._rule())
        column.addWidget(self._pages, 1)
        column.addWidget(self._rule())
        foot = QVBoxLayout()
        column.addLayout(foot)
        self.intake = Intake(self._models.adding, self._models.settings, self._look, foot, self)
        self.intake.source_asked.connect(self._open_source)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _rule(self) -> QWidget:
        from PySide6.QtWidgets import QFrame

        rule = QFrame(self)
        rule.setProperty("role", "rule")
        return rule

    def _mark_sides(self, shown: tuple[str, ...]) -> None:
        for name in ("facets", "detail"):
            self.actions_of_window[name].setChecked(name in shown)

    def _explain_crowd(self, name: str) -> None:
        what = self.tr("filters") if name == "facets" else self.tr("details")
        text = self.tr("There is no room for the {what}: make the window wider or the text smaller.")
        self._models.messages.show_notice(text.format(what=what))
