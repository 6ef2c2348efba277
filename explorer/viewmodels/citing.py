"""Citations to be copied, in the style that the reader has chosen once for all places."""

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from explorer.domain.citation import Citation, CitationStyle
from explorer.domain.passage import Anchor, Passage
from explorer.domain.source import Source
from explorer.services.citations.citing import Citations
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.settings import CITATION_STYLE, Setting, SettingsModel

CHANNEL = "citation"
SECONDS = 8.0
"""How long the status line says what was copied: what is not known of it must be read."""
NAMES = {
    CitationStyle.CHICAGO: "Chicago",
    CitationStyle.APA: "APA",
    CitationStyle.MLA: "MLA",
    CitationStyle.HARVARD: "Harvard",
}
"""Names of the styles; they are the same in every language."""


class CitingModel(QObject):
    """Has citations made: ``copied`` carries one for the clipboard, as :class:`Formatted`.

    ``style_changed`` carries the :class:`CitationStyle` that was chosen.
    """

    copied = Signal(object)
    style_changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        citations: Citations,
        selection: SelectionModel,
        settings: SettingsModel,
        courier: Courier,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._citations = citations
        self._selection = selection
        self._settings = settings
        self._courier = courier
        self._messages = messages
        settings.changed.connect(self._note)

    @property
    def style(self) -> CitationStyle:
        """The style chosen; Chicago where nothing is, or nothing that we know."""
        value = self._settings.value(CITATION_STYLE)
        return CitationStyle(value) if value in set(CitationStyle) else CitationStyle.CHICAGO

    def choose_style(self, style: CitationStyle) -> None:
        """Cite in another style from now on."""
        self._settings.set_value(CITATION_STYLE, style.value)

    def copy_selected(self) -> None:
        """Copy the citation of the selected event, or say that none is."""
        if self._selection.current is None:
            self._messages.show_notice(self.tr("Choose an event first; then its citation can be copied."))
        else:
            self.copy_event(self._selection.current)

    def copy_event(self, event_id: int) -> None:
        """Copy the citation of an event."""
        library = self._library.current
        if library is not None:
            self._ask(self._citations.event(library, event_id, self.style))

    def copy_passage(self, source: Source, passage: Passage, anchor: Anchor | None) -> None:
        """Copy the citation of a passage, with its page if one is known, or else its paragraph."""
        library = self._library.current
        if library is not None:
            self._ask(self._citations.passage(library, source, passage, anchor, self.style))

    def copy_source(self, source: Source) -> None:
        """Copy the citation of a source."""
        self._ask(self._citations.source(source, self.style))

    def _ask(self, future: Future[Citation]) -> None:
        self._courier.ask(CHANNEL, future, self._take)

    def _take(self, citation: Citation) -> None:
        self.copied.emit(citation.text)
        said = self.tr("Citation copied ({style}).").format(style=NAMES[self.style])
        self._messages.show_notice(" ".join((said, *self._doubts(citation))), seconds=SECONDS)

    def _doubts(self, citation: Citation) -> list[str]:
        """Sentences on what was not checked, is not known or inferred."""
        said = []
        if citation.unchecked:
            said.append(self.tr("It was not checked: look the document up before you cite it."))
        fields = {
            "issued": self.tr("date"),
            "author": self.tr("author"),
            "title": self.tr("title"),
            "publisher": self.tr("publisher"),
        }
        unknown, inferred = self.tr("{work}: {field} not known."), self.tr("{work}: {field} inferred.")
        for sentence, doubts in ((unknown, citation.unknown), (inferred, citation.inferred)):
            for work in dict.fromkeys(work for work, _ in doubts):
                names = [fields.get(field, field) for each, field in doubts if each == work]
                said.append(sentence.format(work=work, field=", ".join(names)))
        return said

    def _note(self, setting: Setting) -> None:
        if setting == CITATION_STYLE:
            self.style_changed.emit(self.style)
