"""The panel itself: active filters on top, then the groups."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.facet import FacetGroup
from explorer.viewmodels.facet_list import FacetList
from explorer.viewmodels.facets import FacetsModel
from explorer.widgets.facets.chips import ActiveFilters
from explorer.widgets.facets.dates import DatesSection
from explorer.widgets.facets.importance import ImportanceSection
from explorer.widgets.facets.rows import PAD, Sign
from explorer.widgets.facets.section import Section, ValuesSection
from explorer.widgets.facets.undated import UndatedTray
from explorer.widgets.theme import Theme, ThemeHolder

TOP = 5
MARGIN = 20
WIDTH = 224


class FacetsPanel(QWidget):
    """What can be chosen, with live counts. ``passage_asked`` carries an UndatedPassage of the tray."""

    passage_asked = Signal(object)

    def __init__(self, facets: FacetsModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._look = look
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Filters"))
        self._active = ActiveFilters(facets, look, self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("role", "facets")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "panel")
        self._column = QVBoxLayout(inner)
        self._sections = self._make_sections(inner)
        self._undated = UndatedTray(facets, look, inner)
        self._undated.passage_asked.connect(self.passage_asked)
        for section in self._sections.values():
            self._column.addWidget(section)
        self._column.addWidget(self._undated)
        self._column.addStretch(1)
        self._scroll.setWidget(inner)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._active)
        self._outer.addWidget(self._scroll, 1)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def section(self, name: str) -> Section:
        """A section by the name of its group ("theme", "people" ...) or "dates"."""
        return self._sections[name]

    def _make_sections(self, inner: QWidget) -> dict[str, Section]:
        """In the order in which they are seen: that is also the order of the Tab key."""
        values, facets, look = self._values, self._facets, self._look
        return {
            FacetGroup.THEME: values(FacetGroup.THEME, Sign.SQUARE, inner),
            FacetGroup.SOURCE: values(FacetGroup.SOURCE, Sign.BOX, inner),
            FacetGroup.PEOPLE: values(FacetGroup.PEOPLE, Sign.NONE, inner, TOP),
            FacetGroup.IMPORTANCE: ImportanceSection(
                facets.title(FacetGroup.IMPORTANCE), facets, look, inner
            ),
            FacetGroup.EXACTNESS: values(FacetGroup.EXACTNESS, Sign.NONE, inner),
            FacetGroup.PLACE: values(FacetGroup.PLACE, Sign.NONE, inner, TOP),
            "dates": DatesSection(self.tr("Dates within"), facets, look, inner),
            FacetGroup.LAYER: values(FacetGroup.LAYER, Sign.NONE, inner),
            FacetGroup.EVIDENCE: values(FacetGroup.EVIDENCE, Sign.NONE, inner),
        }

    def _values(self, group: FacetGroup, sign: Sign, inner: QWidget, top: int | None = None) -> ValuesSection:
        values = FacetList(self._facets, group, top=top, switches=sign is Sign.BOX, parent=self)
        return ValuesSection(self._facets.title(group), values, sign, self._look, inner)

    def _dress(self, theme: Theme) -> None:
        side = theme.size(MARGIN - PAD)
        self.setMinimumWidth(theme.size(WIDTH - 24))
        self._column.setContentsMargins(side, theme.size(20), side, theme.size(20))
        self._column.setSpacing(theme.size(28))
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
