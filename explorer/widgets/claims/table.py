"""The table of checkable statements."""

from typing import cast

from PySide6.QtCore import QEvent, QLineF, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.domain.detail import WorkedClaim
from explorer.viewmodels.claims import ChosenClaim, ClaimColumn, ClaimRole, ClaimsModel
from explorer.viewmodels.verdicts import verdict_tone
from explorer.widgets.theme import Theme, ThemeHolder

Index = QModelIndex | QPersistentModelIndex
ROW = 36
PAD = 10
SHARES = {
    ClaimColumn.STATEMENT: 0.55,
    ClaimColumn.SOURCE: 0.08,
    ClaimColumn.QUANTITY: 0.0,
    ClaimColumn.PERIOD: 0.0,
    ClaimColumn.SERIES: 0.15,
    ClaimColumn.SUM: 0.10,
    ClaimColumn.VERDICT: 0.0,
    ClaimColumn.CAVEAT: 0.12,
}
"""How the width is shared that is left when each column has what it needs."""
LEAST = {
    ClaimColumn.STATEMENT: 300,
    ClaimColumn.SOURCE: 130,
    ClaimColumn.QUANTITY: 112,
    ClaimColumn.PERIOD: 124,
    ClaimColumn.SERIES: 130,
    ClaimColumn.SUM: 215,
    ClaimColumn.VERDICT: 190,
    ClaimColumn.CAVEAT: 140,
}
"""Width that a column needs, at 100 % text."""
FIRST_TO_GO = (
    ClaimColumn.CAVEAT,
    ClaimColumn.QUANTITY,
    ClaimColumn.PERIOD,
    ClaimColumn.SERIES,
    ClaimColumn.SOURCE,
    ClaimColumn.SUM,
)
"""Left out one after the other where there is no room; the part below the table tells them anyway."""


class _Cells(QStyledItemDelegate):
    """Paints cells: the statement in the type of quotations, the verdict in a rounded field."""

    def __init__(self, look: ThemeHolder, table: "ClaimsTable") -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, self._look.theme.size(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, column = self._look.theme, ClaimColumn(index.column())
        painter.save()
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("paper" if chosen else "canvas"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("grid"))
        inner = box.adjusted(theme.size(PAD), 0, -theme.size(PAD), 0)
        worked: WorkedClaim = index.data(ClaimRole.CLAIM)
        if column is ClaimColumn.VERDICT:
            self._paint_verdict(painter, inner, str(index.data()), worked, theme)
        else:
            self._paint_text(painter, inner, str(index.data()), column, theme)
        if chosen:
            self._paint_frame(painter, box, column, theme)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, inner: QRectF, text: str, column: ClaimColumn, theme: Theme
    ) -> None:
        font, colour = cell_font(column, theme), "ink"
        if column in {ClaimColumn.SOURCE, ClaimColumn.CAVEAT}:
            colour = "muted"
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        # Of a source the paragraph must be seen, whatever becomes of its name.
        source = column is ClaimColumn.SOURCE
        mode = Qt.TextElideMode.ElideMiddle if source else Qt.TextElideMode.ElideRight
        said = QFontMetricsF(font).elidedText(text, mode, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_verdict(
        self, painter: QPainter, inner: QRectF, text: str, worked: WorkedClaim, theme: Theme
    ) -> None:
        tone = verdict_tone(worked.outcome.verdict)
        font = theme.font(12, bold=True)
        metrics, across = QFontMetricsF(font), theme.size(10)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() - 2 * across)
        width, height = metrics.horizontalAdvance(said) + 2 * across, metrics.height() + theme.size(5)
        pill = QRectF(inner.left(), inner.center().y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{tone}_ground"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
        if worked.mismatch or worked.doubtful:
            painter.setPen(theme.colour("bad" if worked.mismatch else "warn"))
            sign = "≠" if worked.mismatch else "?"
            painter.drawText(pill.translated(width + theme.size(5), 0), Qt.AlignmentFlag.AlignVCenter, sign)

    def _paint_frame(self, painter: QPainter, box: QRectF, column: ClaimColumn, theme: Theme) -> None:
        """One frame about the whole row, broader while the keyboard is here."""
        pen = 2 if self._table.hasFocus() else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.colour("accent"), pen))
        shown = [one for one in ClaimColumn if not self._table.isColumnHidden(one)]
        half = pen / 2
        edge = box.adjusted(half, half, -half, -half)
        painter.drawLine(QLineF(box.left(), edge.top(), box.right(), edge.top()))
        painter.drawLine(QLineF(box.left(), edge.bottom(), box.right(), edge.bottom()))
        if column == shown[0]:
            painter.drawLine(QLineF(edge.left(), box.top(), edge.left(), box.bottom()))
        if column == shown[-1]:
            painter.drawLine(QLineF(edge.right(), box.top(), edge.right(), box.bottom()))


