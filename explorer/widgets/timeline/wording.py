"""What the canvas says in words."""

from PySide6.QtCore import QCoreApplication

from explorer.timeline.frame import Counts
from explorer.viewmodels.area import Area
from explorer.viewmodels.timeline import LaneCount, Stage

CONTEXT = "TimelineView"


class Wording:
    """Sentences and names; they come from the translation of the app."""

    @property
    def overview(self) -> str:
        """Name of the strip at the foot."""
        return self.tr("Overview")

    def count(self, count: LaneCount) -> str:
        """A lane's count: "34 events", or "12 of 34" under a filter."""
        if count.shown != count.total:
            return self.tr("{shown} of {total}").format(shown=f"{count.shown:,}", total=f"{count.total:,}")
        if count.total == 1:
            return self.tr("1 event")
        return self.tr("{count} events").format(count=f"{count.total:,}")

    def ongoing(self, count: str) -> str:
        """Events that reach into the view and are not drawn, rounded: "+171k ongoing"."""
        return self.tr("+{count} ongoing").format(count=count)

    def hidden_rows(self, rows: int) -> str:
        """Rows that a lane has not for the spans in it: "+12 rows"."""
        return self.tr("+1 row") if rows == 1 else self.tr("+{count} rows").format(count=f"{rows:,}")

    def lane(self, count: LaneCount, counts: Counts, lane: int, hidden: int) -> str:
        """What a lane holds, what of it is in view, what of that is not drawn, and the rows it would take."""
        text = self.tr("{count}, {seen} in view")
        said = text.format(count=self.count(count), seen=f"{counts.by_lane[lane]:,}")
        if hidden:
            text = self.tr("{lane}. {count} more rows would show all of its spans")
            said = text.format(lane=said, count=f"{hidden:,}")
        if not counts.beyond[lane]:
            return said
        text = self.tr(
            "{lane}. {beyond} of those in view began before the view or end after it and are not drawn."
        )
        return text.format(lane=said, beyond=f"{counts.beyond[lane]:,}")

    def area(self, area: Area) -> str:
        """An area in a few words: "2 years 114 days · 34 events"."""
        if area.total == 1:
            return self.tr("{length} · 1 event").format(length=area.length)
        return self.tr("{length} · {count} events").format(length=area.length, count=f"{area.total:,}")

    def empty(self, stage: Stage) -> str:
        """What to say in place of events, where there are none."""
        if not stage.index.size:
            return self.tr("This library has no events yet. Ctrl N begins the first one.")
        if not stage.shown:
            return self.tr("No event passes the filters. Clear one of them to see more.")
        return self.tr("No events in view. Press Home to see everything.")

    def band(self, name: str) -> str:
        """A row of eras; a name of the reader's own is shown as it is."""
        titles = {
            "us-presidency": self.tr("US presidencies"),
            "mexico-presidency": self.tr("Mexican presidencies"),
            "prc-leader": self.tr("Leaders of the PRC"),
            "epidemic-wave": self.tr("Waves of the epidemic"),
        }
        return titles.get(name, name)

    @staticmethod
    def tr(text: str) -> str:
        """Translated."""
        return QCoreApplication.translate(CONTEXT, text)
