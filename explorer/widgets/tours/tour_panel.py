"""The panel in which a tour gets its title, its audience and its minutes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from explorer.domain.tour_draft import TITLE_LENGTH, TourDraft
from explorer.viewmodels.tour_editor import TourEditorModel, TourState
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import Field
from explorer.widgets.editor.side_panel import SidePanel
from explorer.widgets.theme import Theme, ThemeHolder

MOST_FIGURES = 6
"""Figures of the longest number that is read."""


class TourPanel(SidePanel):
    """Ctrl Enter saves, Enter in a line too, Esc leaves."""

    def __init__(self, editor: TourEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        super().__init__(look, pages, parent)
        self._editor = editor
        body = QWidget(self.area.viewport())
        as_tall_as_needed(body)
        self.title = QLineEdit(body)
        self.audience = QLineEdit(body)
        self.minutes = QLineEdit(body)
        self.minutes.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fields = {
            "title": Field(self.tr("Title"), self.title, look, body),
            "audience": Field(self.tr("Audience"), self.audience, look, body),
            "minutes": Field(self.tr("Minutes"), self.minutes, look, body),
        }
        self._fields["title"].help(self.tr("What the tour tells, in one line"))
        self._fields["audience"].help(self.tr("For whom it is made, and what they know before"))
        self._fields["minutes"].help(self.tr("How long it takes to tell"))
        self.audience.setPlaceholderText(self.tr("a class that has read both articles"))
        self._column = QVBoxLayout(body)
        for field in self._fields.values():
            self._column.addWidget(field)
        self._column.addStretch(1)
        self.set_body(body)
        self.foot.addStretch(1)
        self.leave_button = self.add_button(self.tr("Leave"), "", self.tr("Leave without saving (Esc)"))
        self.save_button = self.add_button(self.tr("Save"), "primary", self.tr("Save the tour (Ctrl Enter)"))
        self.leave_button.clicked.connect(self.leave)
        self.save_button.clicked.connect(self.confirm)
        for line in (self.title, self.audience, self.minutes):
            line.returnPressed.connect(self.confirm)
        self.title.textChanged.connect(self._count)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def open(self, state: TourState) -> None:
        """Show what a tour begins with, ready to type."""
        self.title.setText(state.typed.title)
        self.audience.setText(state.typed.audience)
        self.minutes.setText(str(state.typed.minutes))
        self.save_button.setEnabled(True)
        self._count()
        self.appear(self.tr("New tour") if state.tour_id is None else self.tr("Edit the tour"))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def come_back(self) -> None:
        """Show again what is being written."""
        self.show()
        self.raise_()
        self._place()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: TourState) -> None:
        """Say what is wrong, or that it is being saved."""
        self.save_button.setEnabled(not state.saving)
        self.say(state.problems.get("", ""))
        first = True
        for name, field in self._fields.items():
            if name in state.problems:
                field.tell(state.problems[name])
                if first:
                    field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                    first = False
            elif not state.saving:
                field.say("")

    @property
    def typed(self) -> TourDraft:
        """What stands in the fields; what is no number of minutes is 0."""
        minutes = self.minutes.text().strip()
        counted = int(minutes) if minutes.isdecimal() and len(minutes) <= MOST_FIGURES else 0
        return TourDraft(self.title.text(), self.audience.text(), counted)

    def said(self, name: str) -> str:
        """What is said at a field."""
        return self._fields[name].said

    def confirm(self) -> None:
        """Save what stands in the fields."""
        self._editor.save(self.typed)

    def leave(self) -> None:
        """Leave without saving."""
        self._editor.leave()

    def _count(self, _text: str = "") -> None:
        length = len(self.title.text().strip())
        text = self.tr("{length} of {most} characters").format(length=length, most=TITLE_LENGTH)
        self._fields["title"].say(text if length else "", bad=length > TITLE_LENGTH)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(13))
