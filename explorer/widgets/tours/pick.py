"""A field in which one thing is chosen by typing words of it."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from explorer.viewmodels.focus_search import FocusKind, FocusSearch, Offered, Picked
from explorer.widgets.parts.controls import Chip
from explorer.widgets.parts.text import wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickField(QWidget):
    """What was chosen as a chip, which a click takes out; below it a line in which to look for another.

    ``changed`` tells of every choice. Enter takes the first that is offered.
    """

    changed = Signal()

    def __init__(self, kind: FocusKind, search: FocusSearch, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._search = search
        self._picked: Picked | None = None
        self._offered: dict[str, Picked] = {}
        self._take_first = False
        self.setSizePolicy(wrapping_policy())
        self.chip = Chip(look, self)
        self.chip.clicked.connect(self._take_out)
        self.chip.hide()
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._look)
        self.line.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.chip, 0, Qt.AlignmentFlag(0))
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._words = QStringListModel(self)
        self._list = QListView(self)
        self._list.setProperty("role", "offered")
        self._completer = QCompleter(self._words, self)
        self._completer.setPopup(self._list)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._take)
        search.found.connect(self._offer)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def picked(self) -> Picked | None:
        """What was chosen."""
        return self._picked

    @property
    def unfinished(self) -> str:
        """What stands in the line and was not chosen."""
        return self.line.text().strip()

    def put(self, picked: Picked | None) -> None:
        """Begin with a choice."""
        self._picked = picked
        self.line.clear()
        self.chip.setVisible(picked is not None)
        if picked is not None:
            self.chip.say(f"{picked.words} ×", self.tr("Take this out"))
        self.updateGeometry()

    def setAccessibleName(self, name: str) -> None:
        """The line has the name of the whole."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setToolTip(self, text: str) -> None:
        """The line has the tooltip of the whole."""
        self.line.setToolTip(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first that is offered; Down in the empty line of claims offers all."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in ENTER and self.unfinished:
                self._take_first = True
                self._look(self.line.text())
                return True
            if plain and event.key() == Qt.Key.Key_Down and not self._list.isVisible():
                self._look(self.line.text())
                return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        self._search.look(self._kind, text)

    def _offer(self, offered: Offered) -> None:
        if offered.kind is not self._kind or offered.text != self.line.text():
            return
        self._offered = {each.words: each for each in offered.picks}
        if self._take_first:
            self._take_first = False
            if offered.picks:
                self._pick(offered.picks[0])
            return
        self._words.setStringList(list(self._offered))
        if self._offered and self.line.hasFocus():
            self._completer.complete()
        else:
            self._list.hide()

    def _take(self, words: str) -> None:
        if words in self._offered:
            self._pick(self._offered[words])

    def _pick(self, picked: Picked) -> None:
        self._list.hide()
        self.put(picked)
        self.changed.emit()

    def _take_out(self) -> None:
        self.put(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _dress(self, theme: Theme) -> None:
        self._column.setSpacing(theme.size(6))
