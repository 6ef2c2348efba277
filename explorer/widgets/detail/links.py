"""What led to an event and what followed from it: rows of dates and titles."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import RelatedEvent
from explorer.domain.words import in_words
from explorer.widgets.detail import wording
from explorer.widgets.detail.blocks import Section, as_tall_as_needed, column
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import Beside
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

DATE_COLUMN = 82  # "May 2020" and some air, at 100 % text
TITLE_COLUMN = 150  # a title of three or four lines


class DateWords(Words):
    """A date that stands on the line of the larger title beside it."""

    def _room(self) -> tuple[int, int]:
        return 0, 2


class LinkRow(QWidget):
    """One neighbour: its date, its title as a link, how it is related."""

    asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._related: RelatedEvent | None = None
        as_tall_as_needed(self)
        self._date = DateWords("muted", self)
        self._title = LinkButton(look, self)
        self._kind = Words("muted", self)
        what = QWidget(self)
        as_tall_as_needed(what)
        lines = column(what)
        lines.addWidget(self._title)
        lines.addWidget(self._kind)
        self._beside = Beside(self)
        self._beside.addWidget(self._date)
        self._beside.addWidget(what)
        self._title.clicked.connect(self._ask)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, related: RelatedEvent, kind: str) -> None:
        """Show a neighbour; ``kind`` says in words how it is related."""
        self._related = related
        self._date.setText(wording.short_date(related.event))
        self._title.say(related.event.title, related.note)
        when = in_words(related.event.start, related.event.end)
        self._title.setAccessibleName(
            self.tr("{title}, {date}, {kind}").format(title=related.event.title, date=when, kind=kind)
        )
        self._kind.setText(self.tr("{kind} · our reading").format(kind=kind) if related.reading else kind)
        self._kind.setToolTip(
            self.tr("Our interpretation, open to dispute: no passage says so.") if related.reading else ""
        )

    def _ask(self) -> None:
        if self._related is not None:
            self.asked.emit(self._related.event.id)

    def _dress(self, theme: Theme) -> None:
        self._beside.set_measures(theme.size(DATE_COLUMN), theme.size(TITLE_COLUMN))


class LinksSection(Section):
    """Neighbours on one side of an event: before it, or after."""

    event_asked = Signal(object)

    def __init__(
        self,
        title: str,
        kind: Callable[[RelatedEvent], str],
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._kind = kind
        self.title(title)
        self._pool = Pool(self.body, self._make)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def rows(self) -> Sequence[LinkRow]:
        """The rows shown."""
        return self._pool.shown

    def put(self, related: Sequence[RelatedEvent]) -> None:
        """Show neighbours; with none the whole section is hidden."""
        self.setVisible(bool(related))
        self._pool.fill(related, self._put_row)

    def _put_row(self, row: LinkRow, related: RelatedEvent) -> None:
        row.put(related, self._kind(related))

    def _make(self) -> LinkRow:
        row = LinkRow(self.look, self)
        row.asked.connect(self.event_asked)
        return row

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=6, gap=4)
