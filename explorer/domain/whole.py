"""A whole library at once, as it is built, exported or merged."""

from dataclasses import dataclass
from uuid import UUID

from explorer.domain.contents import Contents, Web
from explorer.domain.entity import Participation
from explorer.domain.event import Event
from explorer.domain.passage import Anchor, Evidence, Passage
from explorer.domain.source import Document


@dataclass(frozen=True, slots=True)
class WholeLibrary:
    """Every record of a library, linked by the ids the records have.

    ``fingerprint`` is that of the files the library was built from, or empty. ``citations`` are
    (event id, source id) of the records that events cite; ``mentions`` are (passage id, entity id).
    ``anchors`` belong to
    ``documents``.
    """

    uuid: UUID
    fingerprint: str
    contents: Contents
    web: Web
    events: tuple[Event, ...]
    participations: tuple[Participation, ...]
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]
    citations: tuple[tuple[int, int], ...]
    mentions: tuple[tuple[int, int], ...]
    documents: tuple[Document, ...] = ()
    anchors: tuple[Anchor, ...] = ()
