"""Names picked one after the other: those that are known are offered, others are added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from explorer.viewmodels.event_editor import Named, Suggestion
from explorer.widgets.parts.controls import Chip
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.text import wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Token(Chip):
    """A name that was picked; a click takes it out again."""

    taken_out = Signal(object)

    def __init__(self, named: Named, name: str, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.named = named
        self.say(f"{name} ×", self.tr("Take {name} out").format(name=name))
        self.clicked.connect(self._leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that delete, delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.taken_out.emit(self)


class TokenField(QWidget):
    """Chips, and a line in which to type the next name. ``changed`` tells of every change.

    Enter or a click takes what the list offers; Backspace in the empty line takes the last chip out.
    """

    changed = Signal()

    def __init__(
        self,
        suggest: Callable[[str], Sequence[Suggestion]],
        name_of: Callable[[Named], str],
        look: ThemeHolder,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._name_of = name_of
        self._look = look
        self._tokens: list[Token] = []
        self.setSizePolicy(wrapping_policy())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._chips = QWidget(self)
        self._chips.setSizePolicy(wrapping_policy())
        self._flow = FlowLayout(self._chips)
        self._chips.hide()
        self._column.addWidget(self._chips)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._offer)
        self.line.installEventFilter(self)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._offered: dict[str, Named] = {}
        self._words = QStringListModel(self)
        self._list = QListView(self)
        self._list.setProperty("role", "offered")
        self._completer = QCompleter(self._words, self)
        self._completer.setPopup(self._list)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._take)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def named(self) -> tuple[Named, ...]:
        """What was picked, in its order."""
        return tuple(token.named for token in self._tokens)

    @property
    def unfinished(self) -> str:
        """What stands in the line and was not picked."""
        return self.line.text().strip()

    def put(self, named: Sequence[Named]) -> None:
        """Begin with these."""
        for token in tuple(self._tokens):
            self._drop(token)
        self.line.clear()
        for each in named:
            self.add(each)

    def add(self, named: Named) -> None:
        """Pick one more; one that is there already stays where it is."""
        if named not in self.named:
            token = Token(named, self._name_of(named), self._look, self._chips)
            token.taken_out.connect(self._take_out)
            self._tokens.append(token)
            self._flow.addWidget(token)
            token.show()
            self._chips.show()
            self._give_room()
            self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        """The line has the name of the whole."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setToolTip(self, text: str) -> None:
        """The line has the tooltip of the whole."""
        self.line.setToolTip(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first that is offered, Backspace the last chip, leaving a name typed whole."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in ENTER and self.unfinished:
                self._take_first()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._tokens:
                self._take_out(self._tokens[-1])
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._list.isVisible():
            self._take_known()
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        self._offered = {each.words: each.named for each in self._suggest(text)}
        self._words.setStringList(list(self._offered))
        if self._offered:
            self._completer.complete()
        else:
            self._list.hide()
        self.changed.emit()

    def _take(self, words: str) -> None:
        if words in self._offered:
            self._pick(self._offered[words])

    def _take_first(self) -> None:
        found = self._suggest(self.line.text())
        if found:
            self._pick(found[0].named)

    def _take_known(self) -> None:
        """Take the one whose name was typed whole."""
        name = self.unfinished.casefold()
        for suggestion in self._suggest(self.line.text()) if name else ():
            if suggestion.words.casefold() == name:
                self._pick(suggestion.named)
                return

    def _pick(self, named: Named) -> None:
        self._list.hide()
        self.line.clear()
        self.add(named)

    def _take_out(self, token: Token) -> None:
        self._drop(token)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, token: Token) -> None:
        self._tokens.remove(token)
        self._flow.removeWidget(token)
        token.hide()
        token.deleteLater()
        self._chips.setVisible(bool(self._tokens))
        self._give_room()

    def _give_room(self) -> None:
        self._flow.invalidate()
        self._chips.updateGeometry()
        self.updateGeometry()

    def _dress(self, theme: Theme) -> None:
        self._column.setSpacing(theme.size(6))
        self._flow.set_gap(theme.size(6), theme.size(6))
