"""The claim of a step on its series, as far as its sum has been built up."""

from dataclasses import replace

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from explorer.domain.claim import Operation
from explorer.timeline.drawn_check import DrawnCheck
from explorer.viewmodels.claims import ChosenClaim
from explorer.viewmodels.presenting.beats import Reach
from explorer.widgets.claims.chart import ClaimChart
from explorer.widgets.theme import Theme, ThemeHolder


class StageChart(ClaimChart):
    """The plot of the claims page, drawn in stages."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        self._reach = Reach.SERIES
        super().__init__(look, parent)

    @property
    def check(self) -> DrawnCheck | None:
        """The test as far as it is drawn: nothing, the figures read, all of it."""
        whole = super().check
        if whole is None or self._reach is Reach.SERIES:
            return None
        if self._reach is Reach.FIGURES:
            return replace(whole, threshold=None, span=None)
        if whole.span is not None and self._is_share():
            # Both figures stand at one day, and there is no room between them; the words below say it.
            return replace(whole, span=replace(whole.span, text=""))
        return whole

    def _is_share(self) -> bool:
        judgement = None if self._chosen is None else self._chosen.judgement
        return judgement is not None and judgement.working.operation is Operation.SHARE

    def _dress(self, theme: Theme) -> None:
        """The plot has all the room: what it shows is said below it."""
        super()._dress(theme)
        room = round(theme.least * 0.3)
        self._column.setContentsMargins(room, room, room, round(theme.least * 0.1))
        self.title.hide()
        numbers, away = QFontMetricsF(theme.font(11)), round(theme.least * 0.12)
        for axis in (self.plot.left, self.plot.bottom):
            axis.setStyle(tickTextOffset=away, hideOverlappingLabels=False)
        # What was read stands at its point: numbers of the scale would take its room.
        self.plot.left.setStyle(showValues=False)
        self.plot.left.setWidth(away)
        self.plot.bottom.setHeight(numbers.height() + 2 * away)

    def show_stage(self, chosen: ChosenClaim, reach: Reach) -> None:
        """Draw a test of a claim so far."""
        self._reach = reach
        self.show_claim(chosen)
