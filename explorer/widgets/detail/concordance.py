"""Where several sources speak of one thing: what each adds, omits or disputes, and what the record says."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from explorer.domain.claim import Concordance
from explorer.domain.detail import EventDetail
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Section, as_tall_as_needed, column
from explorer.widgets.detail.listing import Listing
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

AT_FIRST = 2


class TopicView(QWidget):
    """One topic: how the sources stand to each other, a line for each, and the record."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self._body = column(self)
        self._topic = Words("source", self)
        self._relation = Words("muted", self)
        self._body.addWidget(self._topic)
        self._body.addWidget(self._relation)
        lines = QWidget(self)
        as_tall_as_needed(lines)
        self._column = column(lines)
        self._lines = Pool(self._column, self._make)
        self._body.addWidget(lines)
        self._record = Words("note", self)
        self._body.addWidget(self._record)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, topic: Concordance, label: Callable[[int], str]) -> None:
        """Show a topic; ``label`` gives the short name of a source by its id."""
        self._topic.setText(topic.topic[:1].upper() + topic.topic[1:])
        self._relation.setText(wording.concordance_relation(topic.relation))
        self._relation.setToolTip(topic.note)
        lines = [(label(line.source_id), line.line) for line in topic.lines]
        self._lines.fill(lines, self._put_line)
        self._record.tell(self.tr("The record:"), topic.record)
        self._record.setVisible(bool(topic.record))

    def _put_line(self, words: Words, line: tuple[str, str]) -> None:
        words.tell(self.tr("{source}:").format(source=line[0]), line[1])

    def _make(self) -> Words:
        return Words("note", self)

    def _dress(self, theme: Theme) -> None:
        self._body.setSpacing(theme.size(4))
        self._column.setSpacing(theme.size(4))


class ConcordanceSection(Section):
    """The topics on which the sources can be laid side by side."""

    def __init__(self, label: Callable[[int], str], look: ThemeHolder, parent: QWidget | None = None) -> None:
        """``label`` gives the short name of a source by its id."""
        super().__init__(look, parent)
        self._label = label
        self.title(self.tr("Side by side"))
        self._listing: Listing[TopicView, Concordance] = Listing(self, self._make, self._put_topic)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def views(self) -> Sequence[TopicView]:
        """The topics shown."""
        return self._listing.shown

    def put(self, detail: EventDetail) -> None:
        """Show the topics of an event."""
        topics = detail.concordances
        self.setVisible(bool(topics))
        show_all = self.tr("Show all %n topics", "", len(topics))
        self._listing.fill(topics, topics[:AT_FIRST], show_all)

    def _put_topic(self, view: TopicView, topic: Concordance) -> None:
        view.put(topic, self._label)

    def _make(self) -> TopicView:
        return TopicView(self.look, self)

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=8, gap=14)
