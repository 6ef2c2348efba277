"""What the sources say of the selected event, side by side."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.comparison import Comparison, TopicDraft, comparison_of
from explorer.domain.detail import EventDetail
from explorer.domain.errors import ReaderError
from explorer.services.comparing import changed_topic, deleted_topic, new_topic
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel


class ComparisonModel(QObject):
    """Follows the details of the selected event.

    ``shown`` carries the :class:`Comparison`, or None where no event is selected. ``saved`` comes when what
    the reader wrote is in the library, ``refused`` carries the :class:`ReaderError` if it is not.
    """

    shown = Signal(object)
    saved = Signal(object)
    refused = Signal(object)

    def __init__(
        self, detail: DetailModel, library: LibraryModel, edits: EditsModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._current: Comparison | None = None
        detail.shown.connect(self._take)
        detail.failed.connect(self._drop)

    @property
    def current(self) -> Comparison | None:
        """What is compared."""
        return self._current

    @property
    def may_write(self) -> bool:
        """Whether the open library can be changed."""
        library = self._library.current
        return library is not None and not library.store.read_only

    def save(self, draft: TopicDraft, topic_id: int | None = None) -> None:
        """Keep what the reader wrote, as a new topic or in place of one."""
        if self._current is not None:
            event_id = self._current.event.id
            plan = (
                new_topic(draft, event_id) if topic_id is None else changed_topic(topic_id, draft, event_id)
            )
            self._edits.apply(plan, done=self._tell_saved, failed=self.refused.emit)

    def delete(self, topic_id: int) -> None:
        """Take a topic out of the library."""
        self._edits.apply(deleted_topic(topic_id))

    def _tell_saved(self, change_set: ChangeSet) -> None:
        self.saved.emit(change_set)

    def _take(self, detail: EventDetail | None) -> None:
        library = self._library.current
        sources = () if library is None else library.contents.sources
        self._current = None if detail is None else comparison_of(detail, sources)
        self.shown.emit(self._current)

    def _drop(self, _error: ReaderError) -> None:
        self._current = None
        self.shown.emit(None)
