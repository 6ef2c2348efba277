"""The fields of a tour: title, audience and minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from explorer.domain.tour_draft import TITLE_LENGTH, TourDraft
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import Field
from explorer.widgets.editor.writing_panel import WritingForm
from explorer.widgets.theme import Theme, ThemeHolder

MOST_FIGURES = 6
"""Figures of the longest number that is read."""


class TourForm(WritingForm):
    """``confirmed`` is sent by Enter in a line."""

    confirmed = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self.title = QLineEdit(self)
        self.audience = QLineEdit(self)
        self.minutes = QLineEdit(self)
        self.minutes.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fields = {
            "title": Field(self.tr("Title"), self.title, look, self),
            "audience": Field(self.tr("Audience"), self.audience, look, self),
            "minutes": Field(self.tr("Minutes"), self.minutes, look, self),
        }
        self._fields["title"].help(self.tr("What the tour tells, in one line"))
        self._fields["audience"].help(self.tr("For whom it is made, and what they know before"))
        self._fields["minutes"].help(self.tr("How long it takes to tell"))
        self.audience.setPlaceholderText(self.tr("a class that has read both articles"))
        self._column = QVBoxLayout(self)
        for field in self._fields.values():
            self._column.addWidget(field)
        self._column.addStretch(1)
        for line in (self.title, self.audience, self.minutes):
            line.returnPressed.connect(self.confirmed)
        self.title.textChanged.connect(self._count)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def put(self, typed: TourDraft) -> None:
        """Begin with what a tour has."""
        self.title.setText(typed.title)
        self.audience.setText(typed.audience)
        self.minutes.setText(str(typed.minutes))
        for name in self._fields:
            self._explain_again(name)

    def typed(self) -> TourDraft:
        """What stands in the fields; what is no number of minutes is 0."""
        minutes = self.minutes.text().strip()
        counted = int(minutes) if minutes.isdecimal() and len(minutes) <= MOST_FIGURES else 0
        return TourDraft(self.title.text(), self.audience.text(), counted)

    def _explain_again(self, name: str) -> None:
        if name == "title":
            self._count()
        else:
            self._fields[name].say("")

    def _count(self, _text: str = "") -> None:
        length = len(self.title.text().strip())
        text = self.tr("{length} of {most} characters").format(length=length, most=TITLE_LENGTH)
        self._fields["title"].say(text if length else "", bad=length > TITLE_LENGTH)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(13))
