"""A panel in which something is written: it is saved, or let go after a question."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.widgets.editor.fields import Field
from explorer.widgets.editor.side_panel import SidePanel
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import ThemeHolder

ALL = 100
"""Share of the room that the question takes while it is asked; what is empty else takes 1."""


class Written(Protocol):
    """What a view model tells of what is being written."""

    @property
    def problems(self) -> Mapping[str, str]:
        """What is wrong, by field; "" is for the whole."""

    @property
    def saving(self) -> bool:
        """Whether it is on its way into the library."""


class Editor(Protocol):
    """The view model of such a panel; ``typed`` is what its form gives."""

    @property
    def state(self) -> Written | None:
        """What is written; None while nothing is."""

    def problems(self, typed: Any) -> Mapping[str, str]:
        """What is wrong with it, by field."""

    def is_touched(self, typed: Any) -> bool:
        """Whether it differs from what was there at the beginning."""

    def save(self, typed: Any) -> None:
        """Put it into the library."""

    def leave(self) -> None:
        """Let go of it."""


class WritingForm(QWidget):
    """The fields of such a panel, by name, ``title`` the first of them."""

    title: QLineEdit
    _fields: Mapping[str, Field]

    @property
    def unfinished(self) -> Mapping[str, str]:
        """Fields in which something was typed but nothing chosen, and what to do about it."""
        return {}

    def typed(self) -> Any:
        """What stands in the fields now, as the view model takes it."""

    def tell(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        for name, field in self._fields.items():
            if name in problems:
                field.tell(problems[name])
            else:
                self._explain_again(name)
        wrong = [field for name, field in self._fields.items() if name in problems]
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def said(self, name: str) -> str:
        """What is said at a field."""
        return self._fields[name].said

    def _explain_again(self, name: str) -> None:
        """Say at a field what it says while nothing is wrong with it."""
        self._fields[name].say("")


class WritingPanel(SidePanel):
    """Ctrl Enter saves, Esc leaves; where something would be lost it asks, in the panel itself.

    It asks too when the window is closed, once: who closes it again while it asks means it.

    Who fills it sets ``form`` to what it puts in by ``set_body``, and calls ``begin`` when that is filled.
    """

    form: WritingForm

    def __init__(
        self, editor: Editor, look: ThemeHolder, pages: QWidget, parent: QWidget, *, saving: str
    ) -> None:
        """``saving`` says what Save does, as its tooltip."""
        super().__init__(look, pages, parent)
        self._writing = editor
        self._question = Words("strong", self)
        self._question.setText(self.tr("Let go of what you have typed?"))
        self.foot.addWidget(self._question, ALL)
        self.foot.addStretch(1)
        self.leave_button = self.add_button(self.tr("Leave"), "", self.tr("Leave without saving (Esc)"))
        self.save_button = self.add_button(self.tr("Save"), "primary", saving)
        self.drop_button = self.add_button(self.tr("Let it go"), "", self.tr("Leave without saving"))
        self.stay_button = self.add_button(
            self.tr("Go on writing"), "primary", self.tr("Back to the fields (Esc)")
        )
        self.save_button.clicked.connect(self.confirm)
        self.leave_button.clicked.connect(self.leave)
        self.drop_button.clicked.connect(editor.leave)
        self.stay_button.clicked.connect(self._stay)
        parent.installEventFilter(self)

    def begin(self, heading: str) -> None:
        """Show the form, ready to type."""
        self._ask(asked=False)
        self.save_button.setEnabled(True)
        self.appear(heading)
        self.form.begin()

    def come_back(self) -> None:
        """Show again what is being written."""
        self.show()
        self.raise_()
        self._place()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: Written) -> None:
        """Say what is wrong, or that it is being saved."""
        self.save_button.setEnabled(not state.saving)
        self.say(state.problems.get("", ""))
        if not state.saving:
            self.form.tell(state.problems)

    def confirm(self) -> None:
        """Save what stands in the fields, if everything typed was chosen."""
        typed, unfinished = self.form.typed(), self.form.unfinished
        if unfinished:
            self.form.tell({**self._writing.problems(typed), **unfinished})
        else:
            self._writing.save(typed)

    def leave(self) -> None:
        """Leave; ask before, if something was typed. Asked a second time, it goes on."""
        if self.stay_button.isVisible():
            self._stay()
        elif self._would_lose():
            self._ask(asked=True)
        else:
            self._writing.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open while something would be lost, and ask."""
        closing = event.type() == QEvent.Type.Close and watched is self.parent()
        if closing and not self.stay_button.isVisible() and self._would_lose():
            event.ignore()
            self.come_back()
            self._ask(asked=True)
            return True
        return super().eventFilter(watched, event)

    def _would_lose(self) -> bool:
        if self._writing.state is None:
            return False
        return self._writing.is_touched(self.form.typed()) or bool(self.form.unfinished)

    def _stay(self) -> None:
        self._ask(asked=False)
        self.form.begin()

    def _ask(self, *, asked: bool) -> None:
        for widget in (self._question, self.drop_button, self.stay_button):
            widget.setVisible(asked)
        for widget in (self.save_button, self.leave_button):
            widget.setVisible(not asked)
        if asked:
            self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
