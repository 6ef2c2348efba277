"""The lanes of the open library, to be changed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.domain.errors import ReaderError
from explorer.services.edits import Plan
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.timeline import Stage, TimelineModel

PALETTE = (
    "#0072B2",
    "#E69F00",
    "#7A5195",
    "#D55E00",
    "#8C6D31",
    "#CC79A7",
    "#009E73",
    "#56B4E9",
)
"""Colours that colour-blind readers tell apart."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with the number of its events."""

    id: int
    name: str
    colour: str
    events: int


class LanesModel(QObject):
    """``changed`` carries the lanes from the top, ``refused`` a sentence for what could not be done.

    Every request is a change of its own, which Undo takes back.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, timeline: TimelineModel, edits: EditsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._lanes: tuple[Lane, ...] = ()
        timeline.changed.connect(self._follow)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """From the top."""
        return self._lanes

    def add(self, name: str) -> None:
        """Add a lane, in the first colour that no other has."""
        from explorer.services import lanes

        used = {lane.colour for lane in self._lanes}
        free = next((colour for colour in PALETTE if colour not in used), None)
        self._apply(lanes.new_lane(name, free or PALETTE[len(self._lanes) % len(PALETTE)]))

    def rename(self, lane_id: int, name: str) -> None:
        """Give a lane another name."""
        from explorer.services import lanes

        self._apply(lanes.renamed_lane(lane_id, name))

    def recolour(self, lane_id: int, colour: str) -> None:
        """Give a lane another colour."""
        from explorer.services import lanes

        self._apply(lanes.recoloured_lane(lane_id, colour))

    def move(self, lane_id: int, steps: int) -> None:
        """Move a lane down, or up where ``steps`` is below 0."""
        from explorer.services import lanes

        self._apply(lanes.moved_lane(lane_id, steps))

    def delete(self, lane_id: int) -> None:
        """Delete a lane without events."""
        from explorer.services import lanes

        self._apply(lanes.deleted_lane(lane_id))

    def _apply(self, plan: Plan) -> None:
        self._edits.apply(plan, failed=self._refuse)

    def _refuse(self, error: ReaderError) -> None:
        self.changed.emit(self._lanes)
        self.refused.emit(str(error))

    def _follow(self, stage: Stage) -> None:
        lanes = tuple(
            Lane(theme.id, theme.name, theme.colour, count.total)
            for theme, count in zip(stage.contents.themes, stage.lanes, strict=True)
        )
        if lanes != self._lanes:
            self._lanes = lanes
            self.changed.emit(lanes)
