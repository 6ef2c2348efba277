"""The detail pane. Its order never changes, so that the eye knows where to look."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from explorer.domain.detail import EventDetail
from explorer.domain.errors import ReaderError
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import as_tall_as_needed, column, margin
from explorer.widgets.detail.citation import CitationSection
from explorer.widgets.detail.concordance import ConcordanceSection
from explorer.widgets.detail.figures import FiguresSection
from explorer.widgets.detail.heading import Heading
from explorer.widgets.detail.links import LinksSection
from explorer.widgets.detail.notes import NotesSection
from explorer.widgets.detail.passages import PassagesSection
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.tab_order import put_in_order
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

PATIENCE = 150  # milliseconds before a wait is shown


class Sheet(QWidget):
    """Everything on one event, from the date down to the records."""

    def __init__(
        self, detail: DetailModel, selection: SelectionModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self.heading = Heading(selection, look, self)
        self.passages = PassagesSection(look, self)
        self.concordance = ConcordanceSection(detail.label, look, self)
        self.figures = FiguresSection(look, self)
        self.causes = LinksSection(self.tr("Led here"), wording.cause, look, self)
        self.effects = LinksSection(self.tr("What followed"), wording.effect, look, self)
        self.citation = CitationSection(look, self)
        self.notes = NotesSection(look, self)
        self._column = column(self)
        for section in (
            self.heading,
            self.passages,
            self.concordance,
            self.figures,
            self.causes,
            self.effects,
            self.citation,
            self.notes,
        ):
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, detail: EventDetail) -> None:
        """Show an event."""
        self.heading.put(detail)
        self.passages.put(detail)
        self.concordance.put(detail)
        self.figures.put(detail)
        self.causes.put(detail.causes)
        self.effects.put(detail.effects)
        self.citation.put(detail)
        self.notes.put(detail)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(margin(theme, room) for room in (22, 18, 20, 24)))


class HiddenNotice(QFrame):
    """Says that the filters hide the event; the link clears them."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        words = Words("warn", self)
        words.setText(self.tr("Hidden by the filters"))
        self.link = LinkButton(look, self, small=True)
        self.link.say(self.tr("Clear the filters"), self.tr("Show every event again, this one too"))
        self._line = FlowLayout(justified=True)
        self._line.addWidget(words)
        self._line.addWidget(self.link)
        self._column = column(self)
        self._column.addLayout(self._line)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(margin(theme, room) for room in (10, 6, 10, 6)))
        self._line.set_gap(theme.size(10), theme.size(2))


class Plain(QWidget):
    """A sentence where there is no event to show, and a link where something can be done."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words("muted", self)
        self.link = LinkButton(look, self)
        self._column = column(self)
        self._column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self.link)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(margin(theme, room) for room in (22, 24, 20, 24)))
        self._column.setSpacing(theme.size(8))


class Waiting(QWidget):
    """A thin line at the top edge while an event is being read and takes long."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Reading the event"))
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.colour("accent"))


