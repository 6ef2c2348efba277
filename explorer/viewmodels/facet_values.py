"""What can be chosen: the values of each group with their names."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from explorer.domain.contents import Contents
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.facet import CONTEXT_ONLY, EvidenceValue, Exactness, FacetGroup, LayerValue
from explorer.domain.source import SourceRole


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value. ``slug`` names it for good; ``colour`` is ``#RRGGBB`` for themes and "" for the rest.

    ``aliases`` are other names, found by typing; ``short`` are those of them, the longest first, that can
    stand for the name where there is no room for it: parts of the name and acronyms.
    """

    id: int
    slug: str
    name: str
    colour: str = ""
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class FacetValues(QObject):
    """The values of the open library."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[FacetGroup, dict[int, FacetValue]] = {group: {} for group in FacetGroup}

    def read(self, contents: Contents) -> None:
        """Take the values of a library."""
        people = {EntityKind.PERSON, EntityKind.BODY}
        entities = [(entity.kind, _of_entity(entity)) for entity in contents.entities]
        groups = {
            FacetGroup.THEME: [
                FacetValue(theme.id, theme.slug, theme.name, theme.colour)
                for theme in sorted(contents.themes, key=lambda theme: theme.order)
            ],
            FacetGroup.SOURCE: [
                *(
                    FacetValue(source.id, source.slug, source.label)
                    for source in contents.sources
                    if source.role is SourceRole.ARTICLE
                ),
                FacetValue(CONTEXT_ONLY, "context-only", self.tr("Context layer only")),
            ],
            FacetGroup.PEOPLE: [value for kind, value in entities if kind in people],
            FacetGroup.PLACE: [value for kind, value in entities if kind is EntityKind.PLACE],
            FacetGroup.EXACTNESS: [
                FacetValue(Exactness.DAY, "day", self.tr("the day")),
                FacetValue(Exactness.MONTH, "month", self.tr("the month")),
                FacetValue(Exactness.YEAR, "year", self.tr("the year")),
                FacetValue(Exactness.ABOUT, "about", self.tr("about a year")),
            ],
            FacetGroup.LAYER: [
                FacetValue(LayerValue.ARTICLES, "articles", self.tr("From the articles")),
                FacetValue(LayerValue.CONTEXT, "context", self.tr("Context")),
            ],
            FacetGroup.EVIDENCE: [
                FacetValue(EvidenceValue.NO_PASSAGE, "no-passage", self.tr("No passage")),
                FacetValue(EvidenceValue.CONTESTED, "contested", self.tr("Contested")),
            ],
        }
        self._groups = {group: {value.id: value for value in groups.get(group, ())} for group in FacetGroup}

    def of(self, group: FacetGroup) -> dict[int, FacetValue]:
        """The values of a group by id, in their own order."""
        return self._groups[group]

    def of_slugs(self, remembered: object) -> frozenset[tuple[FacetGroup, int]]:
        """The (group, value) pairs that remembered JSON ({group: [slug]}) names and that are still there."""
        if not isinstance(remembered, dict):
            return frozenset()
        pairs = set()
        for group, values in self._groups.items():
            named = remembered.get(group.value)
            slugs = {slug for slug in named if isinstance(slug, str)} if isinstance(named, list) else set()
            pairs |= {(group, value.id) for value in values.values() if value.slug in slugs}
        return frozenset(pairs)

    def title(self, group: FacetGroup) -> str:
        """The heading of a group."""
        return {
            FacetGroup.THEME: self.tr("Themes"),
            FacetGroup.SOURCE: self.tr("Sources"),
            FacetGroup.PEOPLE: self.tr("People & bodies"),
            FacetGroup.PLACE: self.tr("Places"),
            FacetGroup.IMPORTANCE: self.tr("Importance"),
            FacetGroup.EXACTNESS: self.tr("Dates known to"),
            FacetGroup.LAYER: self.tr("Layer"),
            FacetGroup.EVIDENCE: self.tr("Evidence"),
        }[group]


def _of_entity(entity: Entity) -> FacetValue:
    words = set(entity.name.split())
    short = [alias for alias in entity.aliases if alias.isupper() or set(alias.split()) < words]
    short.sort(key=len, reverse=True)
    return FacetValue(entity.id, entity.slug, entity.name, aliases=entity.aliases, short=tuple(short))