class ClaimsTable(QTableView):
    """Chooses the claim of the current row; ``opened`` carries it on Enter or a double click.

    ``edit_asked``, ``delete_asked`` and ``add_asked`` come with F2, Del and Ins, and carry the claim in hand.
    """

    opened = Signal(object)
    edit_asked = Signal(object)
    delete_asked = Signal(object)
    add_asked = Signal(object)

    def __init__(self, claims: ClaimsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._claims = claims
        self._look = look
        self.setProperty("role", "claims")
        self.setModel(claims)
        self.setAccessibleName(self.tr("Claims"))
        self.setAccessibleDescription(
            self.tr("Enter: draw on the timeline. F2: edit. Delete: take out. Insert: new claim.")
        )
        self.setItemDelegate(_Cells(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(1)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(self._open)
        claims.modelReset.connect(self._mark)
        claims.chosen.connect(self._mark)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns that have room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """F2, Del and Ins are for the claim in hand here, whatever they ask for elsewhere."""
        ours = {Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert}
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and cast("QKeyEvent", event).key() in ours:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the claim, F2 edits it, Del deletes it, Ins begins another."""
        asked = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.edit_asked,
            Qt.Key.Key_Delete: self.delete_asked,
            Qt.Key.Key_Insert: self.add_asked,
        }.get(Qt.Key(event.key()))
        if asked is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        else:
            asked.emit(self.currentIndex().data(ClaimRole.CLAIM))

    def _fit(self) -> None:
        theme, width = self._look.theme, self.viewport().width()
        shown = list(ClaimColumn)
        for column in FIRST_TO_GO:
            if sum(theme.size(LEAST[one]) for one in shown) > width:
                shown.remove(column)
        needed = sum(theme.size(LEAST[one]) for one in shown)
        tight = min(width / needed, 1.0)
        least = {one: int(theme.size(LEAST[one]) * tight) for one in shown}
        spare = max(width - needed, 0)
        whole = sum(SHARES[one] for one in shown)
        left = width
        for column in ClaimColumn:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                share = left if column == shown[-1] else least[column] + int(spare * SHARES[column] / whole)
                self.setColumnWidth(column, share)
                left -= share

    def _choose(self, index: QModelIndex) -> None:
        worked = index.data(ClaimRole.CLAIM)
        if worked is not None:
            self._claims.choose(worked.claim.id)

    def _mark(self, _chosen: ChosenClaim | None = None) -> None:
        """Select the row of the claim that is looked at, where it is listed."""
        current = self._claims.current
        row = None if current is None else self._claims.row_of(current.worked.claim.id)
        if row is None:
            self.clearSelection()
        elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            self.selectRow(row)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ClaimRole.CLAIM))

    def _dress(self, theme: Theme) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.size(ROW))
        self.verticalHeader().setMinimumSectionSize(theme.size(ROW))
        self._fit()


def cell_font(column: ClaimColumn, theme: Theme) -> QFont:
    """The type of a column's texts."""
    if column is ClaimColumn.STATEMENT:
        return theme.font(14, serif=True, italic=True)
    return theme.font(12.5 if column is not ClaimColumn.CAVEAT else 12, bold=column is ClaimColumn.SUM)
