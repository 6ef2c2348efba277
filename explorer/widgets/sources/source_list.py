"""The documents at the left: articles first, then the documents of public record that are cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.source import SourceSummary
from explorer.viewmodels.sources import SourceGroups, SourcesModel
from explorer.widgets.sources import wording
from explorer.widgets.sources.rows import draw_line
from explorer.widgets.theme import Theme, ThemeHolder

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PADDING = 10
LINE = 19


@dataclass(frozen=True, slots=True)
class Row:
    """A source, or the heading of a group."""

    heading: str
    summary: SourceSummary | None

    @property
    def is_article(self) -> bool:
        """Whether it has a text, or passages of it are kept, so that one can be attached."""
        return self.summary is not None and (self.summary.passages > 0 or self.summary.attached is not None)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, groups: SourceGroups) -> None:
        self.beginResetModel()
        self._rows = [Row("", summary) for summary in groups.articles]
        if groups.records:
            heading = wording.tr("RECORDS  {shown}").format(shown=len(groups.records))
            self._rows.append(Row(heading, None))
            self._rows += [Row("", summary) for summary in groups.records]
        self.endResetModel()

    def row_of(self, source_id: int) -> int:
        return next(
            (at for at, row in enumerate(self._rows) if row.summary and row.summary.source.id == source_id),
            -1,
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        heading = index.isValid() and self._rows[index.row()].summary is None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if row.summary is None:
            return row.heading if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.name_of(row.summary.source)
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [
                wording.citation(row.summary.source),
                wording.missing(row.summary.source),
                wording.inferred(row.summary.source),
            ]
            return "\n".join(line for line in lines if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((wording.name_of(row.summary.source), *_lines(row)))
        return None


def _lines(row: Row) -> tuple[str, str, str]:
    """Byline, what rests on it, and whether there is text."""
    assert row.summary is not None
    text = ""
    if row.is_article:
        text = wording.tr("text attached") if row.summary.attached else wording.tr("no text")
    return wording.short_byline(row.summary.source), wording.resting(row.summary), text


class _Painter(QStyledItemDelegate):
    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        theme = self._look.theme
        row: Row = index.data(ROW)
        if row.summary is None:
            return QSize(100, theme.size(44))
        lines = 3 if row.is_article else 2
        return QSize(
            100, lines * theme.size(LINE) + 2 * theme.size(PADDING) + theme.size(6 if row.is_article else 0)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = self._look.theme
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner: QRect = option.rect.adjusted(theme.size(8), theme.size(3), -theme.size(8), -theme.size(3))
        if row.summary is None:
            painter.setFont(theme.font(11, bold=True))
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                inner.adjusted(theme.size(12), 0, 0, -theme.size(4)),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
                row.heading,
            )
        else:
            self._paint_ground(painter, option, inner, theme)
            self._paint_lines(painter, row, inner, theme)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, theme: Theme
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(QRectF(inner).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.fillRect(
                QRect(inner.left() - 1, inner.top(), theme.size(3), inner.height()), theme.colour("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(inner), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus and selected:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(inner).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_lines(self, painter: QPainter, row: Row, inner: QRect, theme: Theme) -> None:
        assert row.summary is not None
        byline, resting, text = _lines(row)
        line = theme.size(LINE)
        box = inner.adjusted(theme.size(14), theme.size(PADDING) - theme.size(3), -theme.size(10), 0)
        box.setHeight(line)
        right = ""
        lines = [byline, resting]
        if not row.is_article:
            lines, right = [byline], resting
        name = wording.short_name(row.summary.source)
        draw_line(painter, box, name, theme.font(13, bold=row.is_article), theme, "ink")
        for words in lines:
            box.translate(0, line)
            last = words == lines[-1]
            aside = (text or right) if last else ""
            width = QFontMetrics(theme.font(11.5)).horizontalAdvance(aside) + (theme.size(8) if aside else 0)
            draw_line(painter, box.adjusted(0, 0, -width, 0), words, theme.font(12), theme, "muted")
            if aside:
                good = row.is_article and row.summary.attached
                painter.setFont(theme.font(11.5))
                painter.setPen(theme.colour("good" if good else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)


class SourceList(QWidget):
    """Choosing a source, by mouse or keys, is ``source_chosen`` with its id."""

    source_chosen = Signal(object)

    def __init__(self, sources: SourcesModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._look = look
        self._shown: int | None = None
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QLabel(self.tr("SOURCES"), self)
        self._heading.setProperty("role", "section")
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("Filter by title, author or year"))
        self._words.setAccessibleName(self.tr("Filter the sources"))
        self._words.setToolTip(self.tr("Type words of a title, an author or a year"))
        self._words.setClearButtonEnabled(True)
        self._rows = _Rows(self)
        self._view = QListView(self)
        self._view.setProperty("role", "plain")
        self._view.setModel(self._rows)
        self._view.setItemDelegate(_Painter(look, self._view))
        self._view.setMouseTracking(True)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Sources"))
        self._view.viewport().setAutoFillBackground(False)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._top = QVBoxLayout()
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1)
        self._top.addLayout(self._head)
        self._top.addWidget(self._words)
        self._top.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._view, 1)
        self._words.textChanged.connect(sources.narrow)
        self._words.returnPressed.connect(self._view.setFocus)
        self._view.selectionModel().currentChanged.connect(self._choose)
        sources.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(sources.groups)

    def offer_adding(self, action: QAction) -> None:
        """Offer to add documents, beside the heading."""
        button = QPushButton(self.tr("+ Add"), self)
        button.setProperty("role", "link")
        button.setToolTip(action.text())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        self._head.addWidget(button)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer actions in the menu of the list; they are meant for the source that is open."""
        self._view.addActions(actions)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_source(self, source_id: int | None) -> None:
        """Mark the source that is open."""
        self._shown = source_id
        row = self._rows.row_of(source_id) if source_id is not None else -1
        if row >= 0 and self._view.currentIndex().row() != row:
            self._view.setCurrentIndex(self._rows.index(row))

    def _show(self, groups: SourceGroups) -> None:
        self._rows.show(groups)
        empty = not groups.all_articles and not groups.all_records
        self._words.setHidden(empty)
        self._nothing.setText(
            self.tr("There are no sources yet.") if empty else self.tr("No source has all of these words.")
        )
        self._nothing.setVisible(groups.known and not groups.articles and not groups.records)
        self.show_source(self._shown)

    def _choose(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW)
        if row is not None and row.summary is not None and row.summary.source.id != self._shown:
            self._shown = row.summary.source.id
            self.source_chosen.emit(self._shown)

    def _dress(self, theme: Theme) -> None:
        margin = theme.size(20)
        self._top.setContentsMargins(margin, theme.size(22), theme.size(12), theme.size(8))
        self._top.setSpacing(theme.size(10))
        self._view.doItemsLayout()
