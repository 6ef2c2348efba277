"""The list under the search field."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from explorer.domain.search import Hit, SearchAnswer
from explorer.widgets.search.delegate import PAD, ResultDelegate
from explorer.widgets.search.rows import ResultRole, ResultRows
from explorer.widgets.theme import Theme, ThemeHolder

NARROWEST = 560
SHARE = 0.7
"""How much of the window's height the list may take."""


class ResultsPopup(QFrame):
    """Lies over the window as a child of it and never takes the focus: keys come through the field."""

    hit_taken = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = ResultRows(self)
        self._view = QListView(self)
        self._view.setModel(self._rows)
        self._view.setItemDelegate(ResultDelegate(look, self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setAccessibleName(self.tr("Found"))
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._take)
        self._view.entered.connect(self._point_at)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._foot = QLabel(self)
        self._foot.setProperty("role", "muted")
        self._column = QVBoxLayout(self)
        self._words = QVBoxLayout()
        self._column.addWidget(self._view)
        self._column.addLayout(self._words)
        self._words.addWidget(self._nothing)
        self._words.addWidget(self._foot)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self.hide()

    @property
    def current(self) -> Hit | None:
        """The hit that Enter would take."""
        index = self._view.currentIndex()
        return index.data(ResultRole.HIT) if index.isValid() else None

    @property
    def words(self) -> str:
        """What is said in place of a list, or under it."""
        return self._foot.text() if self._rows.rowCount() else self._nothing.text()

    def show_answer(self, answer: SearchAnswer) -> None:
        """List what was found, its first hit current."""
        self._rows.show(answer)
        found = self._rows.rowCount() > 0
        self._view.setVisible(found)
        self._foot.setVisible(found)
        self._nothing.setVisible(not found)
        self._nothing.setText(
            self.tr(
                "Nothing found for “{text}”. Try fewer or shorter words, a name, or a date such as June 1971."
            ).format(text=answer.query)
        )
        self._say_count(answer)
        self._go_to(self._rows.hit_near(0, 1))
        self._view.scrollToTop()

    def count(self, answer: SearchAnswer) -> None:
        """Say how many there are of what is listed; the current hit stays."""
        self._rows.count(answer)
        self._say_count(answer)

    def move_by(self, steps: int) -> None:
        """Go to another hit, over the headings; at either end it stays."""
        row = self._view.currentIndex().row()
        step = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            beyond = self._rows.hit_near(row + step, step)
            if beyond is None:
                break
            row = beyond
        self._go_to(row)

    def place_under(self, field: QWidget) -> None:
        """Lie under a field, as wide as it or wider, inside the window."""
        window = field.window()
        width = min(max(field.width(), self._look.theme.size(NARROWEST)), window.width() - 16)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        x = corner.x() - (width - field.width()) // 2
        x = max(8, min(x, window.width() - width - 8))
        self.setFixedWidth(width)
        tallest = min(round(window.height() * SHARE), window.height() - corner.y() - 8)
        self.setGeometry(x, corner.y(), width, min(self._wanted_height(width), max(tallest, 80)))
        self.raise_()

    def _wanted_height(self, width: int) -> int:
        margins = self._column.contentsMargins()
        spare = margins.top() + margins.bottom() + 2
        if not self._rows.rowCount():
            inner = width - margins.left() - margins.right() - 2 * self._look.theme.size(PAD)
            return spare + self._nothing.heightForWidth(inner) + self._look.theme.size(8)
        rows = sum(self._view.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        return spare + rows + self._words.sizeHint().height() + self._column.spacing()

    def _say_count(self, answer: SearchAnswer) -> None:
        count = "…" if answer.events is None else f"{answer.events:,}"
        self._foot.setText(self.tr("Events underlined on the timeline: {count}").format(count=count))

    def _go_to(self, row: int | None) -> None:
        index = QModelIndex() if row is None else self._rows.index(row)
        self._view.setCurrentIndex(index)
        if row == self._rows.hit_near(0, 1):
            self._view.scrollToTop()

    def _point_at(self, index: QModelIndex) -> None:
        if index.data(ResultRole.HIT) is not None:
            self._view.setCurrentIndex(index)

    def _take(self, index: QModelIndex) -> None:
        hit = index.data(ResultRole.HIT)
        if hit is not None:
            self.hit_taken.emit(hit)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(1, theme.size(4), 1, theme.size(8))
        self._column.setSpacing(theme.size(4))
        side = theme.size(PAD)
        self._words.setContentsMargins(side, theme.size(4), side, 0)
        self._view.doItemsLayout()
