"""How much of the document in hand the timeline uses, and which dated sentences it does not use yet."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.coverage import DocumentCoverage, covered
from explorer.domain.detail import SourceDetail
from explorer.viewmodels.offers import OfferStatus
from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.viewmodels.suggestions import SuggestionsModel, SuggestionsState

LONGEST = 300_000
"""Characters of the longest text that is read for dates without being asked to."""


class DocumentCoverageModel(QObject):
    """Follows the reader and what is found in its document.

    ``changed`` carries the :class:`DocumentCoverage`, or None where there is no text.
    """

    changed = Signal(object)

    def __init__(
        self, reader: ReaderModel, suggestions: SuggestionsModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._suggestions = suggestions
        self._current: DocumentCoverage | None = None
        reader.changed.connect(self._take)
        suggestions.changed.connect(self._count)

    @property
    def current(self) -> DocumentCoverage | None:
        """What was last said by ``changed``."""
        return self._current

    def _take(self, state: ReaderState) -> None:
        document = None if state.detail is None else state.detail.document
        if document is not None and len(document.text) <= LONGEST:
            self._suggestions.look()
        self._count(self._suggestions.state)

    def _count(self, found: SuggestionsState) -> None:
        detail = self._reader.state.detail
        coverage = None if detail is None else coverage_of(detail, found)
        if coverage != self._current:
            self._current = coverage
            self.changed.emit(coverage)


def coverage_of(detail: SourceDetail, found: SuggestionsState) -> DocumentCoverage | None:
    """What is used of a document; None without its text."""
    if detail.document is None:
        return None
    placed = [
        (bool(item.events), (item.anchor.start, item.anchor.end))
        for item in detail.passages
        if item.anchor is not None and item.anchor.start is not None and item.anchor.end is not None
    ]
    length = len(detail.document.text)
    on_timeline = covered((place for used, place in placed if used), length)
    quoted = covered((place for _, place in placed), length)
    unused = None
    if found.found and found.source_id == detail.source.id:
        unused = tuple(
            (one.suggestion.start, one.suggestion.end)
            for one in found.offers
            if one.status is OfferStatus.OPEN and one.event is None and not one.suggestion.vague
        )
    return DocumentCoverage(on_timeline, quoted - on_timeline, unused)
