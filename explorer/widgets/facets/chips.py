"""What is active, always in view, each with its own way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.viewmodels.facets import ActiveFilter, FacetsModel, FacetsState
from explorer.widgets.parts.controls import Chip
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.tab_order import put_in_order, stop_before
from explorer.widgets.theme import Theme, ThemeHolder

CROSS = "\u00a0\u00a0×"
"""Stays on the line of the last word."""


class FilterChip(Chip):
    """An active filter; pressing it takes it away. Long ones wrap: what narrows the view is read whole."""

    def __init__(self, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._facets = facets
        self._active: ActiveFilter | None = None
        self.clicked.connect(self._remove)

    def put(self, active: ActiveFilter) -> None:
        """Show a filter."""
        self._active = active
        self.say(f"{active.text}{CROSS}", self.tr("{filter}: click to remove").format(filter=active.text))
        self.setAccessibleName(self.tr("Remove filter: {filter}").format(filter=active.text))

    def _remove(self) -> None:
        if self._active is not None:
            self._facets.choose(self._active.without)


class ActiveFilters(QWidget):
    """The chips, how many events are left, and "Clear all"; takes no room while nothing is chosen."""

    def __init__(self, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._facets = facets
        self._look = look
        self._shown: tuple[ActiveFilter, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout()
        self._chips = Pool(self._flow, self._make)
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        self._column.addLayout(self._row)
        self._left = QLabel(self)
        self._left.setProperty("role", "muted")
        self._clear = QPushButton(self.tr("Clear all"), self)
        self._clear.setProperty("role", "link")
        self._clear.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clear.setToolTip(self.tr("Show everything again"))
        self._clear.clicked.connect(facets.clear)
        self._row.addWidget(self._left)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        self.hide()
        facets.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        if facets.state is not None:
            self._show(facets.state)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(20), theme.size(16), theme.size(16), 0)
        self._column.setSpacing(theme.size(6))
        self._flow.set_gap(theme.size(6), theme.size(6))

    def _show(self, state: FacetsState) -> None:
        self._left.setText(
            self.tr("{shown} of {total} events").format(
                shown=f"{state.answer.shown:,}", total=f"{state.answer.total:,}"
            )
        )
        if state.active != self._shown:
            self._shown = state.active
            before = stop_before(self._clear, self)
            self._chips.fill(state.active, FilterChip.put)
            put_in_order(self, after=before)
            self.setVisible(bool(state.active))

    def _make(self) -> FilterChip:
        return FilterChip(self._facets, self._look, self)
