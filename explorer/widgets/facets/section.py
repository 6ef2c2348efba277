"""A heading with what can be chosen under it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.viewmodels.facet_list import FacetList
from explorer.widgets.facets.rows import PAD, FacetRows, Sign
from explorer.widgets.theme import Theme, ThemeHolder

LINK_PAD = 3
"""What a link button keeps around its text."""


class Section(QWidget):
    """A heading in small capitals over whatever is put into ``body``."""

    def __init__(self, title: str, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = QLabel(title.upper(), self)
        self._heading.setProperty("role", "section")
        self._heading.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading)
        self.body.addLayout(self._head)
        self._dress_section(look.theme)
        look.changed.connect(self._dress_section)

    def _dress_section(self, theme: Theme) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.size(1))
        self._head.setContentsMargins(theme.size(PAD), 0, theme.size(PAD), theme.size(4))


class ValuesSection(Section):
    """Rows of one group; long groups list their first and open with "More …" and a field to narrow them."""

    def __init__(self, title: str, values: FacetList, sign: Sign, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self._values = values
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Type to narrow"))
        self._field.setAccessibleName(self.tr("Narrow the list: {group}").format(group=title))
        self._field.setClearButtonEnabled(False)
        self._field.textChanged.connect(values.narrow)
        self._field.installEventFilter(self)
        self._field.hide()
        self.rows = FacetRows(values, sign, title, look, self)
        self._more = QPushButton(self)
        self._more.setProperty("role", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._turn)
        self._title = title
        for widget in (self._field, self.rows):
            self.body.addWidget(widget)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._more)
        self._foot.addStretch(1)
        self.body.addLayout(self._foot)
        values.modelReset.connect(self._say_more)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._say_more()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the field folds the list again; Down goes into it."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._turn()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        opens = not self._values.expanded
        self._field.setVisible(opens)
        self._field.clear()
        self._values.expand(expanded=opens)
        if opens:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_more()

    def _say_more(self) -> None:
        expanded = self._values.expanded
        self._more.setVisible(expanded or self._values.hidden > 0)
        self._more.setText(self.tr("Fewer") if expanded else self.tr("More …"))
        if expanded:
            tip = self.tr("List only the most frequent again")
        else:
            tip = self.tr("%n more", "", self._values.hidden)
        self._more.setToolTip(tip)
        self._more.setAccessibleName(f"{self._more.text()} {self._title}")

    def _dress(self, theme: Theme) -> None:
        pad = theme.size(PAD)
        self._field.setFixedWidth(theme.size(180))
        self.body.setAlignment(self._field, Qt.AlignmentFlag.AlignLeft)
        self._foot.setContentsMargins(pad - LINK_PAD, 0, 0, 0)
