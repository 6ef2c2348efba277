"""The card that follows the pointer: what is under it, in words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from explorer.widgets.theme import Theme, ThemeHolder

AWAY = 14
MOST_WIDTH = 300


class HoverCard(QFrame):
    """One strong line and some muted ones, kept inside its parent; it never takes the pointer."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strong = QLabel(self)
        self._strong.setProperty("role", "strong")
        self._muted = QLabel(self)
        self._muted.setProperty("role", "muted")
        for label in (self._strong, self._muted):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._strong)
        self._column.addWidget(self._muted)
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self.hide()

    @property
    def text(self) -> str:
        """All that the card says, line by line."""
        return "\n".join(label.text() for label in (self._strong, self._muted) if label.text())

    def show_at(self, place: QPoint, strong: str, muted: str) -> None:
        """Show beside a point of the parent, on the side that has room."""
        for label, text in ((self._strong, strong), (self._muted, muted)):
            label.setText(text)
            label.setVisible(bool(text))
            label.setWordWrap(False)
            if label.sizeHint().width() > self._most:
                label.setWordWrap(True)
                label.setFixedWidth(self._most)
            else:
                label.setMinimumWidth(0)
                label.setMaximumWidth(self._most)
        self.setFixedSize(self._column.sizeHint())
        host = self._host.rect()
        x = place.x() + AWAY
        if x + self.width() > host.right():
            x = place.x() - AWAY - self.width()
        y = place.y() + AWAY
        if y + self.height() > host.bottom():
            y = place.y() - AWAY - self.height()
        self.move(max(x, 0), max(y, 0))
        self.show()
        self.raise_()

    def _dress(self, theme: Theme) -> None:
        self._most = theme.size(MOST_WIDTH)
        self._column.setContentsMargins(theme.size(10), theme.size(7), theme.size(10), theme.size(7))
        self._column.setSpacing(theme.size(2))
