"""What a library holds besides its events: small enough to keep in memory whole."""

from dataclasses import dataclass

from explorer.domain.claim import Claim, Concordance
from explorer.domain.entity import Entity
from explorer.domain.event import Era, Theme
from explorer.domain.relation import Relation
from explorer.domain.series import Series
from explorer.domain.source import Source
from explorer.domain.tour import Tour


@dataclass(frozen=True, slots=True)
class Contents:
    """The frame of a library: title, lanes, bands, actors, documents, figures, talks."""

    title: str
    subtitle: str
    version: str
    start_event_id: int | None
    themes: tuple[Theme, ...]
    eras: tuple[Era, ...]
    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    series: tuple[Series, ...]
    tours: tuple[Tour, ...] = ()


@dataclass(frozen=True, slots=True)
class Web:
    """Links between records that only checks and exports read whole."""

    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]
    concordances: tuple[Concordance, ...]
