"""The list of sources with what rests on each."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.domain.source import SourceRole, SourceSummary
from explorer.services.documents import Documents
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

CHANNEL = "sources"


@dataclass(frozen=True, slots=True)
class SourceGroups:
    """The sources that match ``words``: articles whose passages are kept, and documents of public record.

    ``all_articles`` and ``all_records`` count those that do not match as well. ``known`` is false until the
    library has been asked.
    """

    words: str
    articles: tuple[SourceSummary, ...]
    records: tuple[SourceSummary, ...]
    all_articles: int
    all_records: int
    known: bool = True


class SourcesModel(QObject):
    """Keeps the list up to date with the library, and narrows it to what is typed."""

    changed = Signal(object)

    def __init__(
        self, library: LibraryModel, documents: Documents, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._documents = documents
        self._courier = courier
        self._all: tuple[SourceSummary, ...] = ()
        self._groups = SourceGroups("", (), (), 0, 0, known=False)
        library.opened.connect(self._reload)
        library.changed.connect(self._reload)
        self._reload()

    @property
    def groups(self) -> SourceGroups:
        """What is to be shown."""
        return self._groups

    def narrow(self, words: str) -> None:
        """Show only sources in whose title, authors or publisher each of ``words`` occurs; "" shows all."""
        if words != self._groups.words:
            self._show(words)

    def summary(self, source_id: int) -> SourceSummary | None:
        """The summary of one source, if it is in the library."""
        return next((summary for summary in self._all if summary.source.id == source_id), None)

    def _reload(self) -> None:
        library = self._library.current
        if library is not None:
            self._courier.ask(CHANNEL, self._documents.summaries(library), self._take)

    def _take(self, summaries: tuple[SourceSummary, ...]) -> None:
        self._all = summaries
        self._show(self._groups.words)

    def _show(self, words: str) -> None:
        articles = [summary for summary in self._all if summary.source.role is SourceRole.ARTICLE]
        records = [summary for summary in self._all if summary.source.role is SourceRole.RECORD]
        wanted = words.casefold().split()
        self._groups = SourceGroups(
            words,
            tuple(summary for summary in articles if _matches(summary, wanted)),
            tuple(summary for summary in records if _matches(summary, wanted)),
            len(articles),
            len(records),
        )
        self.changed.emit(self._groups)


def _matches(summary: SourceSummary, wanted: list[str]) -> bool:
    source = summary.source
    text = f"{source.label} {source.title} {source.authors} {source.publisher} {source.date or ''}".casefold()
    return all(word in text for word in wanted)
