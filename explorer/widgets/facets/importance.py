"""How much matters: a slider with words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout, QWidget

from explorer.domain.facet import IMPORTANCES
from explorer.viewmodels.facets import FacetsModel, FacetsState
from explorer.widgets.facets.rows import PAD
from explorer.widgets.facets.section import Section
from explorer.widgets.theme import Theme, ThemeHolder


class ImportanceSection(Section):
    """The least importance that is shown, from 1 (everything) to 5."""

    def __init__(self, title: str, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self._facets = facets
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(IMPORTANCES[0], IMPORTANCES[-1])
        self._slider.setProperty("role", "importance")
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(self.tr("Least importance shown"))
        self._slider.setToolTip(self.tr("5: the story fails without it. 1: a detail."))
        self._words = QLabel(self)
        self._words.setProperty("role", "muted")
        self._inner = QVBoxLayout()
        self._inner.addWidget(self._slider)
        self._inner.addWidget(self._words)
        self.body.addLayout(self._inner)
        self._say(IMPORTANCES[0])
        self._slider.valueChanged.connect(self._choose)
        facets.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        if facets.state is not None:
            self._show(facets.state)

    def _choose(self, least: int) -> None:
        self._say(least)
        self._facets.set_importance(least)

    def _show(self, state: FacetsState) -> None:
        self._slider.setValue(state.choice.importance)

    def _say(self, least: int) -> None:
        if least == IMPORTANCES[0]:
            words = self.tr("All events")
        elif least == IMPORTANCES[-1]:
            words = self.tr("5 only")
        else:
            words = self.tr("{least} and above").format(least=least)
        self._words.setText(words)
        self._slider.setAccessibleDescription(words)

    def _dress(self, theme: Theme) -> None:
        pad = theme.size(PAD)
        self._inner.setContentsMargins(pad, 0, pad, 0)
        self._inner.setSpacing(theme.size(2))
