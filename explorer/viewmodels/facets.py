"""What the reader has chosen to see, and what is left of the library under it."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.detail import UndatedPassage
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.facet import FacetChoice, FacetGroup
from explorer.services.facets import Facets
from explorer.services.libraries import OpenLibrary
from explorer.timeline.filters import FacetAnswer, GroupCounts
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.facet_dates import DateFields, date_range, range_in_words
from explorer.viewmodels.facet_values import FacetValue, FacetValues
from explorer.viewmodels.library import LibraryModel

CHANNEL = "facets"
UNDATED_CHANNEL = "undated"
NAMED = 3
"""Values of one group that get a chip each; more share one."""
GROUP_OF = {
    EntityKind.PERSON: FacetGroup.PEOPLE,
    EntityKind.BODY: FacetGroup.PEOPLE,
    EntityKind.PLACE: FacetGroup.PLACE,
}


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One thing that narrows the view, in words, and the choice that is left when it is taken away."""

    text: str
    without: FacetChoice


@dataclass(frozen=True, slots=True)
class FacetsState:
    """The choice, and the last answer to one: for a moment ``answer.choice`` may be the choice before."""

    choice: FacetChoice
    fields: DateFields
    answer: FacetAnswer
    active: tuple[ActiveFilter, ...]


class FacetsModel(QObject):
    """Holds the choice. It shows at once (``changed``); the events that pass it follow from a worker.

    ``filtered`` carries the :class:`explorer.timeline.mask.Sieve`, or None where everything is shown.
    ``undated_found`` carries the passages whose time cannot be told.
    """

    changed = Signal(object)
    filtered = Signal(object)
    undated_found = Signal(object)

    def __init__(
        self, library: LibraryModel, facets: Facets, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self._courier = courier
        self._library: OpenLibrary | None = None
        self._values = FacetValues(self)
        self._choice = FacetChoice()
        self._fields = DateFields()
        self._answer: FacetAnswer | None = None
        self._undated: tuple[UndatedPassage, ...] = ()
        library.opened.connect(self._open)

    @property
    def choice(self) -> FacetChoice:
        """What is chosen."""
        return self._choice

    @property
    def state(self) -> FacetsState | None:
        """What was last said by ``changed``; None before a library is open."""
        if self._answer is None:
            return None
        return FacetsState(self._choice, self._fields, self._answer, self._active())

    @property
    def undated(self) -> tuple[UndatedPassage, ...]:
        """What was last said by ``undated_found``; nothing before."""
        return self._undated

    def values(self, group: FacetGroup) -> dict[int, FacetValue]:
        """The values of a group in their own order."""
        return self._values.of(group)

    def title(self, group: FacetGroup) -> str:
        """The heading of a group."""
        return self._values.title(group)

    def counts(self, group: FacetGroup) -> GroupCounts | None:
        """How many events each value of a group would show; None before a library is open."""
        return None if self._answer is None else self._answer.counts[group]

    def toggle(self, group: FacetGroup, value: int) -> None:
        """Choose a value, or take it back."""
        self.choose(self._choice.toggled(group, value))

    def switch(self, group: FacetGroup, value: int) -> None:
        """Hide or show a value of a group that is all shown at first, as a row of check boxes does.

        The last one switched off shows all again: a group without any value would show nothing.
        """
        every = frozenset(self.values(group))
        shown = (self._choice.of(group) or every) ^ {value}
        self.choose(self._choice.with_group(group, frozenset() if shown == every else shown))

    def choose_entity(self, entity: Entity) -> None:
        """Show only the events of a person, body or place, whatever was chosen of its kind before."""
        group = GROUP_OF.get(entity.kind)
        if group is not None:
            self.choose(self._choice.with_group(group, frozenset({entity.id})))

    def set_importance(self, least: int) -> None:
        """Show events of this importance (1 to 5) and above."""
        self.choose(replace(self._choice, importance=least))

    def set_range(self, start: str, end: str, *, certain: bool) -> None:
        """Show what lies in a range, certainly or possibly. Dates in words or EDTF; "" leaves a side open.

        Raises:
            DateError: a text is no date, or the range ends before it begins; nothing is changed.
        """
        fields = DateFields(start.strip(), end.strip(), certain)
        dates = date_range(fields)
        self._fields = fields
        self.choose(replace(self._choice, dates=dates))

    def clear(self) -> None:
        """Show everything."""
        self.choose(FacetChoice())

    def choose(self, choice: FacetChoice) -> None:
        """Take a whole choice (that of a chip removed, say)."""
        if choice == self._choice or self._library is None:
            return
        self._choice = choice
        if choice.dates is None:
            self._fields = DateFields(certain=self._fields.certain)
        self._say()
        self._courier.ask(CHANNEL, self._facets.narrow(self._library, choice), self._take)

    def renew(self, library: OpenLibrary) -> None:
        """Go on with the library as it is after a change; what was chosen and is there no more is let go."""
        self._courier.void(CHANNEL)
        known = None if self._library is None else self._library.contents
        self._library = library
        if library.contents is not known:
            self._values.read(library.contents)
        kept = frozenset(pair for pair in self._choice.values if pair[1] in self.values(pair[0]))
        self._choice = replace(self._choice, values=kept)
        # What passes is known at once after an edit; to count all values again takes a worker.
        self.filtered.emit(library.facets.sieve(self._choice))
        self._courier.ask(CHANNEL, self._facets.narrow(library, self._choice), self._take)
        self._courier.ask(UNDATED_CHANNEL, self._facets.undated(library), self._take_undated)

    def as_json(self) -> dict[str, Any]:
        """The choice as plain JSON with slugs, to be remembered; ids change when a library is built anew."""
        values = {
            group.value: sorted(self.values(group)[value].slug for value in self._choice.of(group))
            for group in FacetGroup
            if self._choice.of(group)
        }
        fields = {"start": self._fields.start, "end": self._fields.end, "certain": self._fields.certain}
        return {"values": values, "importance": self._choice.importance, "dates": fields}

    def restore(self, remembered: object) -> None:
        """Choose what ``as_json`` gave for this library; what is not there any more is passed over."""
        kept = remembered if isinstance(remembered, dict) else {}
        importance = kept.get("importance")
        least = importance if type(importance) is int and 1 <= importance <= 5 else 1
        self._fields = DateFields.of_json(kept.get("dates"))
        self.choose(FacetChoice(self._values.of_slugs(kept.get("values")), least, date_range(self._fields)))

    def _open(self, library: OpenLibrary) -> None:
        self._courier.void(CHANNEL)
        self._library = library
        self._values.read(library.contents)
        self._choice = FacetChoice()
        self._fields = DateFields()
        self._take(library.facets.answer(self._choice))
        self._courier.ask(UNDATED_CHANNEL, self._facets.undated(library), self._take_undated)

    def _take(self, answer: FacetAnswer) -> None:
        self._answer = answer
        self._say()
        self.filtered.emit(answer.visible)

    def _take_undated(self, passages: tuple[UndatedPassage, ...]) -> None:
        self._undated = passages
        self.undated_found.emit(passages)

    def _say(self) -> None:
        self.changed.emit(self.state)

    def _active(self) -> tuple[ActiveFilter, ...]:
        choice, active = self._choice, []
        for group in FacetGroup:
            chosen = choice.of(group)
            values = self.values(group)
            names = [value.name for value in values.values() if value.id in chosen]
            if len(names) > NAMED:
                text = self.tr("{group}: {chosen} of {all}").format(
                    group=self._values.title(group), chosen=len(names), all=len(values)
                )
                active.append(ActiveFilter(text, choice.with_group(group, frozenset())))
            else:
                active += [
                    ActiveFilter(value.name, choice.toggled(group, value.id))
                    for value in values.values()
                    if value.id in chosen
                ]
        if choice.importance > 1:
            text = self.tr("Importance {least} and above").format(least=choice.importance)
            active.append(ActiveFilter(text, replace(choice, importance=1)))
        if choice.dates is not None:
            text = range_in_words(self._fields)
            active.append(ActiveFilter(text, replace(choice, dates=None)))
        return tuple(active)