class DetailPane(QWidget):
    """One event with the evidence for it.

    Asks upward by signals: ``passage_asked`` (a :class:`PassageCard`, to be opened in its document),
    ``entity_asked`` (an :class:`Entity`, to filter by), ``event_asked`` (an event id, to fly to and select),
    ``source_asked`` (a :class:`Source`, to be shown among the sources), ``clear_asked`` (show what the
    filters hide), ``compare_asked`` (lay the sources side by side), ``citation_asked`` (an event id, to be
    cited) and ``passage_citation_asked`` (a :class:`PassageCard`, to be cited).
    """

    passage_asked = Signal(object)
    entity_asked = Signal(object)
    event_asked = Signal(object)
    source_asked = Signal(object)
    claim_asked = Signal(object)
    clear_asked = Signal()
    citation_asked = Signal(object)
    passage_citation_asked = Signal(object)
    compare_asked = Signal()

    def __init__(
        self, detail: DetailModel, selection: SelectionModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._detail = detail
        self._shown: int | None = None
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Detail of the event"))
        self._look = look
        # Everything is made where it stays: a widget that changes its parent takes up its style anew.
        self._stack = QStackedWidget(self)
        self._plain = Plain(look, self._stack)
        self._plain.link.clicked.connect(detail.ask_again)
        self._scroll = QScrollArea(self._stack)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The width of the text must not depend on its length: the bar always has its room.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._allow_scrolling)
        self.sheet = Sheet(detail, selection, look, self._scroll.viewport())
        self._scroll.setWidget(self.sheet)
        self.sheet.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._stack.addWidget(self._plain)
        self._stack.addWidget(self._scroll)
        self._hidden = HiddenNotice(look, self)
        self._hidden.setVisible(detail.hidden)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self._hidden)
        around.addLayout(self._top)
        around.addWidget(self._stack, 1)
        self._waiting = Waiting(look, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_waiting)
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self._connect(detail)
        if detail.current is not None or selection.current is None:
            self._show(detail.current)

    def sizeHint(self) -> QSize:
        """Wide enough for a quotation in lines of good length."""
        return QSize(self._look.theme.size(396), self._look.theme.size(600))

    def minimumSizeHint(self) -> QSize:
        """The least width at which all sections stand well."""
        return QSize(280, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the waiting line at the top edge."""
        super().resizeEvent(event)
        self._waiting.setGeometry(QRect(0, 0, self.width(), 2))

    def _connect(self, detail: DetailModel) -> None:
        detail.asked.connect(self._wait)
        detail.shown.connect(self._show)
        detail.failed.connect(self._fail)
        detail.hidden_changed.connect(self._hidden.setVisible)
        self._hidden.link.clicked.connect(self.clear_asked)
        self.sheet.heading.entity_asked.connect(self.entity_asked)
        self.sheet.passages.passage_asked.connect(self.passage_asked)
        self.sheet.passages.note_asked.connect(self.sheet.notes.begin_on)
        self.sheet.passages.compare_asked.connect(self.compare_asked)
        self.sheet.causes.event_asked.connect(self.event_asked)
        self.sheet.effects.event_asked.connect(self.event_asked)
        self.sheet.citation.source_asked.connect(self.source_asked)
        self.sheet.citation.citation_asked.connect(self.citation_asked)
        self.sheet.passages.citation_asked.connect(self.passage_citation_asked)
        self.sheet.figures.claim_asked.connect(self.claim_asked)

    def _wait(self, _event_id: object) -> None:
        self._patience.start()

    def _show_waiting(self) -> None:
        self._waiting.raise_()
        self._waiting.show()

    def _arrive(self) -> None:
        self._patience.stop()
        self._waiting.hide()

    def _show(self, detail: EventDetail | None) -> None:
        self._arrive()
        if detail is None:
            self._shown = None
            self._say(self.tr("Choose an event on the timeline or in the list to read what is known of it."))
            return
        again = detail.event.id == self._shown
        self._shown = detail.event.id
        at = self._scroll.verticalScrollBar().value() if again else 0
        self._put(detail)
        self._scroll.verticalScrollBar().setValue(at)
        self._stack.setCurrentWidget(self._scroll)

    def _allow_scrolling(self, _lowest: int, highest: int) -> None:
        self._scroll.verticalScrollBar().setEnabled(highest > 0)

    def _put(self, detail: EventDetail) -> None:
        """Fill the sheet while it is hidden: each child shown in a visible sheet lays all of it out anew."""
        held = self.sheet.focusWidget() if self.sheet.isAncestorOf(self.focusWidget() or self) else None
        self.sheet.hide()
        self.sheet.put(detail)
        self.sheet.show()
        put_in_order(self.sheet)
        if held is not None and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self, theme: Theme) -> None:
        self._top.setContentsMargins(*(margin(theme, room) for room in (12, 12, 20, 0)))

    def _fail(self, error: ReaderError) -> None:
        self._arrive()
        self._say(str(error), again=self.tr("Try again"))

    def _say(self, sentence: str, again: str = "") -> None:
        self._plain.words.setText(sentence)
        self._plain.link.say(again)
        self._plain.link.setVisible(bool(again))
        self._stack.setCurrentWidget(self._plain)
