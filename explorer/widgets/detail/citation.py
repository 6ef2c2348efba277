"""The formal citation of an event, how it was checked, and the documents of record."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.domain.citation import CitationStyle
from explorer.domain.detail import EventDetail
from explorer.domain.event import Event, Status
from explorer.domain.source import Source
from explorer.viewmodels.citing import NAMES
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Fold, Section, as_tall_as_needed, column
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

SAID = 1600  # milliseconds for which a button says that it has copied


class CopyButton(LinkButton):
    """Copies a text, and says so for a moment."""

    def __init__(self, look: ThemeHolder, words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, small=True)
        self._words = words
        self._copied = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAID)
        self._timer.timeout.connect(self._rest)
        self.clicked.connect(self._copy)
        self.say(words)

    def carry(self, text: str) -> None:
        """The text that a click copies."""
        self._copied = text
        self._timer.stop()
        self._rest()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.say(self.tr("Copied"))
        self._timer.start()

    def _rest(self) -> None:
        self.say(self._words)


class RecordLink(LinkButton):
    """A document of public record; a click asks for it."""

    asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, small=True)
        self._source: Source | None = None
        self.clicked.connect(self._ask)

    def put(self, source: Source) -> None:
        """Show a document."""
        self._source = source
        self.say(wording.record(source), self.tr("Show this record among the sources"))

    def _ask(self) -> None:
        if self._source is not None:
            self.asked.emit(self._source)


class CitationSection(Section):
    """Citation, address, how they were checked, related records. The address is copied, never opened.

    ``source_asked`` carries the :class:`Source` of a record, ``citation_asked`` the id of the event of which
    the reader wants the citation in the style chosen.
    """

    source_asked = Signal(object)
    citation_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title(self.tr("Citation"))
        self._copy = CopyButton(look, self.tr("Copy"), self)
        self._copy.setAccessibleDescription(self.tr("Copy the citation"))
        self._event_id = -1
        self._styled = LinkButton(look, self, small=True)
        self._styled.clicked.connect(self._ask)
        self.name_style(CitationStyle.CHICAGO)
        self.add_link(self._copy)
        self._citation = Reading("body", self)
        self._citation.setAccessibleName(self.tr("Citation"))
        self._url = Reading("small", self)
        self._url.setAccessibleName(self.tr("Address of the document"))
        self._good = Words("good", self)
        self._warn = Words("warn", self)
        self._fold = Fold(look, self)
        self._fold.name(self.tr("How it was checked ▸"), self.tr("How it was checked ▾"))
        self._how = Reading("small", self)
        self._how.setAccessibleName(self.tr("How it was checked"))
        self._copy_url = CopyButton(look, self.tr("Copy address"), self)
        self._build()
        self._records = Pool(self._records_column, self._make_record)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, detail: EventDetail) -> None:
        """Show the citation of an event and its records."""
        event = detail.event
        self._event_id = event.id
        self._citation.read(event.citation)
        self._copy.carry(f"{event.citation} {event.url}" if event.url else event.citation)
        self._url.read(event.url or "")
        self._copy_url.carry(event.url or "")
        for widget in (self._url, self._copy_url):
            widget.setVisible(bool(event.url))
        checked = event.citation_status is Status.CHECKED
        self._good.setText(self.tr("✓ Checked"))
        self._good.setVisible(checked)
        self._warn.setText(self._doubt(event))
        self._warn.setVisible(not checked)
        self._how.read(event.date_note)
        self._fold.setChecked(False)
        self._fold.setVisible(bool(event.date_note))
        self._records_heading.setVisible(bool(detail.records))
        self._records.fill(detail.records, RecordLink.put)

    def name_style(self, style: CitationStyle) -> None:
        """Say in which style the citation is copied."""
        self._styled.say(
            self.tr("Copy as {style}").format(style=NAMES[style]),
            self.tr("Copy in this style what the event rests on (Ctrl+Shift+C); the menu chooses the style"),
        )

    def _ask(self) -> None:
        self.citation_asked.emit(self._event_id)

    def _doubt(self, event: Event) -> str:
        if not event.citation:
            return self.tr("No document is named yet")
        if event.citation_status is Status.UNCHECKED:
            return self.tr("Not checked: look the document up before you cite it")
        return self.tr("Only {status}").format(status=event.citation_status.value)

    def _build(self) -> None:
        self.body.addWidget(self._citation)
        self.body.addWidget(self._url)
        line = FlowLayout()
        line.set_gap(10, 2)
        for widget in (self._good, self._warn, self._fold, self._copy_url, self._styled):
            line.addWidget(widget)
        self.body.addLayout(line)
        self.body.addWidget(self._how)
        self._fold.govern(self._how)
        self._records_heading = Words("section", self)
        self._records_heading.setText(self.tr("Records").upper())
        self.body.addSpacing(8)
        self.body.addWidget(self._records_heading)
        records = QWidget(self)
        as_tall_as_needed(records)
        self._records_column = column(records, 6)
        self.body.addWidget(records)

    def _make_record(self) -> RecordLink:
        link = RecordLink(self.look, self)
        link.asked.connect(self.source_asked)
        return link

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=6, gap=4)
