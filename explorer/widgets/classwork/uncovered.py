"""In the place of the details while something is hidden: the selected event, once it is uncovered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.detail import EventDetail
from explorer.domain.words import exactness, in_words
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.honesty import date_state, date_tone
from explorer.viewmodels.reveal import RevealModel
from explorer.widgets.classwork.wording import source_line
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import Theme, ThemeHolder


class Uncovered(QScrollArea):
    """Date, title, summary and source of an event, and whether they were checked.

    Nothing else: what the details say besides (what led to it, what followed, other passages) names events
    that are still covered.
    """

    def __init__(
        self, model: RevealModel, detail: DetailModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._detail = detail
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is uncovered"))
        sheet = QWidget(self)
        sheet.setProperty("role", "paper")
        as_tall_as_needed(sheet)
        self.setWidget(sheet)
        self.date = Words("strong", sheet)
        self.state = Badge(look, sheet)
        self.title = Words("title", sheet)
        self._summary = Words("", sheet)
        self._source = Words("muted", sheet)
        self.hint = Words("muted", sheet)
        self._badges = QHBoxLayout()
        self._badges.addWidget(self.state)
        self._badges.addStretch(1)
        self._column = QVBoxLayout(sheet)
        self._column.addWidget(self.date)
        self._column.addLayout(self._badges)
        for part in (self.title, self._summary, self._source, self.hint):
            self._column.addWidget(part)
        self._column.addStretch(1)
        detail.shown.connect(self._show)
        detail.asked.connect(self._wait)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self.hide()

    def follow(self) -> None:
        """Something was covered or uncovered."""
        self._show(self._detail.current)

    def _wait(self, event_id: int) -> None:
        """Another event is being read: the one before is no longer meant."""
        current = self._detail.current
        self._show(current if current is not None and current.event.id == event_id else None)

    def _show(self, detail: EventDetail | None) -> None:
        told = detail is not None and self._model.active and not self._model.covers(detail.event.id)
        for part in (self.date, self.state, self.title, self._summary, self._source):
            part.setVisible(told)
        if detail is None or not told:
            self.hint.setText(
                self.tr("The details are closed. Select an event that is uncovered to have it shown here.")
            )
            return
        event = detail.event
        when, exact = in_words(event.start, event.end), exactness(event.start, event.end)
        self.date.setText(f"{when} · {exact}" if exact else when)
        self.state.say(date_state(event.date_status), date_tone(event.date_status))
        self.title.setText(event.title)
        self._summary.setText(event.summary)
        self._source.setText(source_line(detail))
        self.hint.setText(self.tr("“Show all” in the bar above brings all details back."))

    def _dress(self, theme: Theme) -> None:
        room = theme.size(20)
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(theme.size(8))
