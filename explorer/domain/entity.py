"""People, bodies, places and substances, and their parts in events."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.domain.event import Status


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    SUBSTANCE = "substance"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or substance. ``latitude`` and ``longitude`` are degrees, for places only."""

    id: int
    uuid: str
    slug: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    description: str
    dates: str
    latitude: float | None
    longitude: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class Participation:
    """An entity's part in an event; ``role`` is ``actor`` or ``place``."""

    entity_id: int
    event_id: int
    role: str
