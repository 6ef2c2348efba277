"""Where a talk is: its tour, the step, the part of a step that is shown, and whether the path was left."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.tour import Step, Tour


@dataclass(frozen=True, slots=True)
class TalkState:
    """A place in a tour.

    ``number`` counts steps from 0. A step may be shown in ``parts``, ``part`` of which (from 0) is reached: a
    sum is built up, a long text goes on. ``away`` is true while the path is left. ``over`` is true where the
    last step was shown in full and one more was asked for.
    """

    tour: Tour
    number: int = 0
    part: int = 0
    parts: int = 1
    away: bool = False
    over: bool = False

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.tour.steps[self.number]

    @property
    def next_step(self) -> Step | None:
        """The one after it."""
        return self.tour.steps[self.number + 1] if self.number + 1 < len(self.tour.steps) else None


class TalkModel(QObject):
    """Goes through a tour. Each signal carries the :class:`TalkState`.

    ``stepped`` comes with another step, ``returned`` where the same step is to be shown again after the path
    was left, ``changed`` with everything that changes, after the others.
    """

    stepped = Signal(object)
    returned = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: TalkState | None = None

    @property
    def state(self) -> TalkState | None:
        """Where the talk is; None while there is none."""
        return self._state

    def begin(self, tour: Tour, number: int = 0) -> None:
        """Begin a tour at a step.

        Raises:
            ValueError: the tour has no step.
        """
        if not tour.steps:
            raise ValueError("a tour without steps cannot be presented")
        self._state = TalkState(tour, min(max(number, 0), len(tour.steps) - 1))
        self._tell_step()

    def renew(self, tour: Tour) -> None:
        """Go on with the tour as it is after a change, at the same step where it is still there."""
        state = self._state
        if state is None or not tour.steps:
            return
        known = next((at for at, step in enumerate(tour.steps) if step.id == state.step.id), state.number)
        self._state = TalkState(tour, min(known, len(tour.steps) - 1), away=state.away)
        self._tell_step()

    def end(self) -> None:
        """There is no talk any more."""
        self._state = None

    def offer_parts(self, parts: int) -> None:
        """Say in how many parts the step is shown."""
        state = self._state
        if state is not None and parts != state.parts:
            self._put(replace(state, parts=max(parts, 1), part=min(state.part, max(parts, 1) - 1)))

    def forward(self) -> None:
        """The next part, then the next step. From off the path it is the next step."""
        state = self._state
        if state is None:
            return
        if not state.away and state.part + 1 < state.parts:
            self._put(replace(state, part=state.part + 1))
        elif state.next_step is not None:
            self.go_to(state.number + 1)
        elif state.away:
            self.come_back()
        elif not state.over:
            self._put(replace(state, over=True))

    def back(self) -> None:
        """The part before, then the step before. From off the path it is the step that was left."""
        state = self._state
        if state is None:
            return
        if state.away:
            self.come_back()
        elif state.over:
            self._put(replace(state, over=False))
        elif state.part:
            self._put(replace(state, part=state.part - 1))
        elif state.number:
            self.go_to(state.number - 1)

    def go_to(self, number: int) -> None:
        """A step by its number from 0; the nearest where there is none of that number."""
        state = self._state
        if state is not None:
            wanted = min(max(number, 0), len(state.tour.steps) - 1)
            if wanted == state.number:
                self.come_back()
                return
            self._state = TalkState(state.tour, wanted)
            self._tell_step()

    def first(self) -> None:
        """The first step."""
        self.go_to(0)

    def last(self) -> None:
        """The last step."""
        if self._state is not None:
            self.go_to(len(self._state.tour.steps) - 1)

    def stray(self) -> None:
        """The path is left."""
        if self._state is not None and not self._state.away:
            self._put(replace(self._state, away=True))

    def come_back(self) -> None:
        """To the step that was left, at the part that was reached."""
        state = self._state
        if state is not None and (state.away or state.over):
            self._state = replace(state, away=False, over=False)
            self.returned.emit(self._state)
            self.changed.emit(self._state)

    def _put(self, state: TalkState) -> None:
        self._state = state
        self.changed.emit(state)

    def _tell_step(self) -> None:
        self.stepped.emit(self._state)
        # A listener may have said in how many parts the step is shown.
        self.changed.emit(self._state)
