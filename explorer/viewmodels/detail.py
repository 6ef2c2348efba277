"""What the detail pane shows: the selected event, with the evidence for it."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.detail import EventDetail
from explorer.domain.errors import ReaderError
from explorer.services.details import Details
from explorer.services.libraries import OpenLibrary
from explorer.timeline.mask import Sieve
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.selection import SelectionModel

CHANNEL = "detail"


class DetailModel(QObject):
    """Follows the selection: ``asked`` at once, then ``shown`` or ``failed``.

    ``asked`` carries the event's id, ``shown`` an :class:`EventDetail` or None when nothing is selected,
    ``failed`` the :class:`ReaderError`. What was shown stays valid until the next ``shown`` or ``failed``. A
    change in the library (a document attached) reads the event again. ``hidden_changed`` carries whether the
    filters hide the selected event.
    """

    asked = Signal(object)
    shown = Signal(object)
    failed = Signal(object)
    hidden_changed = Signal(object)

    def __init__(
        self,
        details: Details,
        selection: SelectionModel,
        library: LibraryModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._selection = selection
        self._library = library
        self._courier = courier
        self._current: EventDetail | None = None
        self._visible: Sieve | None = None
        self._hidden = False
        selection.changed.connect(self._follow)
        library.changed.connect(self._read_again)

    @property
    def current(self) -> EventDetail | None:
        """What is shown."""
        return self._current

    @property
    def hidden(self) -> bool:
        """Whether the filters hide the selected event."""
        return self._hidden

    def set_visible(self, visible: Sieve | None) -> None:
        """Take what passes the filters, None for all."""
        self._visible = visible
        self._look_for_it()

    def label(self, source_id: int) -> str:
        """The short name of a source of the open library; "" if it has no such source."""
        library = self._library.current
        sources = library.contents.sources if library is not None else ()
        return next((source.label for source in sources if source.id == source_id), "")

    def ask_again(self) -> None:
        """Read the selected event again, after a failure."""
        self._follow(self._selection.current)

    def _read_again(self, _library: OpenLibrary) -> None:
        self.ask_again()

    def _look_for_it(self) -> None:
        library, event_id, visible = self._library.current, self._selection.current, self._visible
        row = None if library is None or event_id is None else library.index.row_of(event_id)
        hidden = row is not None and visible is not None and not bool(visible[row])
        if hidden != self._hidden:
            self._hidden = hidden
            self.hidden_changed.emit(hidden)

    def _follow(self, event_id: int | None) -> None:
        self._look_for_it()
        library = self._library.current
        if event_id is None or library is None:
            self._courier.void(CHANNEL)
            self._show(None)
            return
        self.asked.emit(event_id)
        self._courier.ask(CHANNEL, self._details.event(library, event_id), self._show, self._fail)

    def _show(self, detail: EventDetail | None) -> None:
        self._current = detail
        self.shown.emit(detail)

    def _fail(self, error: ReaderError) -> None:
        self._current = None
        self.failed.emit(error)
