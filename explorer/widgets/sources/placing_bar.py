"""Says how the passage in hand was found in the text, and asks where it is for the reader to say."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.difference import Fate, Part
from explorer.domain.passage import AnchorState, Candidate
from explorer.viewmodels.placing import ALIKE, Choice, Placing, PlacingModel
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.sources import placing_words
from explorer.widgets.theme import Theme, ThemeHolder

TALLEST = 240
"""Of many places to choose from the bar shows some, and scrolls."""


class PlacingBar(QFrame):
    """A line for a passage that stands at its place; for any other what differs, and the question.

    ``looked_at`` carries a place (:class:`Candidate`) that should be in view; ``edit_asked`` asks for the
    editor of the passage.
    """

    looked_at = Signal(object)
    edit_asked = Signal()

    def __init__(self, placing: PlacingModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._look = look
        self._shown: Placing | None = None
        self.setProperty("role", "placing")
        self.setAccessibleName(self.tr("How the passage was found"))
        self._state = QLabel(self)
        self._sentence = _label(self, "muted")
        self._difference = _label(self, "plain")
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._difference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = _label(self, "note")
        self._edit = self._button(
            self.tr("Edit passage…"), "link", self.tr("Say what the passage says, or delete it")
        )
        self._next = self._button("", "link", self.tr("Go to the next passage that waits for you"))
        self._confirm = self._button(
            self.tr("Yes, this is it"), "primary", self.tr("Keep the passage at this place")
        )
        self._confirm_all = self._button(
            "",
            "",
            self.tr("Keep all approximate passages of which 90 % of the letters agree at their places"),
        )
        self._refuse = self._button(
            self.tr("No"), "", self.tr("The passage is not here: leave it without a place")
        )
        self._inside = QWidget(self)
        self._choices = QVBoxLayout(self._inside)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._arrange()
        self._confirm.clicked.connect(self._say_yes)
        self._confirm_all.clicked.connect(placing.confirm_alike)
        self._refuse.clicked.connect(placing.refuse)
        self._next.clicked.connect(placing.go_to_next)
        self._edit.clicked.connect(self.edit_asked)
        placing.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._state)
        top.addStretch(1)
        top.addWidget(self._edit)
        top.addWidget(self._next)
        answers = QHBoxLayout()
        answers.addWidget(self._confirm)
        answers.addWidget(self._refuse)
        answers.addWidget(self._confirm_all)
        answers.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._difference)
        self._column.addWidget(self._scroll)
        self._column.addLayout(answers)
        self._column.addWidget(self._note)

    def _show(self, placing: Placing | None) -> None:
        self._shown = placing
        self.setVisible(placing is not None)
        if placing is None:
            return
        asks = placing.waits and placing.can_change
        state = placing.anchor.state
        several = state is AnchorState.SEVERAL
        self._state.setText(placing_words.state(placing))
        self._set_tone(placing_words.tone(placing))
        self._sentence.setText(placing_words.sentence(placing))
        # What is as it should be takes one line.
        self._sentence.setVisible(state is not AnchorState.EXACT or not placing.verbatim)
        self._state.setToolTip(self._sentence.text())
        self._difference.setText(self._differing(placing.parts))
        self._difference.setVisible(bool(placing.parts))
        self._note.setText(placing_words.notes(placing))
        self._note.setVisible(bool(placing.item.notes))
        self._edit.setVisible(placing.can_change)
        others = placing.open_ones - placing.waits
        self._next.setText(self.tr("%n more to confirm →", "", others))
        self._next.setVisible(others > 0)
        self._confirm.setVisible(asks and not several)
        self._confirm_all.setText(self.tr("Yes to all %n that agree by 90 %", "", placing.alike))
        self._confirm_all.setVisible(
            asks and state is AnchorState.APPROXIMATE and placing.anchor.score >= ALIKE and placing.alike > 1
        )
        self._refuse.setVisible(asks)
        self._refuse.setText(self.tr("None of these") if several else self.tr("No"))
        self._show_choices(placing.choices if several and asks else ())

    def _set_tone(self, tone: str) -> None:
        self._state.setProperty("role", tone)
        self._state.style().polish(self._state)

    def _differing(self, parts: tuple[Part, ...]) -> str:
        """Both texts in one: what is missing struck out, what was put in underlined."""
        theme = self._look.theme
        styles = {
            Fate.MISSING: f"color: {theme.colour('bad').name()}; text-decoration: line-through",
            Fate.ADDED: f"color: {theme.colour('good').name()}; text-decoration: underline",
        }
        words = [
            f'<span style="{styles[part.fate]}">{escape(part.words)}</span>'
            if part.fate in styles
            else escape(part.words)
            for part in parts
        ]
        self._difference.setAccessibleName(placing_words.spoken(parts))
        return " ".join(words)

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, choice in enumerate(choices, 1):
            row = ChoiceRow(number, choice, self._look, self._inside)
            row.taken.connect(self._placing.choose)
            row.looked_at.connect(self.looked_at)
            self._choices.addWidget(row)
            row.show()
        self._scroll.setVisible(bool(choices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the places to choose from have the height that they need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._column.contentsMargins()
        width = (
            self.width()
            - margins.left()
            - margins.right()
            - self._scroll.verticalScrollBar().sizeHint().width()
        )
        wanted = self._choices.totalHeightForWidth(max(width, 1)) if self._choices.count() else 0
        self._scroll.setFixedHeight(min(wanted + 2, self._look.theme.size(TALLEST)))

    def _say_yes(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.anchor.start is None and shown.choices:
            self._placing.choose(shown.choices[0].place)
        else:
            self._placing.confirm()

    def _button(self, text: str, role: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        if role:
            button.setProperty("role", role)
        button.setToolTip(tip)
        return button

    def _dress(self, theme: Theme) -> None:
        side = theme.size(18)
        self._column.setContentsMargins(side, theme.size(8), side, theme.size(8))
        self._column.setSpacing(theme.size(6))
        self._choices.setSpacing(theme.size(2))
        self._show(self._placing.placing)


class ChoiceRow(QWidget):
    """One of several places: a look at it, and a button to take it."""

    taken = Signal(object)
    looked_at = Signal(object)

    def __init__(self, number: int, choice: Choice, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: Candidate = choice.place
        words = LinkButton(look, self, small=True)
        words.say(
            f"{number}  … {choice.before} [{placing_words.middle_out(choice.words)}] {choice.after} …",
            self.tr("Show this place in the text"),
        )
        take = QPushButton(self.tr("Here"), self)
        take.setToolTip(self.tr("The passage stands at this place"))
        take.setAccessibleName(self.tr("Place {number}: it stands here").format(number=number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        words.clicked.connect(self._look_at)
        take.clicked.connect(self._take)

    def _look_at(self) -> None:
        self.looked_at.emit(self._place)

    def _take(self) -> None:
        self.taken.emit(self._place)


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
