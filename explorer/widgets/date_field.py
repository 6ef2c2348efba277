"""The small field in which a date is typed to go there."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.viewmodels.navigator import Navigator
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 400
TOP = 12


class DateField(QFrame):
    """Lies over a part of the window. Enter goes to the date, Esc or a click elsewhere closes it.

    It says below what it understood, or what it did not. ``left`` is sent when it was closed by a key: the
    keyboard may go back to the page.
    """

    left = Signal()

    def __init__(self, navigator: Navigator, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._host: QWidget | None = None
        self._look = look
        self.setProperty("role", "card")
        name = self.tr("Go to a date")
        heading = QLabel(name, self)
        heading.setProperty("role", "strong")
        self._edit = QLineEdit(self)
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText(self.tr("June 1971"))
        self._edit.setToolTip(self.tr("A date in words or as EDTF (Enter goes there, Esc closes)"))
        self._edit.textChanged.connect(self._show_reading)
        self._edit.installEventFilter(self)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout(self)
        for part in (heading, self._edit, self._said):
            self._column.addWidget(part)
        look.changed.connect(self._dress)
        parent.installEventFilter(self)
        self.hide()
        self._dress(look.theme)

    @property
    def words(self) -> str:
        """What it says of the text that stands in it."""
        return self._said.text()

    def open_over(self, host: QWidget) -> None:
        """Be ready to type, at the top of ``host``; what stood here is selected."""
        self._host = host
        self._show_reading(self._edit.text())
        self._edit.selectAll()
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus of the field; the size of the window."""
        if watched is not self._edit:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._go()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        typed = self._navigator.go_to_date(self._edit.text())
        if typed.problem:
            self._say(typed.problem, "bad")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, typed.problem))
        else:
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _show_reading(self, text: str) -> None:
        typed = self._navigator.read_date(text)
        hint = self.tr("In words or as EDTF: 15 Nov 2023, about 1982, the 1980s, 1971-06, 2013/2017")
        self._say(typed.words or hint, "muted")

    def _say(self, text: str, role: str) -> None:
        self._said.setText(text)
        self._edit.setAccessibleDescription(text)
        if self._said.property("role") != role:
            self._said.setProperty("role", role)
            self._said.style().unpolish(self._said)
            self._said.style().polish(self._said)
        self._place()

    def _place(self) -> None:
        host = self._host
        if host is None:
            return
        theme = self._look.theme
        corner = host.mapTo(self.window(), QPoint(0, 0))
        width = min(theme.size(WIDTH), host.width())
        height = self._column.heightForWidth(width)
        x = corner.x() + (host.width() - width) // 2
        self.setGeometry(QRect(x, corner.y() + theme.size(TOP), width, height))

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(14), theme.size(10), theme.size(14), theme.size(12))
        self._column.setSpacing(theme.size(6))
        self._place()
