"""Makes change sets of events and of what they rest on. Each function returns a plan for ``Edits.apply``."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added, removed, updated
from explorer.domain.draft import EventDraft, EvidenceDraft, NewEntity, PassageDraft, refuse_unfit
from explorer.domain.edtf import event_date
from explorer.domain.entity import EntityKind
from explorer.domain.errors import ReaderError
from explorer.domain.event import Layer, Status
from explorer.domain.measure import width_em
from explorer.domain.passage import Anchor, AnchorState
from explorer.domain.source import SourceRole
from explorer.services.edits import Plan
from explorer.services.tour_mentions import in_tours
from explorer.store.documents import new_anchor
from explorer.store.engine import Transaction
from explorer.store.records import Fields, fields_of, keys_where, next_id
from explorer.store.removal import removal

IN_RANGE = "in-range"
ROLES = ("actor", "place")
_SLUG_LENGTH = 60


def new_event(draft: EventDraft) -> Plan:
    """Put an event on the timeline, with the entities and passages that the draft brings along.

    The plan raises ReaderError if the draft is not fit to become an event (``domain.draft.problems``).
    """
    return lambda connection: _Maker(connection).new_event(draft)


def changed_event(event_id: int, draft: EventDraft) -> Plan:
    """Give an event the fields of a draft; evidence and sources of the draft are added to those it has."""
    return lambda connection: _Maker(connection).changed_event(event_id, draft)


def deleted_event(event_id: int) -> Plan:
    """Take an event off the timeline with all that hangs on it; its passages stay with their sources."""

    def plan(connection: Transaction) -> ChangeSet:
        changes = removal(connection, "event", {"id": event_id})
        shown = in_tours(connection, "event", event_id)
        return ChangeSet(f"Delete event “{_title(connection, event_id)}”{shown}", changes)

    return plan


def evidence_added(event_id: int, evidence: Iterable[EvidenceDraft]) -> Plan:
    """Rest an event on more passages; one on which it rests already gets the new stance and note."""
    drafts = tuple(evidence)

    def plan(connection: Transaction) -> ChangeSet:
        title = f"Add a passage to “{_title(connection, event_id)}”"
        return ChangeSet(title, tuple(_Maker(connection).evidence(event_id, drafts)))

    return plan


def evidence_removed(event_id: int, passage_id: int) -> Plan:
    """Rest an event no longer on a passage."""

    def plan(connection: Transaction) -> ChangeSet:
        title = f"Take a passage from “{_title(connection, event_id)}”"
        return ChangeSet(
            title, removal(connection, "evidence", {"passage_id": passage_id, "event_id": event_id})
        )

    return plan


def new_passage(draft: PassageDraft, title: str) -> Plan:
    """Keep a passage of a source by itself. ``title`` is what Undo calls it."""

    def plan(connection: Transaction) -> ChangeSet:
        _, changes = _Maker(connection).passage(draft)
        return ChangeSet(title, tuple(changes))

    return plan


def draft_of(connection: Transaction, event_id: int) -> EventDraft:
    """An event as a draft, to be edited; without its evidence and sources, which a draft only adds to.

    Raises:
        ReaderError: there is no such event.
    """
    fields = fields_of(connection, "event", {"id": event_id})
    if fields is None:
        raise _gone()
    entities = {
        role: tuple(key["entity_id"] for key in _participations(connection, event_id, role)) for role in ROLES
    }
    label = fields["label"]
    return EventDraft(
        title=fields["title"],
        start=fields["start_edtf"],
        end=fields["end_edtf"],
        theme_id=fields["theme_id"],
        summary=fields["summary"],
        label="" if label == fields["title"] else label,
        importance=fields["importance"],
        actors=entities["actor"],
        places=entities["place"],
        tags=tuple(_there(connection, "event_tag", key)["tag"] for key in _tags(connection, event_id)),
        citation=fields["citation"],
        url=fields["url"],
        date_status=Status(fields["date_status"]),
        citation_status=Status(fields["citation_status"]),
        date_note=fields["date_note"],
    )


class _Maker:
    """Makes the changes of one set; new records get the ids that follow upon those in the library."""

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection
        self._next: dict[str, int] = {}
        self._slugs: set[tuple[str, str]] = set()
        self._entities: dict[NewEntity, int] = {}
        self._now = datetime.now(UTC).isoformat(timespec="seconds")

    def new_event(self, draft: EventDraft) -> ChangeSet:
        refuse_unfit(draft)
        event_id = self._id("event")
        entities, changes = self._entities_of(draft)
        rests = list(self.evidence(event_id, draft.evidence))
        fields = self._fields(draft) | {
            "uuid": str(uuid4()),
            "slug": self._slug("event", draft.title),
            "layer": self._layer(draft.evidence).value,
            "scope": IN_RANGE,
            "created": self._now,
            "modified": self._now,
        }
        changes.append(added("event", {"id": event_id}, fields))
        changes += self._belongings(event_id, draft, entities)
        changes += rests
        return ChangeSet(f"New event “{draft.title.strip()}”", tuple(changes))

    def changed_event(self, event_id: int, draft: EventDraft) -> ChangeSet:
        refuse_unfit(draft)
        before = fields_of(self._connection, "event", {"id": event_id})
        if before is None:
            raise _gone()
        entities, changes = self._entities_of(draft)
        changes += self._belongings(event_id, draft, entities)
        changes += self.evidence(event_id, draft.evidence)
        fields = self._fields(draft)
        if changes or updated("event", {"id": event_id}, before, fields):
            changes += updated("event", {"id": event_id}, before, fields | {"modified": self._now})
        return ChangeSet(f"Edit event “{draft.title.strip()}”", tuple(changes))

    def evidence(self, event_id: int, drafts: Iterable[EvidenceDraft]) -> Iterator[Change]:
        """Passages that are to be made, and the rows that tie them to the event."""
        for each in drafts:
            passage_id = each.passage
            if isinstance(passage_id, PassageDraft):
                passage_id, changes = self.passage(passage_id)
                yield from changes
            key = {"passage_id": passage_id, "event_id": event_id}
            fields: Fields = {"stance": each.stance.value, "note": each.note, "example": int(each.example)}
            yield from self._put("evidence", key, fields)

    def passage(self, draft: PassageDraft) -> tuple[int, list[Change]]:
        """A new passage: its id, and the changes that make it."""
        id_ = self._id("passage")
        place = asdict(draft.selector)
        stop = place.pop("end")
        fields: Fields = {
            "uuid": str(uuid4()),
            "slug": self._slug("passage", draft.paraphrase or draft.selector.exact),
            "source_id": draft.source_id,
            **place,
            "stop": stop,
            "paraphrase": draft.paraphrase,
            "kind": draft.kind,
            "date_edtf": draft.date,
            "date_note": draft.date_note,
            "note": draft.note,
        }
        changes = [added("passage", {"id": id_}, fields)]
        if draft.anchored:
            found = Anchor(id_, AnchorState.EXACT, draft.selector.start, stop, confirmed=True)
            changes.append(new_anchor(found))
        return id_, changes

    def _fields(self, draft: EventDraft) -> Fields:
        """The fields of an event that a draft has a say in."""
        date = event_date(draft.start, draft.end)
        label = draft.label.strip() or draft.title.strip()
        return {
            "title": draft.title.strip(),
            "label": label,
            "summary": draft.summary.strip(),
            "start_edtf": draft.start,
            "end_edtf": draft.end,
            **asdict(date.extent),
            "precision": int(date.precision),
            "flags": int(date.flags),
            "importance": draft.importance,
            "theme_id": draft.theme_id,
            "citation": draft.citation.strip(),
            "url": draft.url,
            "date_status": draft.date_status.value,
            "citation_status": draft.citation_status.value,
            "date_note": draft.date_note.strip(),
            "label_em": width_em(label),
        }

    def _layer(self, evidence: Iterable[EvidenceDraft]) -> Layer:
        """An event that an article speaks of comes from the articles; any other is context."""
        for each in evidence:
            if each.example:
                continue
            if isinstance(each.passage, PassageDraft):
                source_id = each.passage.source_id
            else:
                source_id = _there(self._connection, "passage", {"id": each.passage})["source_id"]
            if _there(self._connection, "source", {"id": source_id})["role"] == SourceRole.ARTICLE.value:
                return Layer.ARTICLES
        return Layer.CONTEXT

    def _belongings(
        self, event_id: int, draft: EventDraft, entities: dict[str, list[int]]
    ) -> Iterator[Change]:
        """Tags, entities and cited records of an event, compared with those it has."""
        connection = self._connection
        tags = list(dict.fromkeys(filter(None, (tag.strip() for tag in draft.tags))))
        had = _tags(connection, event_id)
        for key in had[len(tags) :]:
            yield removed("event_tag", key, _there(connection, "event_tag", key))
        for position, tag in enumerate(tags):
            yield from self._put("event_tag", {"event_id": event_id, "position": position}, {"tag": tag})
        for role, wanted in entities.items():
            taking_part = _participations(connection, event_id, role)
            if [key["entity_id"] for key in taking_part] == wanted:
                continue
            for key in taking_part:
                if key["entity_id"] not in wanted:
                    yield removed("participation", key, _there(connection, "participation", key))
            for position, entity_id in enumerate(wanted):
                key = {"event_id": event_id, "entity_id": entity_id, "role": role}
                yield from self._put("participation", key, {"position": position})
        for source_id in dict.fromkeys(draft.sources):
            key = {"event_id": event_id, "source_id": source_id}
            if fields_of(connection, "event_source", key) is None:
                yield added("event_source", key, {"position": 0})

    def _put(self, record: str, key: Fields, fields: Fields) -> Iterator[Change]:
        before = fields_of(self._connection, record, key)
        if before is None:
            yield added(record, key, fields)
        else:
            yield from updated(record, key, before, fields)

    def _entities_of(self, draft: EventDraft) -> tuple[dict[str, list[int]], list[Change]]:
        """The ids of those who take part, by role, and the changes that make the new ones."""
        changes: list[Change] = []
        found = {
            role: list(dict.fromkeys(self._entity(each, changes) for each in named))
            for role, named in zip(ROLES, (draft.actors, draft.places), strict=True)
        }
        return found, changes

    def _entity(self, named: int | NewEntity, changes: list[Change]) -> int:
        if isinstance(named, int):
            return named
        known = self._entities.get(named) or self._known(named)
        if known is None:
            known = self._id("entity")
            changes.append(added("entity", {"id": known}, self._entity_fields(named)))
        self._entities[named] = known
        return known

    def _known(self, named: NewEntity) -> int | None:
        keys = keys_where(self._connection, "entity", kind=named.kind.value, name=named.name.strip())
        return keys[0]["id"] if keys else None

    def _entity_fields(self, named: NewEntity) -> Fields:
        if named.kind is EntityKind.SUBSTANCE or not named.name.strip():
            raise ReaderError("Give the person, body or place a name.")
        return {
            "uuid": str(uuid4()),
            "slug": self._slug("entity", named.name),
            "kind": named.kind.value,
            "name": named.name.strip(),
            "aliases": json.dumps([]),
            "description": "",
            "dates": "",
            "latitude": None,
            "longitude": None,
            "status": Status.UNCHECKED.value,
        }

    def _id(self, record: str) -> int:
        id_ = self._next.get(record) or next_id(self._connection, record)
        self._next[record] = id_ + 1
        return id_

    def _slug(self, record: str, text: str) -> str:
        """A readable name that no record of the kind has."""
        stem = slug_of(text) or record
        slug, number = stem, 1
        while (record, slug) in self._slugs or keys_where(self._connection, record, slug=slug):
            number += 1
            slug = f"{stem}-{number}"
        self._slugs.add((record, slug))
        return slug


def slug_of(text: str) -> str:
    """A text as a readable name: lower-case letters and digits joined by hyphens; empty if it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LENGTH].strip("-")


def _there(connection: Transaction, record: str, key: Fields) -> Fields:
    fields = fields_of(connection, record, key)
    if fields is None:
        raise _gone()
    return fields


def _tags(connection: Transaction, event_id: int) -> list[Fields]:
    return keys_where(connection, "event_tag", event_id=event_id)


def _participations(connection: Transaction, event_id: int, role: str) -> list[Fields]:
    keys = keys_where(connection, "participation", event_id=event_id, role=role)
    return sorted(keys, key=lambda key: _there(connection, "participation", key)["position"])


def _title(connection: Transaction, event_id: int) -> str:
    return str(_there(connection, "event", {"id": event_id})["title"])


def _gone() -> ReaderError:
    return ReaderError("This is no longer in the library. Nothing was changed.")
